#include "adapters/store/wi2007/dag.hpp"

#include "adapters/store/wi2007/dossiers.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/isi/wi2007/termijnen.hpp"
#include "gateway/isi/wi2007/zicht.hpp"

namespace cvsgw::store {
namespace {

using isi::wi2007::Dossier;

std::vector<Bsn> concerned(Session& session, Date day) {
  std::vector<Bsn> found;
  auto query = session.query("SELECT bsn FROM wacht2007 WHERE dag <= ?1 ORDER BY bsn");
  query.with(day);
  while (query.step()) found.push_back(query.bsn(0));
  return found;
}

void forgetWacht(Session& writer, const Bsn& bsn) {
  writer.query("DELETE FROM wacht2007 WHERE bsn = ?1").with(bsn).run();
}

// Rows of a store from before the definitions of ISI definitief knew the pension age and the nationality.
void herzieDefinitief(Session& writer, const Dossier& dossier) {
  writer
      .query(
          "UPDATE zoek2007 SET definitief_vanaf = ?2 WHERE bsn = ?1 AND COALESCE(definitief_vanaf, '') <> "
          "COALESCE(?2, '')")
      .with(dossier.bsn, isi::wi2007::definitiefVanaf(dossier))
      .run();
}

void advance(Session& writer, const Bsn& bsn, Date day) {
  const auto dossier = loadDossierAs<Dossier>(writer, Wet::wi2007, bsn);
  if (!dossier) return forgetWacht(writer, bsn);
  if (const auto schoon = isi::wi2007::schoonDag(*dossier); schoon && *schoon <= day)
    return schoonWi2007(writer, bsn);
  herzieDefinitief(writer, *dossier);
  pasToeWi2007(writer, *dossier, isi::wi2007::signalenOp(*dossier, day), day);
  planWachtWi2007(writer, *dossier, day);
}

// Who passes into ISI definitief on this day is another row in the feed.
void moveDefinitief(Session& writer, Date day) {
  std::vector<std::pair<std::string, Gemeentecode>> moved;
  {
    auto query = writer.query(
        "SELECT zoek2007.persoon_id, zoek2007.gemeente FROM zoek2007 JOIN zicht ON zicht.persoon_id = "
        "zoek2007.persoon_id WHERE definitief_vanaf = ?1 AND zicht.vervallen = 0 ORDER BY "
        "zoek2007.persoon_id");
    query.with(day);
    while (query.step()) moved.emplace_back(query.string(0), *Gemeentecode::parse(query.text(1)));
  }
  for (const auto& [persoonId, gemeente] : moved) {
    writer.query("UPDATE zicht SET volgnummer = ?2 WHERE persoon_id = ?1")
        .with(persoonId, nextVolgnummer(writer, Wet::wi2007, gemeente))
        .run();
  }
}

}  // namespace

void planWachtWi2007(Session& writer, const Dossier& dossier, Date vandaag) {
  const auto dag = isi::wi2007::volgendeDag(dossier, vandaag);
  if (!dag) return forgetWacht(writer, dossier.bsn);
  writer
      .query(
          "INSERT INTO wacht2007 (bsn, dag) VALUES (?1, ?2) ON CONFLICT (bsn) DO UPDATE SET dag = "
          "excluded.dag")
      .with(dossier.bsn, *dag)
      .run();
}

void advanceWi2007(Session& writer, Date day) {
  for (const auto& bsn : concerned(writer, day)) advance(writer, bsn, day);
  moveDefinitief(writer, day);
}

}  // namespace cvsgw::store
