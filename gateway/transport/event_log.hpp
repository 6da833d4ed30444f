// The transport's few log lines, kept from becoming many.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <utility>

#include "gateway/domain/fault.hpp"

namespace cvsgw::transport {

using EventLog = std::function<void(const LogText&)>;

/// Passes on at most `perSecond` lines in a second and tells afterwards how many it dropped: strangers who
/// fail to connect decide how often something happens, but not how fast the log's disk fills. Thread-safe if
/// `sink` is.
class LimitedLog {
 public:
  LimitedLog(EventLog sink, unsigned perSecond) : sink_(std::move(sink)), perSecond_(perSecond) {}

  void operator()(const LogText& text);

 private:
  const EventLog sink_;
  const unsigned perSecond_;
  std::mutex mutex_;
  std::chrono::steady_clock::time_point second_;
  unsigned passed_ = 0;
  std::uint64_t dropped_ = 0;
};

}  // namespace cvsgw::transport
