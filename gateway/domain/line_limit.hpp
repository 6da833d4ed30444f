// How many log lines a second strangers may cause.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <utility>

namespace cvsgw {

/// Strangers decide how often something is refused, but not how fast the log's disk fills. Threading: any
/// thread.
class LineLimit {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit LineLimit(unsigned perSecond) : perSecond_(perSecond) {}

  /// Nothing when this line is one too many; else how many were left out since the last time that was told.
  std::optional<std::uint64_t> pass(Time now = std::chrono::steady_clock::now()) {
    const std::lock_guard lock(mutex_);
    if (now - second_ >= std::chrono::seconds(1)) {
      second_ = now;
      passed_ = 0;
    }
    if (passed_ >= perSecond_) {
      ++dropped_;
      return std::nullopt;
    }
    ++passed_;
    return std::exchange(dropped_, 0);
  }

 private:
  const unsigned perSecond_;
  std::mutex mutex_;
  Time second_{};
  unsigned passed_ = 0;
  std::uint64_t dropped_ = 0;
};

}  // namespace cvsgw
