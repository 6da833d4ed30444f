// How many different persons a caller may ask about who are not his municipality's own.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "gateway/domain/bsn.hpp"
#include "gateway/domain/date.hpp"
#include "gateway/domain/fault.hpp"
#include "gateway/security/keyed_hash.hpp"

namespace cvsgw::limits {

struct BudgetSettings {
  std::int64_t perHour = 500;  ///< per key and municipality; 0: no budget at all
  std::int64_t perDay = 2000;  ///< per key and municipality
  /// Percent of the persons whom the municipality has in sight that comes on top of both: a large
  /// municipality meets more who have moved, whether it asks for them first or last. At most five times
  /// `perDay`.
  std::int64_t ofOwn = 20;
  /// So many municipalities' budgets (and what all of them earn) for one key, supplier or source together.
  std::int64_t groupFactor = 5;
  /// Sources are the one group that callers can make more of; beyond this the one that was quiet longest
  /// goes. The others are as many as were issued, and behind each source stands the municipality's own
  /// budget.
  std::size_t mostSources = 4096;
};

/// Who asks, and for which municipality: the budgets that one call counts against.
struct Asker {
  std::string key;
  Gemeentecode gemeente;
  std::string supplier;
  std::string source;  ///< an OIN, or as sourceOf gives it
};

/// The totals of one group on one day, as they are kept over a restart. Holds nothing about a person.
struct Consumption {
  std::string group;  ///< "gemeente 0363 van AS-…", "sleutel AS-…", "leverancier …", "bron …"
  Date day;
  std::int64_t outside = 0;  ///< different persons outside the own ones
};

/// A group whose budget is used up; for the operators.
struct Exhausted {
  std::string group;
  std::string_view term;  ///< "uur" or "dag"
  std::int64_t outside = 0;
  std::int64_t own = 0;  ///< in sight of the group's municipalities
  std::int64_t limit = 0;
};

/// Counts different persons out of sight, by keyed hashes that live in this process only. Own persons never
/// use it up, and a person whom the same key asked about before for the same municipality on the same day
/// costs nothing more. Memory: the municipalities' budgets bound the sets, and the number of sources is
/// bounded. Threading: all members are safe from any thread.
class Budget {
 public:
  Budget(BudgetSettings settings, std::function<void(const Exhausted&)> alarm);

  /// False when there is no budget: then nothing needs to be asked either.
  bool counts() const { return settings_.perHour > 0; }

  /// How many persons the municipality has in sight, as told on the same day.
  std::optional<std::int64_t> ownOf(const Gemeentecode& gemeente, Moment now);
  void tellOwnOf(const Gemeentecode& gemeente, std::int64_t persons, Moment now);

  /// Takes persons outside from every budget of `asker`; all or none. tooManyRequests with the seconds until
  /// the hour or the day (in Europe/Amsterdam) is over. `outside` are BSNs or other numbers of persons.
  Outcome<void> admit(const Asker& asker, const std::vector<std::string>& outside, Moment now);

  /// What has changed since the last time. Forgets the groups of days that are over.
  std::vector<Consumption> changed();
  /// At the start. Rows of other days are ignored.
  void restore(const std::vector<Consumption>& rows, Date today);

 private:
  enum class Kind : std::uint8_t { source, gemeente, key, supplier };
  struct Group {
    Kind kind{};
    std::string name;
    Date day;
    std::int64_t hour = -1;
    std::int64_t outsideToday = 0;
    std::int64_t outsideThisHour = 0;
    std::unordered_set<std::uint64_t> seen;  ///< whom: of a municipality's group alone
    std::vector<std::string> gemeenten;      ///< that asked in this group today, sorted
    bool dirty = false;
    std::int64_t alarmedHour = -1;
    std::int64_t used = 0;  ///< stamp, for sources
  };
  struct Clock {
    Date day;
    std::int64_t hour;
    Moment now;
  };

  void enter(Date day);
  Group& group(Kind kind, const std::string& name, const Clock& clock);
  void dropOldestSource();
  struct Own {
    std::int64_t persons = 0;  ///< in sight of the group's municipalities
    std::int64_t earned = 0;   ///< what they add to its budget
  };
  Own ownOf(const Group& group) const;
  /// Seconds to wait when `fresh` more do not fit; 0: they do.
  int shortOf(Group& group, std::int64_t fresh, const Clock& clock);

  const BudgetSettings settings_;
  const std::function<void(const Exhausted&)> alarm_;
  const security::KeyedHash hash_;
  std::mutex lock_;
  std::unordered_map<std::string, Group> groups_;
  Date day_;                                           ///< the newest one met
  std::unordered_map<std::string, std::int64_t> own_;  ///< by municipality, of that day
  std::size_t sources_ = 0;
  std::int64_t stamp_ = 0;
};

}  // namespace cvsgw::limits
