#include "gateway/limits/caller_limits.hpp"

namespace cvsgw::limits {
namespace {

using Steady = std::chrono::steady_clock;

Outcome<void> unless(security::Rates::Wait wait, std::string_view callerText, std::string_view logText) {
  if (wait.count() <= 0) return {};
  auto fault = refuse(FaultKind::tooManyRequests, callerText, logText);
  fault.value().retryAfterSeconds = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(wait).count());
  return fault;
}

}  // namespace

Outcome<void> CallerLimits::admitSource(std::string_view source) const {
  return unless(refused_.look(hash_(source), Steady::now()),
                "Van dit adres zijn te veel berichten geweigerd.",
                "limit of the source: too much was refused");
}

void CallerLimits::refusedSource(std::string_view source) {
  refused_.take(hash_(source), Steady::now());
}

Outcome<void> CallerLimits::admitKey(std::string_view applicatiesleutel) {
  return unless(keys_.take(hash_(applicatiesleutel), Steady::now()),
                "Deze applicatiesleutel stuurt te veel berichten achter elkaar.", "limit of the key");
}

}  // namespace cvsgw::limits
