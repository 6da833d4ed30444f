#include "gateway/limits/budget.hpp"

#include <algorithm>
#include <limits>

namespace cvsgw::limits {
namespace {

// What own persons can earn, in budgets of a day: enough for the largest municipality's night run, not for
// one key that reads the whole country's persons in order to leaf through the rest.
constexpr std::int64_t kMostEarned = 5;

std::string_view word(std::size_t kind) {
  constexpr std::array<std::string_view, 4> kWords{"sleutel ", "leverancier ", "oin ", "bron "};
  return kWords[kind];
}

std::int64_t hourOf(Moment now) {
  return std::chrono::floor<std::chrono::hours>(now).time_since_epoch().count();
}

int secondsUntil(Moment then, Moment now) {
  return static_cast<int>(
      std::max<std::int64_t>(1, std::chrono::ceil<std::chrono::seconds>(then - now).count()));
}

}  // namespace

Budget::Budget(BudgetSettings settings, std::function<void(const Exhausted&)> alarm)
    : settings_(settings), alarm_(std::move(alarm)) {}

Budget::Group& Budget::group(Kind kind, const std::string& name, const Clock& clock) {
  const std::string full = std::string(word(static_cast<std::size_t>(kind))) + name;
  auto found = groups_.find(full);
  if (found == groups_.end()) {
    if (kind == Kind::source && ++sources_ > settings_.mostSources) dropOldestSource();
    found = groups_.try_emplace(full).first;
    found->second.kind = kind;
    found->second.name = full;
  }
  Group& group = found->second;
  if (group.day != clock.day) {
    group.day = clock.day;
    group.outsideBefore = group.ownBefore = 0;
    group.outside.clear();
    group.own = Distinct();
  }
  if (group.hour != clock.hour) {
    group.hour = clock.hour;
    group.outsideThisHour = 0;
  }
  group.used = ++stamp_;
  return group;
}

void Budget::dropOldestSource() {
  auto oldest = groups_.end();
  for (auto row = groups_.begin(); row != groups_.end(); ++row) {
    if (row->second.kind != Kind::source) continue;
    if (oldest == groups_.end() || row->second.used < oldest->second.used) oldest = row;
  }
  groups_.erase(oldest);
  --sources_;
}

int Budget::shortOf(Group& group, std::int64_t fresh, const Clock& clock) {
  const std::int64_t factor = group.kind == Kind::key ? 1 : settings_.groupFactor;
  const std::int64_t own = group.ownToday();
  const std::int64_t earned = std::min(own * settings_.ofOwn / 100, kMostEarned * settings_.perDay * factor);
  const std::int64_t hourLimit = settings_.perHour * factor + earned;
  const std::int64_t dayLimit = settings_.perDay * factor + earned;
  const bool day = group.outsideToday() + fresh > dayLimit;
  if (!day && group.outsideThisHour + fresh <= hourLimit) return 0;
  if (group.alarmedHour != clock.hour) {
    group.alarmedHour = clock.hour;
    alarm_({group.name, day ? "dag" : "uur", day ? group.outsideToday() : group.outsideThisHour, own,
            day ? dayLimit : hourLimit});
  }
  const Moment end = day ? momentInAmsterdam(clock.day.plusDays(1), std::chrono::minutes{0})
                         : Moment{std::chrono::hours{clock.hour + 1}};
  return secondsUntil(end, clock.now);
}

Outcome<void> Budget::admit(const Asker& asker, const std::vector<std::string>& own,
                            const std::vector<std::string>& outside, Moment now) {
  if (!counts() || (own.empty() && outside.empty())) return {};
  const Clock clock{dateInAmsterdam(now), hourOf(now), now};
  const std::lock_guard lock(lock_);
  Groups groups{};
  std::size_t count = 0;
  // The source first: making room for one may drop another, never one of this call.
  groups[count++] = &group(Kind::source, asker.source, clock);
  groups[count++] = &group(Kind::key, asker.key, clock);
  groups[count++] = &group(Kind::supplier, asker.supplier, clock);
  if (!asker.oin.empty()) groups[count++] = &group(Kind::oin, asker.oin, clock);

  int wait = 0;
  // Keyed hashes once for all groups.
  std::unordered_set<std::uint64_t> asked;
  for (const std::string& number : outside) asked.insert(hash_(number));
  for (std::size_t i = 0; i < count && !asked.empty(); ++i) {
    const auto fresh = std::ranges::count_if(asked, [&](auto h) { return !groups[i]->outside.contains(h); });
    if (fresh > 0) wait = std::max(wait, shortOf(*groups[i], fresh, clock));
  }
  if (wait > 0) {
    auto fault =
        refuse(FaultKind::tooManyRequests,
               "Er is naar te veel verschillende personen gevraagd die de gemeente niet in zicht heeft. "
               "Vragen over personen die zij wel in zicht heeft worden gewoon beantwoord.",
               "budget of persons outside the own ones is used up");
    fault.value().retryAfterSeconds = wait;
    return fault;
  }
  std::vector<std::uint64_t> seen;
  seen.reserve(own.size());
  for (const std::string& number : own) seen.push_back(hash_(number));
  for (std::size_t i = 0; i < count; ++i) {
    for (const std::uint64_t hash : seen) groups[i]->own.add(hash);
    for (const std::uint64_t hash : asked) {
      if (groups[i]->outside.insert(hash).second) ++groups[i]->outsideThisHour;
    }
    groups[i]->dirty = true;
  }
  return {};
}

std::vector<Consumption> Budget::changed() {
  const std::lock_guard lock(lock_);
  std::vector<Consumption> rows;
  for (auto& [name, group] : groups_) {
    if (!group.dirty) continue;
    group.dirty = false;
    rows.push_back({name, group.day, group.outsideToday(), group.ownToday()});
  }
  return rows;
}

void Budget::restore(const std::vector<Consumption>& rows, Date today) {
  const std::lock_guard lock(lock_);
  for (const Consumption& row : rows) {
    if (row.day != today) continue;
    for (const Kind kind : {Kind::key, Kind::supplier, Kind::oin, Kind::source}) {
      const std::string_view prefix = word(static_cast<std::size_t>(kind));
      if (!row.group.starts_with(prefix)) continue;
      // No hour yet: the day's total is what a restart must not give back.
      Group& restored = group(kind, row.group.substr(prefix.size()), {today, -1, {}});
      restored.outsideBefore = row.outside;
      restored.ownBefore = row.own;
    }
  }
}

}  // namespace cvsgw::limits
