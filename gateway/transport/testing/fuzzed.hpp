// What must hold of the identity that is read from any certificate, for the fuzz target and the replay of its
// corpus.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

#include "gateway/transport/peer_certificate.hpp"

namespace cvsgw::transport::testing {

inline std::unique_ptr<X509, decltype(&X509_free)> certificateFrom(std::string_view der) {
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  return {d2i_X509(nullptr, &at, static_cast<long>(der.size())), X509_free};
}

/// Empty, or what does not hold: an OIN is twenty digits of the only serialNumber in the subject, which is a
/// PrintableString. Looks at the subject entry by entry, not as the product does.
inline std::string oinFlaw(std::string_view der) {
  const auto certificate = certificateFrom(der);
  if (!certificate) return {};
  const auto oin = oinOf(*certificate);
  if (!oin) return {};
  if (oin->size() != 20 || oin->find_first_not_of("0123456789") != std::string::npos)
    return "no twenty digits";
  const X509_NAME* subject = X509_get_subject_name(certificate.get());
  int seen = 0;
  for (int i = 0; i < X509_NAME_entry_count(subject); ++i) {
    const X509_NAME_ENTRY* entry = X509_NAME_get_entry(subject, i);
    if (OBJ_obj2nid(X509_NAME_ENTRY_get_object(entry)) != NID_serialNumber) continue;
    ++seen;
    const ASN1_STRING* value = X509_NAME_ENTRY_get_data(entry);
    const std::string text(ASN1_STRING_get0_data(value),
                           ASN1_STRING_get0_data(value) + ASN1_STRING_length(value));
    if (ASN1_STRING_type(value) != V_ASN1_PRINTABLESTRING || text != *oin) return "not as it stands there";
  }
  return seen == 1 ? "" : "one of several";
}

}  // namespace cvsgw::transport::testing
