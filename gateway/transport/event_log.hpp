// The transport's few log lines, kept from becoming many.
#pragma once

#include <functional>
#include <utility>

#include "gateway/domain/fault.hpp"
#include "gateway/domain/line_limit.hpp"

namespace cvsgw::transport {

using EventLog = std::function<void(const LogText&)>;

/// Passes on at most `perSecond` lines in a second and tells afterwards how many it dropped: strangers who
/// fail to connect decide how often something happens, but not how fast the log's disk fills. Thread-safe if
/// `sink` is.
class LimitedLog {
 public:
  LimitedLog(EventLog sink, unsigned perSecond) : sink_(std::move(sink)), limit_(perSecond) {}

  void operator()(const LogText& text);

 private:
  const EventLog sink_;
  LineLimit limit_;
};

}  // namespace cvsgw::transport
