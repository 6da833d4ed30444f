// From a password to what is stored of it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "gateway/domain/secret.hpp"
#include "gateway/security/keys/pepper.hpp"

namespace cvsgw::security {

using Salt = std::array<std::uint8_t, 16>;
using PasswordHash = std::array<std::uint8_t, 32>;

/// Cost of scrypt; memory is 128 * n * r bytes (32 MiB here). Kept per key, so that it can be raised for new
/// keys.
struct ScryptCost {
  std::uint64_t n = 1U << 15U;
  std::uint32_t r = 8;
  std::uint32_t p = 1;
  bool operator==(const ScryptCost&) const = default;
};

/// Slow on purpose: let HashGate decide how many run at once. Threading: safe from any thread.
class PasswordHasher {
 public:
  virtual ~PasswordHasher() = default;
  /// Nothing when there is no memory for it.
  virtual std::optional<PasswordHash> hash(const Secret& password, const Salt& salt,
                                           ScryptCost cost) const = 0;
};

/// HMAC-SHA256(pepper, scrypt(password, salt)).
class ScryptHasher final : public PasswordHasher {
 public:
  explicit ScryptHasher(Pepper pepper) : pepper_(std::move(pepper)) {}
  std::optional<PasswordHash> hash(const Secret& password, const Salt& salt, ScryptCost cost) const override;

 private:
  Pepper pepper_;
};

/// Takes the same time whatever the bytes are.
bool sameHash(const PasswordHash& a, const PasswordHash& b);

}  // namespace cvsgw::security
