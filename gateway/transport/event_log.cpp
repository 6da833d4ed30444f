#include "gateway/transport/event_log.hpp"

#include <string>

namespace cvsgw::transport {

void LimitedLog::operator()(const LogText& text) {
  if (!sink_) return;
  std::uint64_t dropped = 0;
  {
    const std::lock_guard lock(mutex_);
    const auto now = std::chrono::steady_clock::now();
    if (now - second_ >= std::chrono::seconds(1)) {
      second_ = now;
      passed_ = 0;
      dropped = std::exchange(dropped_, 0);
    }
    if (passed_ >= perSecond_) {
      ++dropped_;
      return;
    }
    ++passed_;
  }
  if (dropped > 0) sink_(LogText("transport: " + std::to_string(dropped) + " earlier lines were left out"));
  sink_(text);
}

}  // namespace cvsgw::transport
