// A short keyed hash, for tables whose entries strangers choose.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace cvsgw::security {

/// SipHash-2-4 (Aumasson and Bernstein, 2012): who does not know the key can neither aim at a place in a
/// table nor tell what stands there. Not for passwords, and no proof of who wrote something. Threading:
/// immutable.
class KeyedHash {
 public:
  /// A random key of this process. Throws std::runtime_error when there is no randomness.
  KeyedHash();
  /// A given key, for the published test vectors.
  explicit KeyedHash(const std::array<std::uint8_t, 16>& key);
  std::uint64_t operator()(std::string_view bytes) const;
  /// Of a pair: another value than the hash of the two texts put together.
  std::uint64_t operator()(std::string_view first, std::string_view second) const;

 private:
  std::uint64_t k0_;
  std::uint64_t k1_;
};

}  // namespace cvsgw::security
