// The pepper: a key beside the database, so that a copy of the database alone is of no use for guessing.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "gateway/domain/secret.hpp"
#include "gateway/security/keys/key_error.hpp"

namespace cvsgw::security {

/// Threading: immutable, safe from any thread.
class Pepper {
 public:
  using Digest = std::array<std::uint8_t, 32>;

  /// Reads `file`; pepperMissing when there is none, insecureFile when others may read it.
  static KeyOutcome<Pepper> read(const std::filesystem::path& file);
  /// Reads `file`, or makes it with 256 new random bits and mode 0600. Safe when two processes do so at once.
  static KeyOutcome<Pepper> readOrCreate(const std::filesystem::path& file);

  /// HMAC-SHA256 under the pepper.
  Digest seal(std::span<const std::uint8_t> bytes) const;
  /// Tells peppers apart without giving anything away; kept in the store, so that a wrong pepper is seen at
  /// start-up and not as passwords that all fail.
  std::string fingerprint() const;

 private:
  explicit Pepper(Secret value) : value_(std::move(value)) {}
  Secret value_;
};

}  // namespace cvsgw::security
