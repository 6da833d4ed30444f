#include "gateway/isi/wi2021/verlenging.hpp"

#include <algorithm>

#include "gateway/isi/wi2021/gevolgen.hpp"
#include "gateway/isi/wi2021/termijnen.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

bool verlengdOpGrond(const Plicht& plicht, std::string_view grond) {
  // An extension of an earlier obligation's term is history.
  const auto has = [&](const Termijn& termijn) {
    return termijn.verlengingsgrond == grond &&
           (!termijn.startdatum || *termijn.startdatum > plicht.datumVaststelling);
  };
  return (plicht.termijn && has(*plicht.termijn)) || std::ranges::any_of(plicht.termijnHistorie, has);
}

// Of the plan that held on that day.
std::string_view leerrouteOp(const Dossier& dossier, Date dag) {
  for (const auto& pip : dossier.pips) {
    if (pip.datumRegistratie <= dag) return pip.leerroute;
  }
  return {};
}

bool startTeLaat(const Aanbod& aanbod, const Dossier& dossier) {
  return aanbod.startdatumOpleiding && leerrouteOp(dossier, aanbod.datumRegistratie) == "O" &&
         *aanbod.startdatumOpleiding > aanbod.datumRegistratie.plusMonths(kStartBinnenMaanden);
}

void verleng(Plicht& plicht, std::string_view grond, Date vandaag) {
  plicht.termijnHistorie.insert(plicht.termijnHistorie.begin(), *plicht.termijn);
  plicht.termijn->einddatum = plicht.termijn->einddatum->plusMonths(kVerlengingMaanden);
  plicht.termijn->wijzigingsdatum = vandaag;
  plicht.termijn->verlengingsgrond = grond;
  plicht.redenWijziging = "TermijnAmbtshalveVerlengd";
  plicht.wijzigingsdatum = vandaag;
}

}  // namespace

Date doorgegevenOp(const Aanbod& aanbod, const Dossier& dossier) {
  Date first = aanbod.datumRegistratie;
  for (const auto& earlier : dossier.aanbodWijzigingen) {
    if (earlier.aanbodId == aanbod.aanbodId) first = std::min(first, earlier.datumRegistratie);
  }
  return first;
}

std::optional<Date> eersteAanbodOp(const Dossier& dossier) {
  std::optional<Date> first;
  for (const auto& aanbod : dossier.aanbiedingen) {
    const Date dag = doorgegevenOp(aanbod, dossier);
    if (!first || dag < *first) first = dag;
  }
  return first;
}

bool aanbodTeLaat(const Dossier& dossier, Date dag) {
  const Pip* pip = geldendPip(dossier);
  return pip && dag > pip->datumRegistratieInitieel.plusMonths(kAanbodBinnenMaanden);
}

std::vector<Signaalactie> verlengWegensAanbod(Dossier& dossier, Date vandaag) {
  auto& plicht = dossier.plicht;
  const auto loopt = [&] {
    return plicht.termijn && plicht.termijn->einddatum && vandaag <= *plicht.termijn->einddatum;
  };
  if (!plicht.asielstatushouder() || !plichtLoopt(dossier) || !loopt()) return {};
  std::vector<Signaalactie> acties;
  std::optional<Gemeentecode> gemeente;  // absent: whoever has him in sight
  if (const auto* verblijf = verblijfOp(dossier, vandaag)) gemeente = verblijf->gemeentecode;
  const auto geef = [&](std::string_view grond) {
    verleng(plicht, grond, vandaag);
    acties.push_back({Signaalactie::Soort::plaats, "SS103", gemeente});
  };
  const auto late = [&](const Aanbod& aanbod) { return startTeLaat(aanbod, dossier); };
  if (!verlengdOpGrond(plicht, kGrondLateStart) && std::ranges::any_of(dossier.aanbiedingen, late))
    geef(kGrondLateStart);
  const auto first = eersteAanbodOp(dossier);
  if (first && aanbodTeLaat(dossier, *first) && !verlengdOpGrond(plicht, kGrondLaatAanbod) &&
      vandaag >= plicht.termijn->einddatum->plusMonths(-kWeegLaatAanbodMaanden))
    geef(kGrondLaatAanbod);
  return acties;
}

}  // namespace cvsgw::isi::wi2021
