// How many different ones, about, in a kilobyte.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace cvsgw::limits {

/// HyperLogLog (Flajolet et al., 2007) of 1024 registers: off by 3% as a rule, whatever the number; the same
/// one again does not count. Fed with keyed hashes. Threading: one thread at a time.
class Distinct {
 public:
  void add(std::uint64_t hash) {
    std::uint8_t& place = registers_[hash % kRegisters];
    const auto rank = static_cast<std::uint8_t>(std::countl_zero((hash / kRegisters) | 1U) - kIndexBits + 1);
    place = std::max(place, rank);
  }
  /// Costs a microsecond: ask it where it matters.
  std::int64_t count() const {
    double sum = 0;
    int empty = 0;
    for (const std::uint8_t place : registers_) {
      sum += std::ldexp(1.0, -int{place});
      empty += place == 0 ? 1 : 0;
    }
    constexpr double kSize = kRegisters;
    const double raw = 0.7213 / (1 + 1.079 / kSize) * kSize * kSize / sum;
    // Few ones leave registers empty, and that tells more exactly how few.
    const bool few = raw <= 2.5 * kSize && empty > 0;
    return std::llround(few ? kSize * std::log(kSize / empty) : raw);
  }

 private:
  static constexpr std::size_t kRegisters = 1024;
  static constexpr int kIndexBits = 10;
  std::array<std::uint8_t, kRegisters> registers_{};
};

}  // namespace cvsgw::limits
