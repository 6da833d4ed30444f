// How many different persons a caller may ask about who are not his municipality's own.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "gateway/domain/date.hpp"
#include "gateway/domain/fault.hpp"
#include "gateway/limits/distinct.hpp"
#include "gateway/security/keyed_hash.hpp"

namespace cvsgw::limits {

struct BudgetSettings {
  std::int64_t perHour = 500;  ///< per key; 0: no budget at all
  std::int64_t perDay = 2000;  ///< per key
  /// Percent of the different own persons who were asked about on the day that comes on top of both: whoever
  /// works through a large municipality meets more who have moved. At most five times `perDay`.
  std::int64_t ofOwn = 20;
  /// So many keys' budgets for all keys of one supplier, OIN or source together.
  std::int64_t groupFactor = 5;
  /// Sources are the one group that callers can make more of; beyond this the one that was quiet longest
  /// goes. Keys, suppliers and OINs are as many as were issued, and behind each source stands a key's own
  /// budget.
  std::size_t mostSources = 4096;
};

/// Who asks: the budgets that one call counts against.
struct Asker {
  std::string key;
  std::string supplier;
  std::string oin;     ///< empty: none
  std::string source;  ///< as sourceOf gives it
};

/// The totals of one group on one day, as they are kept over a restart. Holds nothing about a person.
struct Consumption {
  std::string group;  ///< "sleutel AS-…", "leverancier …", "oin …", "bron …"
  Date day;
  std::int64_t outside = 0;  ///< different persons outside the own ones
  std::int64_t own = 0;      ///< different own persons
};

/// A group whose budget is used up; for the operators.
struct Exhausted {
  std::string group;
  std::string_view term;  ///< "uur" or "dag"
  std::int64_t outside = 0;
  std::int64_t own = 0;
  std::int64_t limit = 0;
};

/// Counts different persons, by keyed hashes that live in this process only. Own persons never use it up, and
/// a person who was asked about before on the same day costs nothing more. Memory: the budgets themselves
/// bound the sets, and the number of sources is bounded. Threading: all members are safe from any thread.
class Budget {
 public:
  Budget(BudgetSettings settings, std::function<void(const Exhausted&)> alarm);

  /// False when there is no budget: then nothing needs to be asked either.
  bool counts() const { return settings_.perHour > 0; }

  /// Counts own persons, and takes those outside from every budget of `asker`; all or none. tooManyRequests
  /// with the seconds until the hour or the day (in Europe/Amsterdam) is over. `own` and `outside` are BSNs
  /// or other numbers of persons.
  Outcome<void> admit(const Asker& asker, const std::vector<std::string>& own,
                      const std::vector<std::string>& outside, Moment now);

  /// What has changed since the last time, and (at the start) what was so before. Rows of other days are
  /// ignored.
  std::vector<Consumption> changed();
  void restore(const std::vector<Consumption>& rows, Date today);

 private:
  enum class Kind : std::uint8_t { key, supplier, oin, source };
  struct Group {
    Kind kind{};
    std::string name;
    Date day;
    std::int64_t hour = -1;
    std::int64_t outsideThisHour = 0;
    std::int64_t outsideBefore = 0;  ///< of the day, before a restart
    std::int64_t ownBefore = 0;
    std::unordered_set<std::uint64_t> outside;
    Distinct own;
    bool dirty = false;
    std::int64_t alarmedHour = -1;
    std::int64_t used = 0;  ///< stamp, for sources

    std::int64_t outsideToday() const { return outsideBefore + static_cast<std::int64_t>(outside.size()); }
    std::int64_t ownToday() const { return std::max(ownBefore, own.count()); }
  };
  struct Clock {
    Date day;
    std::int64_t hour;
    Moment now;
  };
  using Groups = std::array<Group*, 4>;

  Group& group(Kind kind, const std::string& name, const Clock& clock);
  void dropOldestSource();
  /// Seconds to wait when `fresh` more do not fit; 0: they do.
  int shortOf(Group& group, std::int64_t fresh, const Clock& clock);

  const BudgetSettings settings_;
  const std::function<void(const Exhausted&)> alarm_;
  const security::KeyedHash hash_;
  std::mutex lock_;
  std::unordered_map<std::string, Group> groups_;
  std::size_t sources_ = 0;
  std::int64_t stamp_ = 0;
};

}  // namespace cvsgw::limits
