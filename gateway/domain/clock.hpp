// The one clock. Every "today" and "now" of the gateway comes from here, so that a test or a configuration
// can set it.
#pragma once

#include "gateway/domain/date.hpp"

namespace cvsgw {

/// Threading: implementations are safe to call from any thread.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Moment now() const = 0;
  /// The day in Europe/Amsterdam.
  Date today() const { return dateInAmsterdam(now()); }
};

class SystemClock final : public Clock {
 public:
  Moment now() const override {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
  }
};

/// Stands at noon (Amsterdam winter time) of one date and does not move.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Date date) : now_(Moment{date.days()} + std::chrono::hours{11}) {}
  Moment now() const override { return now_; }

 private:
  Moment now_;
};

}  // namespace cvsgw
