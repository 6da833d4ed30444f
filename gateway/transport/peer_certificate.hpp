// The identity inside a client's certificate.
#pragma once

#include <openssl/x509.h>

#include <optional>
#include <string>
#include <string_view>

#include "gateway/transport/options.hpp"

namespace cvsgw::transport {

/// The OIN in `subject.serialNumber`: exactly one such attribute, a PrintableString of exactly 20 digits;
/// nothing otherwise. Source: Digikoppeling certificate rules PKI001. Says nothing about trust. Thread-safe.
std::optional<std::string> oinOf(const X509& certificate);

/// SHA-256 of the whole certificate (DER), in hex; nothing when OpenSSL cannot make it. Thread-safe.
std::optional<std::string> fingerprintOf(const X509& certificate);

/// `00000099…`: given out for tests only.
bool isTestOin(std::string_view oin);

/// Why a listener with these rules does not take this certificate, whoever issued it; null when it does. A
/// literal, for the log. Sources: R07, R08, R12. Thread-safe.
const char* objectionTo(const X509& certificate, const PeerRules& rules);

}  // namespace cvsgw::transport
