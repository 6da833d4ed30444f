// The persons whom one message is about, as they are met on the way.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "gateway/domain/bsn.hpp"

namespace cvsgw {

/// A set that is filled in passing and read once. Threading: a value type.
class Betrokkenen {
 public:
  void add(const Bsn& bsn) {
    // An answer tells the same person's number several times in a row; empty is a place that nothing was read
    // into.
    if (!bsn.value().empty() && (all_.empty() || all_.back() != bsn)) all_.push_back(bsn);
  }
  /// Each person once, in the order of their numbers.
  const std::vector<Bsn>& distinct() {
    std::ranges::sort(all_);
    all_.erase(std::unique(all_.begin(), all_.end()), all_.end());
    return all_;
  }

 private:
  std::vector<Bsn> all_;
};

}  // namespace cvsgw
