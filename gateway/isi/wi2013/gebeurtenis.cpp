#include "gateway/isi/wi2013/gebeurtenis.hpp"

#include <algorithm>

#include "gateway/isi/wi2013/begeleiding.hpp"
#include "gateway/isi/wi2013/gebeurtenis_hulp.hpp"
#include "gateway/isi/wi2013/termijnen.hpp"

namespace cvsgw::isi::wi2013 {

std::vector<Gebeurtenissoort> gebeurtenissoorten() {
  std::vector<Gebeurtenissoort> all;
  for (const auto area : {levensgebeurtenissen(), pvtgebeurtenissen()})
    all.insert(all.end(), area.begin(), area.end());
  return all;
}

Gebeurtenisbesluit beslis(const Gebeurtenis& gebeurtenis, const Dossier* dossier, Date vandaag) {
  const auto soorten = gebeurtenissoorten();
  const auto soort = std::ranges::find(soorten, gebeurtenis.naam, &Gebeurtenissoort::naam);
  if (soort == soorten.end()) return kanNiet("deze gebeurtenis bestaat niet");
  const Velden velden(gebeurtenis, vandaag);
  if (soort->nieuwePersoon) {
    if (dossier) return kanNiet("deze persoon valt al onder de Wi2013");
    return soort->besluit({}, velden);
  }
  if (!dossier)
    return kanNiet("deze persoon valt niet onder de Wi2013: begin met nieuwe-plicht en wet Wi2013");
  if (dossier->datumOverlijden) return kanNiet("deze persoon is overleden");
  return soort->besluit(*dossier, velden);
}

void plaats(Gebeurtenisgevolg& gevolg, std::string_view code, const Velden& velden) {
  plaats(gevolg.signalen, code, gevolg.dossier, velden.vandaag());
}

void herzieBegeleiding(Gebeurtenisgevolg& gevolg, const Velden& velden) {
  const auto bepaald = bepaalBegeleiding(gevolg.dossier);
  auto& begeleiding = gevolg.dossier.maatschappelijkeBegeleiding;
  if (!bepaald || begeleiding.gemeldBijBzk.value_or(false) || begeleiding.recht == bepaald->recht) return;
  const bool bekend = begeleiding.recht.has_value();
  begeleiding.recht = bepaald->recht;
  begeleiding.gemeldBijBzk.reset();
  if (bepaald->recht) begeleiding.gemeldBijBzk = false;
  // The first determination is news only when there is a right.
  if (bekend || bepaald->recht) plaats(gevolg, "SS610", velden);
}

}  // namespace cvsgw::isi::wi2013
