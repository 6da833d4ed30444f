#include "gateway/limits/budget.hpp"

#include <algorithm>
#include <limits>

namespace cvsgw::limits {
namespace {

// What own persons can earn, in budgets of a day: enough for the largest municipality's night run, not for
// one that would have the whole country in sight in order to leaf through the rest.
constexpr std::int64_t kMostEarned = 5;

std::string_view word(std::size_t kind) {
  constexpr std::array<std::string_view, 4> kWords{"bron ", "gemeente ", "sleutel ", "leverancier "};
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

void Budget::enter(Date day) {
  if (day == day_) return;
  day_ = day;
  own_.clear();
}

std::optional<std::int64_t> Budget::ownOf(const Gemeentecode& gemeente, Moment now) {
  const std::lock_guard lock(lock_);
  enter(dateInAmsterdam(now));
  const auto found = own_.find(gemeente.value());
  return found == own_.end() ? std::nullopt : std::optional(found->second);
}

void Budget::tellOwnOf(const Gemeentecode& gemeente, std::int64_t persons, Moment now) {
  const std::lock_guard lock(lock_);
  enter(dateInAmsterdam(now));
  own_[gemeente.value()] = persons;
}

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
    group.outsideToday = 0;
    group.seen.clear();
    group.gemeenten.clear();
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

Budget::Own Budget::ownOf(const Group& group) const {
  const std::int64_t most = kMostEarned * settings_.perDay;
  Own own;
  for (const std::string& gemeente : group.gemeenten) {
    const auto found = own_.find(gemeente);
    if (found == own_.end()) continue;
    own.persons += found->second;
    own.earned += std::min(found->second * settings_.ofOwn / 100, most);
  }
  own.earned = std::min(own.earned, most * settings_.groupFactor);
  return own;
}

int Budget::shortOf(Group& group, std::int64_t fresh, const Clock& clock) {
  const std::int64_t factor = group.kind == Kind::gemeente ? 1 : settings_.groupFactor;
  const Own own = ownOf(group);
  const std::int64_t hourLimit = settings_.perHour * factor + own.earned;
  const std::int64_t dayLimit = settings_.perDay * factor + own.earned;
  const bool day = group.outsideToday + fresh > dayLimit;
  if (!day && group.outsideThisHour + fresh <= hourLimit) return 0;
  if (group.alarmedHour != clock.hour) {
    group.alarmedHour = clock.hour;
    alarm_({group.name, day ? "dag" : "uur", day ? group.outsideToday : group.outsideThisHour, own.persons,
            day ? dayLimit : hourLimit});
  }
  const Moment end = day ? momentInAmsterdam(clock.day.plusDays(1), std::chrono::minutes{0})
                         : Moment{std::chrono::hours{clock.hour + 1}};
  return secondsUntil(end, clock.now);
}

Outcome<void> Budget::admit(const Asker& asker, const std::vector<std::string>& outside, Moment now) {
  if (!counts() || outside.empty()) return {};
  const Clock clock{dateInAmsterdam(now), hourOf(now), now};
  const std::lock_guard lock(lock_);
  enter(clock.day);
  const std::string& gemeente = asker.gemeente.value();
  // The source first: making room for one may drop another, never one of this call.
  Group& source = group(Kind::source, asker.source, clock);
  Group& own = group(Kind::gemeente, gemeente + " van " + asker.key, clock);
  const std::array<Group*, 4> groups{&source, &own, &group(Kind::key, asker.key, clock),
                                     &group(Kind::supplier, asker.supplier, clock)};
  std::unordered_set<std::uint64_t> asked;
  for (const std::string& number : outside) asked.insert(hash_(number));
  std::erase_if(asked, [&](std::uint64_t hash) { return own.seen.contains(hash); });
  if (asked.empty()) return {};
  const auto fresh = static_cast<std::int64_t>(asked.size());

  int wait = 0;
  for (Group* const group : groups) {
    const auto place = std::ranges::lower_bound(group->gemeenten, gemeente);
    if (place == group->gemeenten.end() || *place != gemeente) group->gemeenten.insert(place, gemeente);
    wait = std::max(wait, shortOf(*group, fresh, clock));
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
  own.seen.merge(asked);
  for (Group* const group : groups) {
    group->outsideToday += fresh;
    group->outsideThisHour += fresh;
    group->dirty = true;
  }
  return {};
}

std::vector<Consumption> Budget::changed() {
  const std::lock_guard lock(lock_);
  std::vector<Consumption> rows;
  for (auto& [name, group] : groups_) {
    if (!group.dirty) continue;
    group.dirty = false;
    rows.push_back({name, group.day, group.outsideToday});
  }
  std::erase_if(groups_, [&](const auto& named) {
    const bool over = named.second.day != day_;
    if (over && named.second.kind == Kind::source) --sources_;
    return over;
  });
  return rows;
}

void Budget::restore(const std::vector<Consumption>& rows, Date today) {
  const std::lock_guard lock(lock_);
  enter(today);
  for (const Consumption& row : rows) {
    if (row.day != today) continue;
    for (const Kind kind : {Kind::source, Kind::gemeente, Kind::key, Kind::supplier}) {
      const std::string_view prefix = word(static_cast<std::size_t>(kind));
      if (!row.group.starts_with(prefix)) continue;
      // No hour yet: the day's total is what a restart must not give back.
      group(kind, row.group.substr(prefix.size()), {today, -1, {}}).outsideToday = row.outside;
    }
  }
}

}  // namespace cvsgw::limits
