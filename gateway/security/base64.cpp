#include "gateway/security/base64.hpp"

#include <openssl/evp.h>

#include <stdexcept>

namespace cvsgw::security {

std::string base64(std::string_view bytes) {
  // OpenSSL counts in int; no message carries that much.
  constexpr std::size_t kMost = 1U << 30U;
  if (bytes.size() > kMost) throw std::length_error("too much for one base64 text");
  std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');  // and the terminator that OpenSSL writes
  const int length =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                      reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(length));
  return text;
}

}  // namespace cvsgw::security
