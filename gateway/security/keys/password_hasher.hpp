// From a password to what is stored of it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

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

/// Slow on purpose, but for mark(): let HashGate decide how many run at once. Threading: safe from any
/// thread.
class PasswordHasher {
 public:
  virtual ~PasswordHasher() = default;
  /// Nothing when there is no memory for it.
  virtual std::optional<PasswordHash> hash(const Secret& password, const Salt& salt,
                                           ScryptCost cost) const = 0;
  /// What the end of a password has to be that was made here for this key: 16 hexadecimal digits, under the
  /// pepper. Nobody else can make one, and whoever has one has had a password.
  virtual std::string mark(std::string_view applicatiesleutel, std::string_view random) const = 0;
};

/// A password for this key: randomPassword() and its mark.
Secret markedPassword(const PasswordHasher& hasher, std::string_view applicatiesleutel);
/// Whether the password ends with its mark: cheap, and the same work for every password of that length. One
/// that was made before there were marks has none. Says nothing of whether it is the key's now.
bool isMarked(const PasswordHasher& hasher, std::string_view applicatiesleutel, const Secret& password);

/// HMAC-SHA256(pepper, scrypt(password, salt)).
class ScryptHasher final : public PasswordHasher {
 public:
  explicit ScryptHasher(Pepper pepper) : pepper_(std::move(pepper)) {}
  std::optional<PasswordHash> hash(const Secret& password, const Salt& salt, ScryptCost cost) const override;
  std::string mark(std::string_view applicatiesleutel, std::string_view random) const override;

 private:
  Pepper pepper_;
};

/// Takes the same time whatever the bytes are.
bool sameHash(const PasswordHash& a, const PasswordHash& b);

}  // namespace cvsgw::security
