// Reproducible chance: the same seed gives the same data on every machine (the standard's distributions do
// not promise that).
#pragma once

#include <cstdint>
#include <initializer_list>
#include <random>
#include <span>

#include "gateway/domain/date.hpp"

namespace cvsgw::store {

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  /// Uniform in [0, bound).
  std::uint64_t below(std::uint64_t bound) { return bound == 0 ? 0 : engine_() % bound; }
  int between(int low, int high) {
    return low + static_cast<int>(below(static_cast<std::uint64_t>(high - low + 1)));
  }
  bool chance(int percent) { return below(100) < static_cast<std::uint64_t>(percent); }
  template <class T>
  const T& pick(std::span<const T> values) {
    return values[below(values.size())];
  }
  template <class T>
  T pick(std::initializer_list<T> values) {
    return *(values.begin() + below(values.size()));
  }
  Date dateBetween(Date first, Date last) { return first.plusDays(between(0, last.daysSince(first))); }

 private:
  std::mt19937_64 engine_;
};

}  // namespace cvsgw::store
