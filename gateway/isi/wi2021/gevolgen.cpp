#include "gateway/isi/wi2021/gevolgen.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "gateway/isi/wi2021/tonen.hpp"
#include "gateway/isi/wi2021/zicht.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

void handelAf(std::vector<Signaalactie>& acties, std::initializer_list<std::string_view> codes) {
  for (const auto code : codes)
    acties.push_back({Signaalactie::Soort::handelAf, std::string(code), std::nullopt});
}

// Where the person lives or is linked to; after a departure without a new municipality, whose plan it is.
std::vector<Gemeentecode> verantwoordelijken(const Dossier& dossier, const Pip& pip, Date vandaag) {
  std::vector<Gemeentecode> found;
  for (const auto& zicht : zichten(dossier, vandaag)) {
    if (!zicht.vertrokken) found.push_back(zicht.gemeente);
  }
  if (found.empty()) found.push_back(pip.gemeentecode);
  return found;
}

// A term of an earlier obligation is history.
bool termijnGestart(const Plicht& plicht) {
  return plicht.termijn && plicht.termijn->startdatum &&
         *plicht.termijn->startdatum > plicht.datumVaststelling;
}

}  // namespace

const Pip* geldendPip(const Dossier& dossier) {
  return dossier.pip();
}

void beeindigPlicht(Plicht& plicht, std::string_view reden, Date dag) {
  plicht.eerderePerioden.insert(
      plicht.eerderePerioden.begin(),
      {plicht.inburgeringsplichtig, plicht.begindatum, dag, plicht.wijzigingsdatum, plicht.redenBeeindiging});
  plicht.inburgeringsplichtig = false;
  plicht.einddatum = plicht.wijzigingsdatum = dag;
  plicht.redenBeeindiging = reden;
  plicht.redenWijziging = "TermijnBeeindigd";
}

std::vector<Signaalactie> signalenBijEinde() {
  std::vector<Signaalactie> acties;
  handelAf(acties, {"SS103", "SS104", "SS112", "SS117", "SS119", "SS128", "SS130", "SS133", "SS135", "SS136",
                    "SS194"});
  return acties;
}

std::vector<Signaalactie> signalenBijPip() {
  std::vector<Signaalactie> acties;
  handelAf(acties, {"SS121", "SS122", "SS126", "SS129", "SS139"});
  return acties;
}

std::optional<Gevolg> maakPipDefinitief(const Dossier& dossier, Date vandaag) {
  const Pip* pip = geldendPip(dossier);
  if (!pip || vandaag < pip->datumRegistratieInitieel.plusDays(kDefinitiefNaDagen)) return std::nullopt;
  if (!dossier.plicht.inburgeringsplichtig || dossier.personalia.datumOverlijden) return std::nullopt;
  if (termijnGestart(dossier.plicht)) return std::nullopt;
  Gevolg gevolg{dossier, {}};
  auto& plicht = gevolg.dossier.plicht;
  if (plicht.termijn) plicht.termijnHistorie.insert(plicht.termijnHistorie.begin(), *plicht.termijn);
  plicht.termijn = Termijn{pip->datumDagtekeningInitieel.plusDays(1),
                           pip->datumDagtekeningInitieel.plusYears(kTermijnJaren), vandaag, std::nullopt};
  plicht.redenWijziging = "TermijnGestart";
  plicht.wijzigingsdatum = vandaag;
  for (const auto& gemeente : verantwoordelijken(dossier, *pip, vandaag))
    gevolg.signalen.push_back({Signaalactie::Soort::plaats, "SS102", gemeente});
  handelAf(gevolg.signalen, {"SS101", "SS120", "SS131", "SS132"});
  return gevolg;
}

}  // namespace cvsgw::isi::wi2021
