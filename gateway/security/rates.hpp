// So many in a second, and so many at once: token buckets for callers of any number.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>

#include "gateway/security/debt_table.hpp"

namespace cvsgw::security {

struct Rate {
  double perSecond = 0;  ///< 0: no limit
  double atOnce = 1;     ///< how many may come together after a rest, at least 1
};

/// One bucket per tag, kept as the moment at which it will be full again (the generic cell rate algorithm,
/// ITU-T I.371): one number, right without anything that ticks. Threading: all members are safe from any
/// thread.
class Rates {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using Wait = std::chrono::nanoseconds;  ///< until the next one may come; zero or less: now

  Rates(Rate rate, std::size_t places)
      : interval_(rate.perSecond > 0 ? static_cast<std::int64_t>(1e9 / rate.perSecond) : 0),
        tolerance_(
            static_cast<std::int64_t>(static_cast<double>(interval_) * (std::max(1.0, rate.atOnce) - 1))),
        table_(interval_ > 0 ? places : 1) {}

  /// Takes one when there is one, or tells how long to wait; a refused one costs nothing.
  Wait take(std::uint64_t tag, Time now) {
    if (interval_ == 0) return Wait{0};
    return table_.with(tag, now, [&](Bucket& bucket) {
      const Wait wait = waitOf(bucket, now);
      if (wait.count() <= 0) bucket.full = std::max(bucket.full, now) + Wait{interval_};
      return wait;
    });
  }

  /// Whether one could be taken; nothing changes.
  Wait look(std::uint64_t tag, Time now) const {
    if (interval_ == 0) return Wait{0};
    return table_.look(tag, now, [&](const Bucket& bucket) { return waitOf(bucket, now); });
  }

 private:
  struct Bucket {
    Time full{};
    bool settled(Time now) const { return full <= now; }
    std::int64_t debt() const { return full.time_since_epoch().count(); }
    void takenOver() {}
  };
  Wait waitOf(const Bucket& bucket, Time now) const { return bucket.full - now - Wait{tolerance_}; }

  const std::int64_t interval_;   ///< nanoseconds for one
  const std::int64_t tolerance_;  ///< how far ahead of the clock a bucket may be
  DebtTable<Bucket> table_;
};

}  // namespace cvsgw::security
