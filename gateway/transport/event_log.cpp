#include "gateway/transport/event_log.hpp"

#include <string>

namespace cvsgw::transport {

void LimitedLog::operator()(const LogText& text) {
  if (!sink_) return;
  const auto dropped = limit_.pass();
  if (!dropped) return;
  if (*dropped > 0) sink_(LogText("transport: " + std::to_string(*dropped) + " earlier lines were left out"));
  sink_(text);
}

}  // namespace cvsgw::transport
