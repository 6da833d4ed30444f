#include "gateway/security/fingerprint.hpp"

#include <openssl/evp.h>

#include <array>
#include <span>
#include <stdexcept>

#include "gateway/domain/hex.hpp"

namespace cvsgw::security {

std::string fingerprint(std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("SHA-256 is not available from OpenSSL");
  }
  return toHex(std::span(digest).first(size));
}

}  // namespace cvsgw::security
