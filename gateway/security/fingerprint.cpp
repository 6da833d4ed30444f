#include "gateway/security/fingerprint.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace cvsgw::security {

std::string fingerprint(std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("SHA-256 is not available from OpenSSL");
  }
  std::string hex;
  for (unsigned i = 0; i < size; ++i) hex.append(1, kHex[digest[i] >> 4]).append(1, kHex[digest[i] & 15]);
  return hex;
}

}  // namespace cvsgw::security
