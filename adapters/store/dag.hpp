// The embedded ISI lives from day to day.
#pragma once

#include <atomic>
#include <functional>

#include "adapters/store/sql.hpp"
#include "gateway/domain/date.hpp"

namespace cvsgw::store {

/// Told now and then how far a date's processing is: persons done, and of how many.
using DagVoortgang = std::function<void(Date dag, std::int64_t gedaan, std::int64_t alle)>;

/// Runs the day processing for every calendar date after the last one done, up to and including `until`; one
/// transaction per date. On a new database the first date is `until` itself. Returns the number of dates
/// done. Throws Error.
int processDays(Database& database, Date until, const DagVoortgang& voortgang = {});

/// Calls processDays when the day has changed since the last call; a comparison of two numbers otherwise.
/// Threading: any thread; one of them does the work, the others wait for it.
class DayKeeper {
 public:
  explicit DayKeeper(Database& database) : database_(database) {}
  void ensure(Date today);

 private:
  Database& database_;
  std::mutex mutex_;
  std::atomic<std::int64_t> done_{0};
};

}  // namespace cvsgw::store
