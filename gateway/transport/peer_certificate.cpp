#include "gateway/transport/peer_certificate.hpp"

#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <span>

#include "gateway/domain/hex.hpp"

namespace cvsgw::transport {

namespace {

constexpr int oinLength = 20;

bool hasName(const X509& certificate, int kind) {
  return X509_NAME_get_index_by_NID(X509_get_subject_name(&certificate), kind, -1) >= 0;
}

// A personal certificate may have the same key usage as a system's and a serialNumber of twenty digits; what
// an organisation's system never has is a first or last name.
bool isOfAPerson(const X509& certificate) {
  constexpr std::array kNames = {NID_givenName, NID_surname, NID_pseudonym, NID_initials};
  return std::ranges::any_of(kNames, [&](int kind) { return hasName(certificate, kind); });
}

bool isForClients(const X509& certificate) {
  // OpenSSL keeps what it read of the extensions in the certificate, and so takes it as changeable.
  auto* parsed = const_cast<X509*>(&certificate);  // NOLINT(cppcoreguidelines-pro-type-const-cast)
  return (X509_get_extension_flags(parsed) & EXFLAG_XKUSAGE) != 0 &&
         (X509_get_extended_key_usage(parsed) & XKU_SSL_CLIENT) != 0;
}

}  // namespace

std::optional<std::string> oinOf(const X509& certificate) {
  const X509_NAME* subject = X509_get_subject_name(&certificate);
  const int at = X509_NAME_get_index_by_NID(subject, NID_serialNumber, -1);
  if (at < 0) return std::nullopt;
  // With two of them it is anyone's guess which one another system would take.
  if (X509_NAME_get_index_by_NID(subject, NID_serialNumber, at) >= 0) return std::nullopt;
  const ASN1_STRING* value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at));
  if (ASN1_STRING_type(value) != V_ASN1_PRINTABLESTRING || ASN1_STRING_length(value) != oinLength)
    return std::nullopt;
  const unsigned char* digits = ASN1_STRING_get0_data(value);
  if (!std::all_of(digits, digits + oinLength, [](unsigned char c) { return c >= '0' && c <= '9'; })) {
    return std::nullopt;
  }
  return std::optional<std::string>(std::in_place, digits, digits + oinLength);
}

std::optional<std::string> fingerprintOf(const X509& certificate) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (X509_digest(&certificate, EVP_sha256(), digest.data(), &size) != 1) return std::nullopt;
  return toHex(std::span(digest).first(size));
}

bool isTestOin(std::string_view oin) {
  return oin.starts_with("00000099");
}

const char* objectionTo(const X509& certificate, const PeerRules& rules) {
  if (!rules.organisation) return nullptr;
  if (!isForClients(certificate)) return "its extendedKeyUsage does not say clientAuth";
  if (isOfAPerson(certificate)) return "it is a person's certificate";
  const auto oin = oinOf(certificate);
  if (!oin) return "its subject.serialNumber is no OIN of twenty digits";
  // The table of prefixes is kept elsewhere and grows; all of them are below one hundred.
  if (!oin->starts_with("000000") || oin->substr(6, 2) == "00") return "the prefix of its OIN does not exist";
  if (!rules.testAllowed && isTestOin(*oin)) return "its OIN is one for tests";
  return nullptr;
}

}  // namespace cvsgw::transport
