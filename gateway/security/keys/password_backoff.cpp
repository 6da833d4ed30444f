#include "gateway/security/keys/password_backoff.hpp"

#include <algorithm>

namespace cvsgw::security {
namespace {

using std::chrono::seconds;

// A pair that has passed is remembered for a day: it does not suffer from strangers behind its address.
constexpr std::chrono::hours kUsual{24};

// The last doubling that can matter; more would overflow.
constexpr std::uint32_t kMostDoublings = 20;

Rate originRate(int perMinute) {
  return {perMinute / 60.0, static_cast<double>(std::max(1, perMinute))};
}

}  // namespace

PasswordBackoff::PasswordBackoff(PasswordBackoffSettings settings)
    : settings_(settings),
      pairs_(settings.freeAttempts > 0 ? settings.places : 1),
      origins_(originRate(settings.freeAttempts > 0 ? settings.perOriginPerMinute : 0), settings.places / 4) {
}

bool PasswordBackoff::Pair::isWrong(std::uint64_t password) const {
  const auto known = std::min<std::size_t>(next, wrong.size());
  return std::find(wrong.begin(), wrong.begin() + static_cast<std::ptrdiff_t>(known), password) !=
         wrong.begin() + static_cast<std::ptrdiff_t>(known);
}

void PasswordBackoff::Pair::takenOver() {
  different += repeats;
  repeats = 0;
  until = std::max(until, repeatUntil);
  next = 0;
  lastPassed = Time{};
}

seconds PasswordBackoff::delay(std::uint32_t attempts) const {
  const auto free = static_cast<std::uint32_t>(settings_.freeAttempts);
  if (attempts < free) return seconds{0};
  return std::min(settings_.longest, settings_.first * (1L << std::min(attempts - free, kMostDoublings)));
}

seconds PasswordBackoff::wait(const Attempt& attempt, Time now) const {
  if (settings_.freeAttempts == 0) return seconds{0};
  bool usual = false;
  const Rates::Wait ofPair = pairs_.look(pairOf(attempt), now, [&](const Pair& pair) -> Rates::Wait {
    usual = pair.lastPassed != Time{} && now - pair.lastPassed < kUsual;
    if (pair.isWrong(attempt.password)) return pair.repeatUntil - now;
    return attempt.marked ? Rates::Wait{0} : Rates::Wait{pair.until - now};
  });
  // Whoever tries names of keys is one origin with many pairs; the owner who was let in here before is not
  // it.
  const Rates::Wait ofOrigin =
      usual || attempt.marked ? Rates::Wait{0} : origins_.look(hash_(attempt.origin), now);
  const Rates::Wait longest = std::max(ofPair, ofOrigin);
  return longest.count() <= 0 ? seconds{0} : std::chrono::ceil<seconds>(longest);
}

void PasswordBackoff::failed(const Attempt& attempt, Time now) {
  if (settings_.freeAttempts == 0) return;
  origins_.take(hash_(attempt.origin), now);
  pairs_.with(pairOf(attempt), now, [&](Pair& pair) {
    if (now - pair.lastFailed > settings_.forget) pair.different = pair.repeats = 0;
    if (pair.isWrong(attempt.password)) {
      pair.repeatUntil = now + delay(++pair.repeats);
    } else {
      pair.wrong[pair.next++ % pair.wrong.size()] = attempt.password;
      pair.until = now + delay(++pair.different);
    }
    pair.lastFailed = now;
    pair.keepUntil = std::max(pair.keepUntil, now + settings_.forget);
  });
}

void PasswordBackoff::passed(const Attempt& attempt, Time now) {
  if (settings_.freeAttempts == 0) return;
  pairs_.with(pairOf(attempt), now, [&](Pair& pair) {
    // What was wrong stays wrong; whoever has the password may try another one at once.
    pair.different = 0;
    pair.until = Time{};
    pair.lastPassed = now;
    pair.keepUntil = now + kUsual;
  });
}

}  // namespace cvsgw::security
