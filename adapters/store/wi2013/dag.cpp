#include "adapters/store/wi2013/dag.hpp"

#include "adapters/store/wi2013/dossiers.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/isi/wi2013/termijnen.hpp"

namespace cvsgw::store {
namespace {

using isi::wi2013::Dossier;

std::optional<int> storedWeekdag(Session& session) {
  auto query = session.query("SELECT laatste FROM teller WHERE naam = 'pvt_weekdag'");
  if (!query.step()) return std::nullopt;
  return static_cast<int>(query.number(0));
}

std::vector<Bsn> concerned(Session& session, Date day) {
  std::vector<Bsn> found;
  auto query = session.query("SELECT bsn FROM wacht2013 WHERE dag <= ?1 ORDER BY bsn");
  query.with(day);
  while (query.step()) found.push_back(query.bsn(0));
  return found;
}

void advance(Session& writer, const Bsn& bsn, Date day, std::chrono::weekday week) {
  const auto oud = loadWi2013(writer, bsn);
  if (!oud) {
    writer.query("DELETE FROM wacht2013 WHERE bsn = ?1").with(bsn).run();
    return;
  }
  auto stap = isi::wi2013::verwerkDag(*oud, day, week);
  const Dossier nieuw = stap.gewijzigd ? saveWi2013(writer, std::move(stap.dossier), day) : *oud;
  if (!stap.gewijzigd) planWacht(writer, nieuw, day);
  pasToe(writer, nieuw, stap.signalen, day);
  pasToe(writer, nieuw, isi::wi2013::signalenOp(nieuw, day), day);
}

}  // namespace

std::chrono::weekday pvtWeekdag(Session& session) {
  return std::chrono::weekday{static_cast<unsigned>(storedWeekdag(session).value_or(1))};
}

void zetPvtWeekdag(Database& database, int dag) {
  {
    Database::Reading session(database);
    if (storedWeekdag(*session).value_or(1) == dag) return;
  }
  Database::Writing writer(database);
  writer
      ->query(
          "INSERT INTO teller (naam, laatste) VALUES ('pvt_weekdag', ?1) ON CONFLICT (naam) DO UPDATE SET "
          "laatste = excluded.laatste")
      .with(dag)
      .run();
  // Who waits for the run is looked at on the next day, and then noted for the right one.
  writer->script("UPDATE wacht2013 SET dag = '0001-01-01'");
  writer.commit();
}

void planWacht(Session& writer, const Dossier& dossier, Date vandaag) {
  const auto dag = isi::wi2013::volgendeDag(dossier, vandaag, pvtWeekdag(writer));
  if (!dag) {
    writer.query("DELETE FROM wacht2013 WHERE bsn = ?1").with(dossier.bsn).run();
    return;
  }
  writer
      .query(
          "INSERT INTO wacht2013 (bsn, dag) VALUES (?1, ?2) ON CONFLICT (bsn) DO UPDATE SET dag = "
          "excluded.dag")
      .with(dossier.bsn, *dag)
      .run();
}

void advanceWi2013(Session& writer, Date day,
                   const std::function<void(std::int64_t, std::int64_t)>& voortgang) {
  const auto persons = concerned(writer, day);
  const auto week = pvtWeekdag(writer);
  const auto all = static_cast<std::int64_t>(persons.size());
  std::int64_t done = 0;
  for (const auto& bsn : persons) {
    advance(writer, bsn, day, week);
    if (++done % 1000 == 0 && voortgang) voortgang(done, all);
  }
}

}  // namespace cvsgw::store
