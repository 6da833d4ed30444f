// Names of XML Signature and WS-Security, as far as the signed profiles of Digikoppeling use them.
#pragma once

#include <array>
#include <string_view>

namespace cvsgw::security::signature {

inline constexpr std::string_view kDsig = "http://www.w3.org/2000/09/xmldsig#";
inline constexpr std::string_view kExclusiveC14n = "http://www.w3.org/2001/10/xml-exc-c14n#";
inline constexpr std::string_view kSecurityExtension11 =
    "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd";
inline constexpr std::string_view kX509v3 =
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3";
inline constexpr std::string_view kBase64Binary =
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";

/// An algorithm and the bytes of its result; for signatures the result is as long as the key.
struct Algorithm {
  std::string_view uri;
  std::size_t bytes;
};

/// Digikoppeling SIGN003.
inline constexpr std::array kDigests = std::to_array<Algorithm>({
    {"http://www.w3.org/2001/04/xmlenc#sha256", 32},
    {"http://www.w3.org/2001/04/xmldsig-more#sha384", 48},
    {"http://www.w3.org/2001/04/xmlenc#sha512", 64},
});

/// SIGN004, with the RSA keys of PKIoverheid.
inline constexpr std::array kSignatures = std::to_array<Algorithm>({
    {"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", 0},
    {"http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", 0},
    {"http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", 0},
});

}  // namespace cvsgw::security::signature
