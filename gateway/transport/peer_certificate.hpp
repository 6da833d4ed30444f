// The identity inside a client's certificate.
#pragma once

#include <openssl/x509.h>

#include <optional>
#include <string>

namespace cvsgw::transport {

/// The OIN in `subject.serialNumber`: exactly one such attribute, a PrintableString of exactly 20 digits;
/// nothing otherwise. Source: Digikoppeling certificate rules PKI001. Says nothing about trust. Thread-safe.
std::optional<std::string> oinOf(const X509& certificate);

}  // namespace cvsgw::transport
