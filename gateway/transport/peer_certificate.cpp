#include "gateway/transport/peer_certificate.hpp"

#include <algorithm>

namespace cvsgw::transport {

namespace {
constexpr int oinLength = 20;
}

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
  return std::string(digits, digits + oinLength);
}

}  // namespace cvsgw::transport
