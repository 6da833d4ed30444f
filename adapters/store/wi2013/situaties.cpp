#include "adapters/store/wi2013/situaties.hpp"

#include <algorithm>

#include "adapters/store/signalen.hpp"
#include "adapters/store/wi2013/dossiers.hpp"
#include "gateway/isi/wi2013/zicht.hpp"

namespace cvsgw::store::situaties2013 {
namespace {

// § 3.5: refusing to sign presupposes having taken part; for the rest the dates stay empty or may.
bool tookPart(std::string_view reden) {
  return reden == "WeigertOndertekening";
}

}  // namespace

void begin(Situatie& situatie, const Gemeentecode& gemeente, Date start) {
  auto& dossier = situatie.dossier;
  dossier.datumVaststelling = start;
  dossier.verblijven = {{gemeente, start.plusMonths(-3), std::nullopt}};
  dossier.inburgeringsplichtig = true;
  dossier.pvt.gemeenteEersteVestiging = gemeente.value();
  dossier.pvt.pvtPlichtig = true;
  dossier.pvt.datumStartPvtPlicht = start;
  dossier.pvt.datumEindePvtPlicht = isi::wi2013::pvtTermijnEinde(start);
}

void voldoe(Situatie& situatie, Date voldaan) {
  auto& pvt = situatie.dossier.pvt;
  pvt.datumStartDeelname = voldaan.plusDays(-21);
  pvt.datumEindeDeelname = voldaan;
  pvt.datumVoldaan = voldaan;
  pvt.datumRegistratie = voldaan.plusDays(1);
  pvt.gemeenteOndertekening = situatie.woonplaats().value();
}

void registreerReden(Situatie& situatie, std::string_view reden, Date dag) {
  auto& pvt = situatie.dossier.pvt;
  if (tookPart(reden)) {
    pvt.datumStartDeelname = dag.plusDays(-60);
    pvt.datumEindeDeelname = dag.plusDays(-40);
  }
  pvt.redenNietVoldaan = reden;
  pvt.datumRegistratie = dag;
}

void dienFactuurIn(Situatie& situatie, std::string_view nummer, std::string_view status, Date dag) {
  isi::wi2013::Factuur factuur;
  factuur.factuurnummer = nummer;
  factuur.factuurdatum = dag;
  factuur.debiteurnummer = "D004711";
  factuur.bedrag = isi::wi2013::kFactuurbedrag;
  if (!status.empty()) factuur.status = status;
  if (status == "6") situatie.meld("SS611", dag.plusDays(10));
  if (factuur.geaccepteerd()) situatie.meld("SS612", dag.plusDays(10));
  situatie.dossier.facturen.push_back(std::move(factuur));
}

void verhuis(Situatie& situatie, const Gemeentecode& naar, Date dag) {
  situatie.meld("SS614", dag);
  situatie.dossier.verblijven.back().totEnMet = dag.plusDays(-1);
  situatie.dossier.verblijven.push_back({naar, dag, std::nullopt});
  situatie.meld("SS613", dag);
}

void geefBegeleiding(Situatie& situatie, Date start, Date vandaag) {
  auto& begeleiding = situatie.dossier.maatschappelijkeBegeleiding;
  const Date reported(static_cast<int>(start.ymd().year()) + 1, 2, 26);
  begeleiding.recht = true;
  begeleiding.gemeldBijBzk = reported <= vandaag;
  if (*begeleiding.gemeldBijBzk) begeleiding.datumGemeldBijBzk = reported;
}

void bewaar(Session& writer, const Situatie& situatie, Date vandaag) {
  auto dossier = situatie.dossier;
  auto& pvt = dossier.pvt;
  if (pvt.datumRegistratie) pvt.definitief = isi::wi2013::definitiefOp(*pvt.datumRegistratie) <= vandaag;
  if (pvt.voldaan() && pvt.definitief.value_or(false)) pvt.pvtPlichtig = false;
  saveWi2013(writer, dossier, vandaag);
  const auto seenBy = isi::wi2013::zichtOp(dossier, vandaag);
  for (const auto& bericht : situatie.berichten) {
    const bool inSight = std::ranges::any_of(
        seenBy, [&bericht](const auto& zicht) { return zicht.gemeente == bericht.gemeente; });
    if (!inSight || bericht.datum > vandaag) continue;
    NewSignaal signaal;
    signaal.gemeente = bericht.gemeente;
    signaal.bsn = dossier.bsn;
    signaal.code = bericht.code;
    signaal.status = bericht.status;
    signaal.datum = bericht.datum;
    // Settled lately, or it would have been cleaned up.
    signaal.afgehandeldOp = std::max(bericht.datum, vandaag.plusDays(-3));
    signaal.achternaam = dossier.achternaam;
    signaal.geboortedatum = dossier.geboortedatum;
    placeSignaal(writer, Wet::wi2013, signaal);
  }
}

}  // namespace cvsgw::store::situaties2013
