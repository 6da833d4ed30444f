#include "gateway/isi/loket/toekenning.hpp"

#include <algorithm>

#include "gateway/isi/wi2021/gevolgen.hpp"

namespace cvsgw::isi::loket {
namespace {

using wi2021::Dossier;

std::string naamVan(const Dossier& dossier, const Gemeentecode& gemeente, const std::string& nummer) {
  const auto found = std::ranges::find_if(dossier.aanbiedingen, [&](const auto& aanbod) {
    return aanbod.gemeentecode == gemeente && aanbod.instellingsnummer == nummer;
  });
  return found == dossier.aanbiedingen.end() ? std::string() : found->instellingsnaam;
}

// Totals that the request leaves out stay as they were.
template <class T>
void zet(std::optional<T>& staand, const std::optional<T>& nieuw) {
  if (nieuw) staand = nieuw;
}

void legUren(Dossier& dossier, const UrenBijInstelling& uren, const Gemeentecode& gemeente, Date vandaag) {
  wi2021::UrenInstelling nieuw;
  const auto staand = std::ranges::find_if(dossier.urenInstelling, [&](const auto& each) {
    return each.gemeentecode == gemeente && each.instellingsnummer == uren.instellingsnummer;
  });
  if (staand != dossier.urenInstelling.end()) {
    nieuw = std::move(*staand);
    dossier.urenInstelling.erase(staand);
  } else {
    nieuw.instellingsnaam = naamVan(dossier, gemeente, uren.instellingsnummer);
  }
  nieuw.gemeentecode = gemeente;
  nieuw.instellingsnummer = uren.instellingsnummer;
  nieuw.datumTotaal = uren.datumTotaal;
  nieuw.datumRegistratie = vandaag;
  zet(nieuw.urenTaallesKnm, uren.urenTaallesKnm);
  zet(nieuw.urenGeoorloofdVerzuim, uren.urenGeoorloofdVerzuim);
  zet(nieuw.urenOngeoorloofdVerzuim, uren.urenOngeoorloofdVerzuim);
  dossier.urenInstelling.insert(dossier.urenInstelling.begin(), std::move(nieuw));
}

}  // namespace

void legUren(Dossier& dossier, const Verzoek& verzoek, const Gemeentecode& gemeente, Date vandaag) {
  if (const auto& uren = verzoek.urenGemeente) {
    std::erase_if(dossier.urenGemeente, [&](const auto& each) {
      return each.gemeentecode == gemeente && each.soort == uren->soort;
    });
    wi2021::UrenGemeente nieuw;
    nieuw.gemeentecode = gemeente;
    nieuw.soort = uren->soort;
    nieuw.aantalUren = uren->totaalAantalUren;
    nieuw.datumTotaal = uren->datumTotaal;
    nieuw.datumRegistratie = vandaag;
    dossier.urenGemeente.insert(dossier.urenGemeente.begin(), std::move(nieuw));
  }
  if (verzoek.urenInstelling) legUren(dossier, *verzoek.urenInstelling, gemeente, vandaag);
}

void legDagtekening(Dossier& dossier, const Verzoek& verzoek, Date vandaag) {
  const auto* geldend = wi2021::geldendPip(dossier);
  if (!geldend || !verzoek.datumDagtekening) return;
  const Date oud = geldend->datumDagtekeningInitieel;
  const Date nieuw = *verzoek.datumDagtekening;
  const Date registratie = geldend->datumRegistratieInitieel;
  for (auto& pip : dossier.pips) {
    if (pip.datumRegistratieInitieel != registratie) continue;
    // The initial state carries the date twice.
    if (pip.datumDagtekening == pip.datumDagtekeningInitieel) pip.datumDagtekening = nieuw;
    pip.datumDagtekeningInitieel = nieuw;
  }
  auto& plicht = dossier.plicht;
  if (!plicht.termijn || plicht.termijn->startdatum != oud.plusDays(1) || oud == nieuw) return;
  plicht.termijnHistorie.insert(plicht.termijnHistorie.begin(), *plicht.termijn);
  const Date gewoonEinde = oud.plusYears(wi2021::kTermijnJaren);
  auto& einde = plicht.termijn->einddatum;
  const int verlengd = einde ? einde->daysSince(gewoonEinde) : 0;
  plicht.termijn->startdatum = nieuw.plusDays(1);
  einde = nieuw.plusYears(wi2021::kTermijnJaren).plusDays(verlengd);
  plicht.termijn->wijzigingsdatum = plicht.wijzigingsdatum = vandaag;
}

}  // namespace cvsgw::isi::loket
