#include "gateway/isi/wi2021/termijnen.hpp"

#include <algorithm>

#include "gateway/isi/wi2021/gevolgen.hpp"
#include "gateway/isi/wi2021/gevolgen_eindgesprek.hpp"
#include "gateway/isi/wi2021/tonen.hpp"
#include "gateway/isi/wi2021/verlenging.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

constexpr Date kAltijd(9999, 12, 31);
constexpr int kAowMaanden = 6;
constexpr int kAanbodMaanden = 3;

// Saturdays and Sundays do not count; public holidays are not known here.
Date plusWerkdagen(Date dag, int aantal) {
  while (aantal > 0) {
    dag = dag.plusDays(1);
    const std::chrono::weekday weekday(dag.days());
    if (weekday != std::chrono::Saturday && weekday != std::chrono::Sunday) --aantal;
  }
  return dag;
}

bool heeftPipVan(const Dossier& dossier, const Gemeentecode& gemeente) {
  const Pip* pip = dossier.pip();
  return pip && pip->gemeentecode == gemeente;
}

// When this municipality passed on the plan that holds: the first of its states without a break. What it
// planned before the person lived elsewhere, or under an earlier obligation, is another plan.
std::optional<Date> eersteRegistratie(const Dossier& dossier, const Gemeentecode& gemeente) {
  std::optional<Date> eerste;
  for (const auto& pip : dossier.pips) {
    if (pip.gemeentecode != gemeente || pip.datumDagtekeningInitieel < dossier.plicht.datumVaststelling)
      break;
    eerste = pip.datumRegistratie;
  }
  return eerste;
}

bool heeftAanbodVan(const Dossier& dossier, const Gemeentecode& gemeente) {
  return std::ranges::any_of(dossier.aanbiedingen,
                             [&](const Aanbod& aanbod) { return aanbod.gemeentecode == gemeente; });
}

// What DUO misses after the term: neither fulfilled in time, nor known whose fault it is (§ 4.1 SS197).
template <class T>
bool ontbreekt(const std::optional<T>& registratie, std::optional<Date> T::*datum, Date einde) {
  if (!registratie) return true;
  if (registratie->verwijtbaarheid) return false;
  const auto& voldaanOp = (*registratie).*datum;
  return !registratie->voldaan || !voldaanOp || *voldaanOp > einde;
}

bool gegevensOntbreken(const Dossier& dossier) {
  const Date einde = *dossier.plicht.termijn->einddatum;
  if (ontbreekt(dossier.pvt, &Pvt::datumOndertekening, einde)) return true;
  const Pip* pip = dossier.pip();
  const bool zonderMap = pip && pip->leerroute == "O";
  return !zonderMap && ontbreekt(dossier.map, &Map::datumEindgesprek, einde);
}

const Leerbaarheidstoets* openToets(const Dossier& dossier) {
  if (dossier.lbt.ontheven || dossier.lbt.toetsen.empty()) return nullptr;
  const auto& toets = dossier.lbt.toetsen.front();
  return toets.datumToetsafname || toets.resultaat ? nullptr : &toets;
}

// Whether the signal's text is true of this person on that day, at the municipality where he lives.
bool geldt(std::string_view code, const Dossier& dossier, const Gemeentecode& gemeente, Date dag) {
  if (!plichtLoopt(dossier)) return false;
  if (code == "SS126") {
    return !heeftPipVan(dossier, gemeente) && !aowBinnenZesMaanden(dossier, dag);
  }
  if (code == "SS127") {
    return dossier.plicht.asielstatushouder() && !heeftAanbodVan(dossier, gemeente) &&
           !aowBinnenZesMaanden(dossier, dag);
  }
  if (code == "SS138") return openToets(dossier) != nullptr;
  if (code == "SS197") return gegevensOntbreken(dossier);
  return true;
}

void addTermijnSignalen(std::vector<Signaaltermijn>& found, const Dossier& dossier) {
  const auto& termijn = dossier.plicht.termijn;
  if (!termijn || !termijn->einddatum) return;
  const Date einde = *termijn->einddatum;
  found.push_back({"SS194", einde.plusMonths(-6), einde.plusMonths(-2).plusDays(-1)});
  found.push_back({"SS195", einde.plusMonths(-2), einde});
  found.push_back({"SS196", einde.plusDays(1), kAltijd});
  found.push_back({"SS197", einde.plusMonths(1).plusDays(1), kAltijd});
}

