#include "adapters/store/wi2021/gebeurtenissen.hpp"

#include "adapters/store/signaalacties.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/wi2021/dossiers.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/isi/wi2021/gebeurtenis.hpp"

namespace cvsgw::store::wi2021 {
namespace {

using isi::wi2021::Dossier;

// The person is not of this law after all: sight and dossier go, and each municipality that had him in sight
// gets the correction, which needs no sight.
void verwijder(Session& writer, Dossier dossier, const std::string& correctie, Date vandaag) {
  const Bsn bsn = dossier.personalia.bsn;
  const auto zagen = isi::wi2021::zichten(dossier, vandaag);
  dossier.verblijven.clear();
  for (auto& koppeling : dossier.koppelingen) {
    if (!koppeling.datumIngetrokken) koppeling.datumIngetrokken = vandaag;
  }
  save(writer, std::move(dossier), vandaag);
  for (const char* sql :
       {"DELETE FROM wacht2021 WHERE bsn = ?1", "DELETE FROM caseload2021 WHERE bsn = ?1",
        "DELETE FROM certificaat2021 WHERE bsn = ?1", "DELETE FROM dossier WHERE wet = 21 AND bsn = ?1"})
    writer.query(sql).with(bsn).run();
  for (const auto& zicht : zagen) {
    NewSignaal signaal;
    signaal.gemeente = zicht.gemeente;
    signaal.bsn = bsn;
    signaal.code = correctie;
    signaal.datum = vandaag;
    signaal.alleenBsn = true;
    placeSignaal(writer, Wet::wi2021, signaal);
  }
}

}  // namespace

std::vector<isi::Gebeurteniskop> gebeurteniskoppen() {
  return koppenVan(isi::wi2021::gebeurtenissoorten());
}

std::vector<std::string> verwerkGebeurtenis(Session& writer, const isi::Gebeurtenis& gebeurtenis,
                                            Date vandaag) {
  const auto bsn = *Bsn::parse(gebeurtenis.velden.at("bsn"));
  const auto dossier = loadDossierAs<Dossier>(writer, Wet::wi2021, bsn);
  auto gevolg = isi::wi2021::beslis(gebeurtenis, dossier ? &*dossier : nullptr, vandaag);
  if (!gevolg) return {std::move(gevolg).error()};
  if (gevolg->correctie) {
    verwijder(writer, std::move(gevolg->dossier), *gevolg->correctie, vandaag);
    return {};
  }
  auto acties = std::move(gevolg->signalen);
  plaatsenLaatst(acties);
  const auto nieuw = save(writer, std::move(gevolg->dossier), vandaag);
  pasToe(writer, nieuw, acties, vandaag);
  return {};
}

}  // namespace cvsgw::store::wi2021
