#include "gateway/isi/wi2021/gebeurtenis.hpp"

#include <algorithm>
#include <array>

#include "gateway/isi/wi2021/gebeurtenis_hulp.hpp"
#include "gateway/isi/wi2021/gevolgen.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

std::optional<Gebeurtenissoort> soortMet(std::string_view naam) {
  for (const auto& soort : gebeurtenissoorten()) {
    if (soort.naam == naam) return soort;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Gebeurtenissoort> gebeurtenissoorten() {
  std::vector<Gebeurtenissoort> all;
  for (const auto area : {levensgebeurtenissen(), besluitgebeurtenissen(), trajectgebeurtenissen()})
    all.insert(all.end(), area.begin(), area.end());
  return all;
}

Gebeurtenisbesluit beslis(const Gebeurtenis& gebeurtenis, const Dossier* dossier, Date vandaag) {
  const auto soort = soortMet(gebeurtenis.naam);
  if (!soort) return kanNiet("deze gebeurtenis bestaat niet");
  const Velden velden(gebeurtenis, vandaag);
  if (!dossier && soort->nieuwePersoon) return soort->besluit({}, velden);
  if (!dossier) return kanNiet("deze persoon valt niet onder de Wi2021: begin met nieuwe-plicht");
  if (dossier->personalia.datumOverlijden) return kanNiet("deze persoon is overleden");
  return soort->besluit(*dossier, velden);
}

void plaatsBij(Gebeurtenisgevolg& gevolg, std::string_view code, const Gemeentecode& gemeente) {
  gevolg.signalen.push_back({Signaalactie::Soort::plaats, std::string(code), gemeente});
}

void plaatsOveral(Gebeurtenisgevolg& gevolg, std::string_view code) {
  gevolg.signalen.push_back({Signaalactie::Soort::plaats, std::string(code), std::nullopt});
}

void plaats(Gebeurtenisgevolg& gevolg, std::string_view code, Date vandaag) {
  if (const Verblijf* verblijf = verblijfOp(gevolg.dossier, vandaag))
    return plaatsBij(gevolg, code, verblijf->gemeentecode);
  const Verblijf* laatste = nullptr;
  for (const auto& verblijf : gevolg.dossier.verblijven) {
    if (verblijf.vanaf <= vandaag && (!laatste || laatste->vanaf < verblijf.vanaf)) laatste = &verblijf;
  }
  if (laatste) plaatsBij(gevolg, code, laatste->gemeentecode);
}

void handelAf(Gebeurtenisgevolg& gevolg, std::initializer_list<std::string_view> codes) {
  for (const auto code : codes)
    gevolg.signalen.push_back({Signaalactie::Soort::handelAf, std::string(code), std::nullopt});
}

void beeindigPlicht(Gebeurtenisgevolg& gevolg, std::string_view reden, Date dag) {
  beeindigPlicht(gevolg.dossier.plicht, reden, dag);
  for (auto& actie : signalenBijEinde()) gevolg.signalen.push_back(std::move(actie));
}

void wijzigEindeTermijn(Dossier& dossier, Date einde, std::optional<std::string> grond,
                        std::string_view reden, Date dag) {
  auto& plicht = dossier.plicht;
  plicht.termijnHistorie.insert(plicht.termijnHistorie.begin(), *plicht.termijn);
  plicht.termijn->einddatum = einde;
  plicht.termijn->wijzigingsdatum = plicht.wijzigingsdatum = dag;
  plicht.termijn->verlengingsgrond = std::move(grond);
  plicht.redenWijziging = reden;
}

}  // namespace cvsgw::isi::wi2021
