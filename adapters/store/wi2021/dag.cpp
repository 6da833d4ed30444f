#include "adapters/store/wi2021/dag.hpp"

#include "adapters/store/wi2021/certificaten.hpp"
#include "adapters/store/wi2021/dossiers.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/isi/wi2021/termijnen.hpp"

namespace cvsgw::store::wi2021 {
namespace {

using isi::wi2021::Dossier;

std::vector<Bsn> concerned(Session& session, Date day) {
  std::vector<Bsn> found;
  auto query = session.query("SELECT bsn FROM wacht2021 WHERE dag <= ?1 ORDER BY bsn");
  query.with(day);
  while (query.step()) found.push_back(query.bsn(0));
  return found;
}

void advance(Session& writer, const Bsn& bsn, Date day) {
  auto oud = loadDossierAs<Dossier>(writer, Wet::wi2021, bsn);
  if (!oud) {
    writer.query("DELETE FROM wacht2021 WHERE bsn = ?1").with(bsn).run();
    return;
  }
  auto stap =
      isi::wi2021::verwerkDag(*oud, day, [&] { return std::to_string(nextTeller(writer, "examennummer")); });
  const Dossier nieuw = stap.gewijzigd ? save(writer, std::move(stap.dossier), day) : *oud;
  if (!stap.gewijzigd) {
    planWacht(writer, nieuw, day);
    addCertificaat(writer, nieuw);  // of a talk that was definitive before certificates were kept
  }
  pasToe(writer, nieuw, stap.signalen, day);
  pasToe(writer, nieuw, isi::wi2021::signalenOp(*oud, nieuw, day), day);
}

}  // namespace

void planWacht(Session& writer, const Dossier& dossier, Date vandaag) {
  const auto dag = isi::wi2021::volgendeDag(dossier, vandaag);
  if (!dag) {
    writer.query("DELETE FROM wacht2021 WHERE bsn = ?1").with(dossier.personalia.bsn).run();
    return;
  }
  writer
      .query(
          "INSERT INTO wacht2021 (bsn, dag) VALUES (?1, ?2) ON CONFLICT (bsn) DO UPDATE SET dag = "
          "excluded.dag")
      .with(dossier.personalia.bsn, *dag)
      .run();
}

void advanceWi2021(Session& writer, Date day,
                   const std::function<void(std::int64_t, std::int64_t)>& voortgang) {
  const auto persons = concerned(writer, day);
  const auto all = static_cast<std::int64_t>(persons.size());
  std::int64_t done = 0;
  for (const auto& bsn : persons) {
    advance(writer, bsn, day);
    if (++done % 1000 == 0 && voortgang) voortgang(done, all);
  }
}

}  // namespace cvsgw::store::wi2021
