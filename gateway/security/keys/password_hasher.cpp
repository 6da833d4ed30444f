#include "gateway/security/keys/password_hasher.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace cvsgw::security {

std::optional<PasswordHash> ScryptHasher::hash(const Secret& password, const Salt& salt,
                                               ScryptCost cost) const {
  // OpenSSL refuses above this bound; twice the main table leaves room for its smaller buffers.
  const std::uint64_t memory = 2 * 128 * cost.n * cost.r + 1024 * 1024;
  PasswordHash derived{};
  const std::string_view text = password.reveal();
  const int done = EVP_PBE_scrypt(text.data(), text.size(), salt.data(), salt.size(), cost.n, cost.r, cost.p,
                                  memory, derived.data(), derived.size());
  if (done != 1) return std::nullopt;
  const PasswordHash sealed = pepper_.seal(derived);
  OPENSSL_cleanse(derived.data(), derived.size());
  return sealed;
}

bool sameHash(const PasswordHash& a, const PasswordHash& b) {
  return CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace cvsgw::security
