#include "adapters/store/dag.hpp"

#include "adapters/store/berichten.hpp"
#include "adapters/store/dagbegin.hpp"
#include "adapters/store/loket/loket_store.hpp"
#include "adapters/store/post.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/wi2007/dag.hpp"
#include "adapters/store/wi2013/dag.hpp"
#include "adapters/store/wi2021/dag.hpp"
#include "adapters/store/wi2021/mails.hpp"
#include "adapters/store/zicht.hpp"

namespace cvsgw::store {
namespace {

constexpr int kFeedYears = 2;

std::int64_t dayNumber(Date date) {
  return date.days().time_since_epoch().count();
}

// What the feed no longer remembers: entries that have been vervallen for two years.
void forgetEnded(Session& writer, Date day) {
  const Date limit = day.plusYears(-kFeedYears);
  writer.query("DELETE FROM signaal WHERE vervallen = 1 AND vervallen_op < ?1").with(limit).run();
  writer.query("DELETE FROM zicht WHERE vervallen = 1 AND vervallen_op < ?1").with(limit).run();
}

std::optional<std::int64_t> lastDay(Session& session) {
  auto query = session.query("SELECT laatste FROM teller WHERE naam = 'dag'");
  if (!query.step()) return std::nullopt;
  return query.number(0);
}

void processDay(Database& database, Date day, Date until, const DagVoortgang& voortgang) {
  Database::Writing writer(database);
  // Another process on the same data may have done it meanwhile.
  if (lastDay(*writer).value_or(dayNumber(day) - 1) >= dayNumber(day)) return;
  sluitDagbegin(*writer);
  endSight(*writer, day);
  cleanUpSignals(*writer, day);
  advanceWi2007(*writer, day);
  advanceWi2013(*writer, day, [&](std::int64_t done, std::int64_t all) {
    if (voortgang) voortgang(day, done, all);
  });
  wi2021::advanceWi2021(*writer, day, [&](std::int64_t done, std::int64_t all) {
    if (voortgang) voortgang(day, done, all);
  });
  wi2021::maakMails(*writer, day, until);
  ruimPostOp(*writer, day);
  forgetEnded(*writer, day);
  forgetBerichten(*writer, day);
  forgetLoket(*writer, day);
  writer
      ->query(
          "INSERT INTO teller (naam, laatste) VALUES ('dag', ?1) ON CONFLICT (naam) DO UPDATE SET laatste = "
          "excluded.laatste")
      .with(dayNumber(day))
      .run();
  openDagbegin(*writer);
  writer.commit();
}

}  // namespace

int processDays(Database& database, Date until, const DagVoortgang& voortgang) {
  const auto last = [&] {
    Database::Reading session(database);
    return lastDay(*session);
  }();
  const std::int64_t target = dayNumber(until);
  int done = 0;
  for (auto day = last.value_or(target - 1) + 1; day <= target; ++day, ++done) {
    processDay(database, Date(std::chrono::sys_days{std::chrono::days{day}}), until, voortgang);
  }
  return done;
}

void DayKeeper::ensure(Date today) {
  if (done_.load(std::memory_order_acquire) == dayNumber(today)) return;
  const std::lock_guard lock(mutex_);
  if (done_.load(std::memory_order_relaxed) == dayNumber(today)) return;
  processDays(database_, today);
  done_.store(dayNumber(today), std::memory_order_release);
}

}  // namespace cvsgw::store
