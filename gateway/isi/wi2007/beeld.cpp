// The display rules of the person's screen (Wi2007 § 3.4): which value is shown only when another is filled.
#include "gateway/isi/wi2007/beeld.hpp"

#include <algorithm>

#include "gateway/isi/wi2007/plicht.hpp"
#include "gateway/isi/wi2007/zicht.hpp"

namespace cvsgw::isi::wi2007 {
namespace {

template <class T>
void showOnlyIf(bool shown, std::optional<T>& value) {
  if (!shown) value.reset();
}

std::string volledigeNaam(const Dossier& dossier) {
  std::string naam;
  for (const auto* deel : {&dossier.voornaam, &dossier.voorvoegsels}) {
    if (*deel && !(*deel)->empty()) naam += **deel + " ";
  }
  return naam + dossier.achternaam;
}

Persoonsgegevens maakPersoonsgegevens(const Dossier& dossier) {
  Persoonsgegevens out;
  out.geboortedatum = dossier.geboortedatum;
  out.gegevens = dossier.gegevens;
  out.diplomaBehaald = dossier.examens.datumDiplomaBehaald.has_value();
  out.schuldAanwezig = dossier.gegevens.schuld.centen > 0;
  out.examenaanvraag = dossier.gegevens.examenaanvraag.value_or("Geen");
  showOnlyIf(out.diplomaBehaald, out.gegevens.niveauInburgeringsdiploma);
  showOnlyIf(dossier.gegevens.pardonregeling, out.gegevens.inAzcGehuisvest);
  return out;
}

Indicatie maakIndicatie(const Dossier& dossier, Date vandaag) {
  Indicatie out;
  auto stand = plichtOp(dossier, vandaag);
  out.inburgeringsplichtig = stand.plichtig;
  out.datumInburgeringsplichtig = dossier.datumInburgeringsplichtig;
  out.redenNietInburgeringsplichtig = std::move(stand.reden);
  out.vrijwilligeInburgeraar = dossier.positie == posities::kVrijwillig;
  out.oudkomer = dossier.oudkomer;
  out.pardonregeling = dossier.gegevens.pardonregeling;
  out.asielgerechtigd = dossier.gegevens.asielgerechtigd.value_or(false);
  showOnlyIf(out.inburgeringsplichtig, out.datumInburgeringsplichtig);
  return out;
}

Handhaving maakHandhaving(const Dossier& dossier) {
  Handhaving out = dossier.handhaving;
  const bool filled = out.gemeente && out.beginHandhaving;
  for (auto& verlenging : out.verlengingen) showOnlyIf(filled, verlenging.redenVerlenging);
  std::ranges::stable_sort(out.verlengingen, {}, &Verlenging::datumVerlenging);
  return out;
}

std::vector<Inburgeringsvoorziening> maakVoorzieningen(const Dossier& dossier) {
  auto out = dossier.voorzieningen;
  for (auto& voorziening : out) showOnlyIf(voorziening.soort == "Duaal", voorziening.vormDuaalTraject);
  std::ranges::stable_sort(out, {}, &Inburgeringsvoorziening::datumStart);
  return out;
}

std::vector<Vrijstelling> maakVrijstellingen(const Dossier& dossier) {
  auto out = dossier.vrijstellingen;
  for (auto& vrijstelling : out) {
    showOnlyIf(vrijstelling.soort == "Tijdelijk", vrijstelling.einde);
    showOnlyIf(vrijstelling.soort == "Gedeeltelijk", vrijstelling.examenonderdeel);
    showOnlyIf(vrijstelling.examenonderdeel == "Taal", vrijstelling.niveau);
  }
  std::ranges::stable_sort(out, {}, &Vrijstelling::start);
  return out;
}

Examens maakExamens(const Dossier& dossier) {
  Examens out;
  auto& gegevens = out.gegevens = dossier.examens;
  out.inburgeringsdiplomaBehaald = gegevens.datumDiplomaBehaald.has_value();
  out.volledigeDeelnameNt2 = gegevens.volledigeDeelnameNt2.value_or("0");
  out.examenaanvraag = dossier.gegevens.examenaanvraag.value_or("Geen");
  showOnlyIf(out.inburgeringsdiplomaBehaald, gegevens.diplomaGemeente);
  showOnlyIf(out.inburgeringsdiplomaBehaald && codes::kGeslaagd.contains(gegevens.geslaagd.value_or("")),
             gegevens.geslaagd);
  showOnlyIf(gegevens.deelgenomenVolledigExamen, gegevens.gemeenteVolledigeDeelname);
  showOnlyIf(gegevens.volledigeDeelnameNt2.has_value(), gegevens.gemeenteVolledigeDeelnameNt2);
  for (auto& onderdeel : gegevens.onderdelen) {
    showOnlyIf(onderdeel.uitslag == "Geslaagd", onderdeel.gemeenteBehaald);
  }
  std::ranges::stable_sort(gegevens.onderdelen, {}, &Examenonderdeel::datumDeelname);
  return out;
}

}  // namespace

PersoonIngang PersoonIngang::of(std::int64_t volgnummer, PersoonRij rij) {
  PersoonIngang out;
  out.persoonId = std::move(rij.persoonId);
  out.volgnummer = volgnummer;
  out.bsn = std::move(rij.bsn);
  out.aNummer = std::move(rij.aNummer);
  out.voornaam = std::move(rij.voornaam);
  out.voorvoegsels = std::move(rij.voorvoegsels);
  out.achternaam = std::move(rij.achternaam);
  out.geboortedatum = rij.geboortedatum;
  out.geslacht = std::move(rij.geslacht);
  out.herkomst = std::move(rij.herkomst);
  out.datumOverlijden = rij.datumOverlijden;
  out.verblijf = std::move(rij.verblijf);
  return out;
}

Persoon maakPersoon(const Dossier& dossier, Date vandaag) {
  Persoon out;
  out.bsn = dossier.bsn;
  out.aNummer = dossier.aNummer;
  out.naam = volledigeNaam(dossier);
  out.voornaam = dossier.voornaam;
  out.voorvoegsels = dossier.voorvoegsels;
  out.achternaam = dossier.achternaam;
  out.geboortedatum = dossier.geboortedatum;
  out.herkomst = herkomst(dossier, vandaag);
  out.persoonsgegevens = maakPersoonsgegevens(dossier);
  out.indicatie = maakIndicatie(dossier, vandaag);
  out.handhaving = maakHandhaving(dossier);
  out.inburgeringsvoorzieningen = maakVoorzieningen(dossier);
  out.vrijstellingen = maakVrijstellingen(dossier);
  out.boetes = dossier.boetes;
  std::ranges::stable_sort(out.boetes, {}, &Boete::datumToekennen);
  out.examens = maakExamens(dossier);
  return out;
}

}  // namespace cvsgw::isi::wi2007