std::vector<Signaalactie> plaatsWaarHijWoont(const Dossier& dossier, Date dag,
                                             const std::vector<Signaaltermijn>& termijnen) {
  const Verblijf* verblijf = verblijfOp(dossier, dag);
  if (!verblijf) return {};
  std::vector<Signaalactie> acties;
  for (const auto& termijn : termijnen) {
    if (geldt(termijn.code, dossier, verblijf->gemeentecode, dag))
      acties.push_back({Signaalactie::Soort::plaats, std::string(termijn.code), verblijf->gemeentecode});
  }
  return acties;
}

bool bevat(const std::vector<Signaaltermijn>& termijnen, const Signaaltermijn& gezocht) {
  return std::ranges::any_of(
      termijnen, [&](const auto& each) { return each.code == gezocht.code && each.dag == gezocht.dag; });
}

// § 3.6.5: a request to plan the test again is honoured within two working days.
std::optional<Date> dagNieuweToetsNaVerzoek(const Dossier& dossier) {
  const auto& verzoek = dossier.lbt.herkansing;
  if (!verzoek || dossier.lbt.ontheven || dossier.lbt.toetsen.empty()) return std::nullopt;
  const auto& laatste = dossier.lbt.toetsen.front().datumAanmelding;
  if (laatste && *laatste > verzoek->datumVerzoek) return std::nullopt;
  return plusWerkdagen(verzoek->datumVerzoek, 2);
}

// § 4.1 SS138: when the twelve months are over a new test with a new number is set up.
std::optional<Date> dagNieuweToetsNaVerloop(const Dossier& dossier) {
  const auto* toets = openToets(dossier);
  if (!toets || !toets->periodeTotEnMet) return std::nullopt;
  return toets->periodeTotEnMet->plusDays(1);
}

template <class Gevolg>
void neemOver(Dagstap& stap, std::optional<Gevolg> gevolg) {
  if (!gevolg) return;
  stap.dossier = std::move(gevolg->dossier);
  stap.gewijzigd = true;
  for (auto& actie : gevolg->signalen) stap.signalen.push_back(std::move(actie));
}

void zetToetsKlaar(Dagstap& stap, const Gemeentecode& gemeente, Date dag, std::string examennummer) {
  Leerbaarheidstoets toets;
  toets.gemeentecode = gemeente;
  toets.examennummer = std::move(examennummer);
  toets.datumAanmelding = toets.periodeVanaf = dag;
  toets.periodeTotEnMet = dag.plusMonths(kLbtMaanden).plusDays(-1);
  auto& toetsen = stap.dossier.lbt.toetsen;
  toetsen.insert(toetsen.begin(), std::move(toets));
  stap.gewijzigd = true;
  stap.signalen.push_back({Signaalactie::Soort::plaats, "SS137", gemeente});
}

}  // namespace

bool aowBinnenZesMaanden(const Dossier& dossier, Date dag) {
  const auto& geboren = dossier.personalia.geboortedatum;
  return geboren && dag >= aowDatum(*geboren).plusMonths(-kAowMaanden);
}

const Verblijf* verblijfOp(const Dossier& dossier, Date dag) {
  const Verblijf* laatste = nullptr;
  for (const auto& verblijf : dossier.verblijven) {
    const bool loopt = verblijf.vanaf <= dag && (!verblijf.tot || dag < *verblijf.tot);
    if (loopt && (!laatste || laatste->vanaf < verblijf.vanaf)) laatste = &verblijf;
  }
  return laatste;
}

bool plichtLoopt(const Dossier& dossier) {
  return dossier.plicht.inburgeringsplichtig && !dossier.personalia.datumOverlijden &&
         !dossier.plicht.einddatum;
}

std::vector<Signaaltermijn> signaaltermijnen(const Dossier& dossier) {
  std::vector<Signaaltermijn> found;
  if (dossier.startTermijnPip) {
    found.push_back({"SS126", dossier.startTermijnPip->plusDays(kTermijnPipDagen + 1), kAltijd});
  }
  for (const auto& verblijf : dossier.verblijven) {
    if (verblijf.tot) continue;
    if (const auto registratie = eersteRegistratie(dossier, verblijf.gemeentecode))
      found.push_back({"SS127", registratie->plusMonths(kAanbodMaanden).plusDays(1), kAltijd});
  }
  if (const auto& geboren = dossier.personalia.geboortedatum) {
    const Date aow = aowDatum(*geboren);
    found.push_back({"SS128", std::max(aow.plusMonths(-kAowMaanden), dossier.plicht.datumVaststelling),
                     aow.plusDays(-1)});
  }
  if (const auto* toets = openToets(dossier); toets && toets->periodeTotEnMet)
    found.push_back({"SS138", toets->periodeTotEnMet->plusMonths(-1), *toets->periodeTotEnMet});
  addTermijnSignalen(found, dossier);
  return found;
}

