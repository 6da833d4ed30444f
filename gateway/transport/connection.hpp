// What a handler may know about the connection that a request came over.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace cvsgw::transport {

/// Facts established by TLS and the kernel, never by anything inside the request (no X-Forwarded-For, no
/// X-OIN). Constant while a connection lasts.
struct Connection {
  std::uint64_t id = 0;       ///< unique within the process, for the log
  std::string remoteAddress;  ///< without port
  std::uint16_t remotePort = 0;
  std::string tlsVersion;              ///< "TLSv1.3"
  std::string cipher;                  ///< "TLS_AES_128_GCM_SHA256"
  bool peerCertificate = false;        ///< the client presented a certificate, and it was verified
  std::optional<std::string> peerOin;  ///< that certificate's subject.serialNumber, when it is 20 digits
  std::optional<std::string> peerFingerprint;  ///< SHA-256 of that certificate (DER), in hex
};

}  // namespace cvsgw::transport
