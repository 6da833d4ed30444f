#include "adapters/store/wi2007/leven.hpp"

#include <algorithm>

#include "adapters/store/wi2007/dossiers.hpp"

namespace cvsgw::store {

namespace wi2007 = isi::wi2007;

void Leven2007::meld(std::string_view code, const Gemeentecode& gemeente, Date datum,
                     isi::Signaalstatus status) {
  NewSignaal signaal;
  signaal.gemeente = gemeente;
  signaal.code = code;
  signaal.datum = std::min(datum, vandaag);
  signaal.status = status;
  signalen.push_back(std::move(signaal));
}

void Leven2007::handhaaf(const Gemeentecode& gemeente, Date begin, Date einde) {
  auto& handhaving = dossier.handhaving;
  handhaving.gehandhaafd = true;
  handhaving.gemeente = gemeente.value();
  handhaving.eersteHandhavingDoorGemeente = gemeente.value();
  handhaving.beginHandhaving = begin;
  handhaving.eindeHandhavingstermijn = einde;
}

wi2007::Inburgeringsvoorziening& Leven2007::voorziening(const Gemeentecode& gemeente, std::string_view soort,
                                                        Date start) {
  auto& voorziening = dossier.voorzieningen.emplace_back();
  voorziening.aanbodDoorGemeente = gemeente.value();
  voorziening.soort = soort;
  voorziening.datumStart = start;
  voorziening.persoonlijkInburgeringsbudget = false;
  return voorziening;
}

wi2007::Examenonderdeel& Leven2007::examen(std::string_view onderdeel, std::string_view uitslag, Date datum) {
  auto& examen = dossier.examens.onderdelen.emplace_back();
  examen.examen = onderdeel;
  examen.uitslag = uitslag;
  examen.datumDeelname = datum;
  examen.vrijgesteld = false;
  return examen;
}

void Leven2007::slaag(const Gemeentecode& gemeente, Date datum, std::string_view niveau) {
  auto& examens = dossier.examens;
  examens.datumDiplomaBehaald = datum;
  examens.diplomaGemeente = gemeente.value();
  examens.deelgenomenVolledigExamen = true;
  examens.gemeenteVolledigeDeelname = gemeente.value();
  examens.geslaagd = "ZonderHerkansingZonderVrijstelling";
  dossier.gegevens.niveauInburgeringsdiploma = niveau;
  for (const auto* onderdeel : {"KNS", "TGN", "EPE", "Praktijkexamen"}) {
    auto& deel = examen(onderdeel, "Geslaagd", datum);
    deel.niveau = niveau;
    deel.gemeenteBehaald = gemeente.value();
  }
}

void Leven2007::verhuis(const Gemeentecode& naar, Date datum) {
  if (!dossier.verblijf.empty()) dossier.verblijf.back().totEnMet = datum.plusDays(-1);
  dossier.verblijf.push_back({naar, datum, std::nullopt});
}

void Leven2007::vertrekUitNederland(Date datum) {
  dossier.gegevens.datumVertrekUitNederland = datum;
  if (!dossier.verblijf.empty()) dossier.verblijf.back().totEnMet = datum.plusDays(-1);
}

void Leven2007::overlijd(Date datum) {
  dossier.datumOverlijden = datum;
}

void Leven2007::save(Session& writer) const {
  saveWi2007(writer, dossier, vandaag);
  for (auto signaal : signalen) {
    signaal.bsn = dossier.bsn;
    signaal.aNummer = dossier.aNummer;
    signaal.achternaam = dossier.achternaam;
    signaal.geboortedatum = dossier.geboortedatum;
    placeSignaal(writer, Wet::wi2007, signaal);
  }
}

}  // namespace cvsgw::store
