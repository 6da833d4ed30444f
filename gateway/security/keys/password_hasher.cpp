#include "gateway/security/keys/password_hasher.hpp"

#include <span>
#include <vector>

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include "gateway/domain/hex.hpp"
#include "gateway/security/keys/random.hpp"

namespace cvsgw::security {
namespace {

constexpr std::size_t kRandomCharacters = 43;
constexpr std::size_t kMarkCharacters = 16;

}  // namespace

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

std::string ScryptHasher::mark(std::string_view applicatiesleutel, std::string_view random) const {
  // The purpose comes first and the random part has one length, so no other use of the pepper, and no other
  // split of the two, has the same bytes.
  std::vector<std::uint8_t> bytes;
  for (const std::string_view part : {std::string_view("wachtwoordmerk1"), random, applicatiesleutel})
    bytes.insert(bytes.end(), part.begin(), part.end());
  const auto sealed = pepper_.seal(bytes);
  OPENSSL_cleanse(bytes.data(), bytes.size());
  return toHex(std::span(sealed).first(kMarkCharacters / 2));
}

Secret markedPassword(const PasswordHasher& hasher, std::string_view applicatiesleutel) {
  const Secret random = randomPassword();
  std::string text;
  text.reserve(kRandomCharacters +
               kMarkCharacters);  // one allocation, so that no copy of a part stays behind
  text.append(random.reveal()).append(hasher.mark(applicatiesleutel, random.reveal()));
  return Secret(std::move(text));
}

bool isMarked(const PasswordHasher& hasher, std::string_view applicatiesleutel, const Secret& password) {
  const std::string_view text = password.reveal();
  if (text.size() != kRandomCharacters + kMarkCharacters) return false;
  const std::string mark = hasher.mark(applicatiesleutel, text.substr(0, kRandomCharacters));
  return mark.size() == kMarkCharacters &&
         CRYPTO_memcmp(mark.data(), text.data() + kRandomCharacters, kMarkCharacters) == 0;
}

bool sameHash(const PasswordHash& a, const PasswordHash& b) {
  return CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace cvsgw::security
