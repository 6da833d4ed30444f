#include "gateway/transport/openssl.hpp"

#include <algorithm>

namespace cvsgw::transport {

std::string commonNameOf(const X509_NAME* name) {
  constexpr size_t kLongest = 80;
  const int at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
  if (at < 0) return "(without a name)";
  const ASN1_STRING* value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at));
  std::string text(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)),
                   std::min(static_cast<size_t>(ASN1_STRING_length(value)), kLongest));
  std::ranges::replace_if(
      text, [](char c) { return c < ' ' || c > '~'; }, '?');
  return text;
}

}  // namespace cvsgw::transport
