#include "gateway/limits/caller_limits.hpp"

namespace cvsgw::limits {
namespace {

constexpr std::chrono::hours kKnownFor{1};

Outcome<void> unless(security::Rates::Wait wait, std::string_view callerText, std::string_view logText) {
  if (wait.count() <= 0) return {};
  auto fault = refuse(FaultKind::tooManyRequests, callerText, logText);
  fault.value().retryAfterSeconds = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(wait).count());
  return fault;
}

}  // namespace

bool CallerLimits::known(std::uint64_t source, Time now) const {
  return known_.look(source, now, [now](const Known& record) { return record.until > now; });
}

Outcome<void> CallerLimits::admitSource(std::string_view source) const {
  const Time now = now_();
  const std::uint64_t tag = hash_(source);
  auto wait = refused_.look(tag, now);
  if (wait.count() > 0 && known(tag, now)) wait = refusedOfKnown_.look(tag, now);
  return unless(wait, "Van dit adres zijn te veel berichten geweigerd.",
                "limit of the source: too much was refused");
}

void CallerLimits::refusedSource(std::string_view source) {
  const Time now = now_();
  const std::uint64_t tag = hash_(source);
  if (refused_.take(tag, now).count() > 0 && known(tag, now)) refusedOfKnown_.take(tag, now);
}

Outcome<void> CallerLimits::admitKey(std::string_view applicatiesleutel, std::string_view source) {
  const Time now = now_();
  known_.with(hash_(source), now, [now](Known& record) { record.until = now + kKnownFor; });
  return unless(keys_.take(hash_(applicatiesleutel), now),
                "Deze applicatiesleutel stuurt te veel berichten achter elkaar.", "limit of the key");
}

}  // namespace cvsgw::limits
