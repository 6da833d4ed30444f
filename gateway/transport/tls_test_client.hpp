// For the tests of this folder: certificates made on the spot, and a client that sends exactly the bytes it
// is given.
#pragma once

#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace cvsgw::transport::testing {

struct FreeSsl {
  void operator()(SSL* p) const { SSL_free(p); }
  void operator()(SSL_CTX* p) const { SSL_CTX_free(p); }
  void operator()(SSL_SESSION* p) const { SSL_SESSION_free(p); }
  void operator()(X509* p) const { X509_free(p); }
  void operator()(EVP_PKEY* p) const { EVP_PKEY_free(p); }
};
template <class T>
using Owned = std::unique_ptr<T, FreeSsl>;

struct CertificateWish {
  std::string commonName = "localhost";
  std::string serialNumber;                 ///< of the subject; empty: none
  std::string secondSerial;                 ///< a second one
  int stringType = V_ASN1_PRINTABLESTRING;  ///< of serialNumber
  long startsInSeconds = -3600;
  long endsInSeconds = 3600;
  bool authority = false;
  int rsaBits = 0;      ///< 0: a P-256 key
  std::string usage;    ///< extendedKeyUsage; empty: none
  std::string surname;  ///< empty: none
};

/// A certificate with its key; signed by itself when there is no issuer.
struct Identity {
  Owned<EVP_PKEY> key;
  Owned<X509> certificate;
};
Identity makeIdentity(const CertificateWish& wish, const Identity* issuer = nullptr);

/// PEM files in a directory of their own, gone at the end.
class TemporaryFiles {
 public:
  TemporaryFiles();
  ~TemporaryFiles();
  TemporaryFiles(const TemporaryFiles&) = delete;
  TemporaryFiles& operator=(const TemporaryFiles&) = delete;
  std::string certificate(const std::string& name, const Identity& identity) const;
  std::string key(const std::string& name, const Identity& identity) const;

 private:
  std::string directory_;
};

struct ClientWish {
  const Identity* identity = nullptr;
  int minimumVersion = TLS1_2_VERSION;
  int maximumVersion = TLS1_3_VERSION;
  std::string ciphers;    ///< of TLS 1.2; empty: OpenSSL's own
  std::string protocols;  ///< ALPN in wire format; empty: none
  SSL_SESSION* resume = nullptr;
  int receiveBuffer = 0;       ///< SO_RCVBUF; 0: the kernel's choice
  const char* from = nullptr;  ///< an address of this machine to come from
};

/// A blocking client with a time-out on every read. Test code only: failures show as empty results.
class Client {
 public:
  explicit Client(std::uint16_t port, const ClientWish& wish = {});
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  bool connected() const { return connected_; }
  bool send(std::string_view bytes);
  /// One answer by its Content-Length; shorter when the server closes before.
  std::string answer();
  /// All until the server closes; "<still open>" is appended when it does not within `patience`.
  std::string rest(std::chrono::milliseconds patience = std::chrono::seconds(30));
  std::string exchange(std::string_view bytes) { return send(bytes) ? answer() : std::string(); }
  void halfClose();
  SSL* ssl() const { return ssl_.get(); }
  int socket() const { return socket_; }

 private:
  bool fill();

  Owned<SSL_CTX> context_;
  Owned<SSL> ssl_;
  int socket_ = -1;
  bool connected_ = false;
  std::string received_;
};

}  // namespace cvsgw::transport::testing