std::vector<Signaalactie> signalenOp(const Dossier& oud, const Dossier& nieuw, Date dag) {
  const auto eerder = signaaltermijnen(oud);
  auto termijnen = signaaltermijnen(nieuw);
  std::erase_if(termijnen, [&](const auto& each) { return each.dag != dag || !bevat(eerder, each); });
  return plaatsWaarHijWoont(nieuw, dag, termijnen);
}

std::vector<Signaalactie> ingehaaldeSignalen(const Dossier* oud, const Dossier& nieuw, Date vandaag) {
  auto termijnen = signaaltermijnen(nieuw);
  if (oud) {
    const auto eerder = signaaltermijnen(*oud);
    std::erase_if(termijnen, [&](const auto& each) { return bevat(eerder, each); });
  }
  std::erase_if(termijnen, [&](const auto& each) { return each.dag > vandaag || vandaag > each.totEnMet; });
  return plaatsWaarHijWoont(nieuw, vandaag, termijnen);
}

bool beeindigKoppelingen(Dossier& dossier, Date dag) {
  bool gewijzigd = false;
  for (auto& koppeling : dossier.koppelingen) {
    if (koppeling.datumIngetrokken) continue;
    std::optional<Date> vertrek;
    bool woontEr = false;
    for (const auto& verblijf : dossier.verblijven) {
      if (verblijf.gemeentecode != koppeling.gemeentecode) continue;
      if (!verblijf.tot || *verblijf.tot > dag)
        woontEr = true;
      else if (!vertrek || *vertrek < *verblijf.tot)
        vertrek = verblijf.tot;
    }
    if (woontEr || !vertrek) continue;
    koppeling.datumIngetrokken = vertrek;
    gewijzigd = true;
  }
  return gewijzigd;
}

Dagstap verwerkDag(const Dossier& dossier, Date dag, const std::function<std::string()>& examennummer) {
  Dagstap stap{dossier, false, {}};
  stap.gewijzigd = beeindigKoppelingen(stap.dossier, dag);
  neemOver(stap, maakPipDefinitief(stap.dossier, dag));
  neemOver(stap, maakEindgesprekDefinitief(stap.dossier, dag));
  // An offer may stand before the term does, and a late one is weighed on the day of SS194.
  for (auto& actie : verlengWegensAanbod(stap.dossier, dag)) {
    stap.gewijzigd = true;
    stap.signalen.push_back(std::move(actie));
  }
  const Verblijf* verblijf = verblijfOp(dossier, dag);
  if (verblijf && plichtLoopt(dossier)) {
    const auto verlopen = dagNieuweToetsNaVerloop(dossier);
    const auto verzocht = dagNieuweToetsNaVerzoek(dossier);
    if ((verlopen && *verlopen <= dag) || (verzocht && *verzocht <= dag))
      zetToetsKlaar(stap, verblijf->gemeentecode, dag, examennummer());
  }
  // A stay that begins or ends today changes who sees him: the dossier is stored anew.
  for (const auto& each : dossier.verblijven) {
    if (each.vanaf == dag || each.tot == dag) stap.gewijzigd = true;
  }
  return stap;
}

std::optional<Date> volgendeDag(const Dossier& dossier, Date na) {
  std::optional<Date> eerste;
  const auto bekijk = [&](std::optional<Date> dag) {
    if (dag && *dag > na && (!eerste || *dag < *eerste)) eerste = dag;
  };
  for (const auto& termijn : signaaltermijnen(dossier)) bekijk(termijn.dag);
  for (const auto& verblijf : dossier.verblijven) {
    bekijk(verblijf.vanaf);
    bekijk(verblijf.tot);
  }
  if (const Pip* pip = geldendPip(dossier))
    bekijk(pip->datumRegistratieInitieel.plusDays(kDefinitiefNaDagen));
  if (dossier.eindgesprek) bekijk(eindgesprekDefinitiefVanaf(*dossier.eindgesprek));
  bekijk(dagNieuweToetsNaVerloop(dossier));
  bekijk(dagNieuweToetsNaVerzoek(dossier));
  return eerste;
}

}  // namespace cvsgw::isi::wi2021
