#include "gateway/limits/caller_limits.hpp"

#include <algorithm>

namespace cvsgw::limits {
namespace {

constexpr std::chrono::hours kKnownFor{1};

Fault tooMany(security::Rates::Wait wait, std::string_view callerText, std::string_view logText) {
  auto fault = refuse(FaultKind::tooManyRequests, callerText, logText).value();
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
  fault.retryAfterSeconds = static_cast<int>(std::max<std::int64_t>(1, seconds));
  return fault;
}

}  // namespace

bool CallerLimits::known(std::uint64_t source, Time now) const {
  return known_.look(source, now, [now](const Known& record) { return record.until > now; });
}

security::Rates::Wait CallerLimits::waitOf(std::uint64_t source, Time now) const {
  const auto wait = refused_.look(source, now);
  return wait.count() > 0 && known(source, now) ? refusedOfKnown_.look(source, now) : wait;
}

CallerLimits::Admission CallerLimits::admitSource(std::string_view source) const {
  const Time now = now_();
  const std::uint64_t tag = hash_(source);
  if (waitOf(tag, now).count() <= 0) return Admission::everyone;
  return known(tag, now) ? Admission::remembered : Admission::nobody;
}

Fault CallerLimits::sourceFull(std::string_view source) const {
  return tooMany(waitOf(hash_(source), now_()),
                 source.starts_with("OIN ") ? "Van dit OIN zijn te veel berichten geweigerd."
                                            : "Van dit adres zijn te veel berichten geweigerd.",
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
  const auto wait = keys_.take(hash_(applicatiesleutel), now);
  if (wait.count() <= 0) return {};
  return tl::unexpected(
      tooMany(wait, "Deze applicatiesleutel stuurt te veel berichten achter elkaar.", "limit of the key"));
}

}  // namespace cvsgw::limits
