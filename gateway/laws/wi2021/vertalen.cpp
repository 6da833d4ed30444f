#include "gateway/laws/wi2021/vertalen.hpp"

#include "cvsH.h"
#include "gateway/isi/wi2021/codes.hpp"
#include "gateway/laws/binding.hpp"
#include "gateway/laws/datum.hpp"
#include "gateway/laws/wi2021/rules/zoeken.hpp"

namespace cvsgw::laws::wi2021 {
namespace {

using isi::Richting;
using isi::SignaalKolom;
using isi::Signaalstatus;
using isi::wi2021::PersoonKolom;

bool isTrue(const bool* flag) {
  return flag && *flag;
}

Richting richtingVan(const g__Richting* richting, Richting standaard) {
  if (!richting) return standaard;
  return *richting == g__Richting::Aflopend ? Richting::aflopend : Richting::oplopend;
}

Signaalstatus statusVan(g__Signaalstatus status) {
  switch (status) {
    case g__Signaalstatus::Nieuw:
      return Signaalstatus::nieuw;
    case g__Signaalstatus::InBehandeling:
      return Signaalstatus::inBehandeling;
    case g__Signaalstatus::Afgehandeld:
      return Signaalstatus::afgehandeld;
  }
  return Signaalstatus::nieuw;
}

PersoonKolom kolomVan(w21__PersoonKolomType kolom) {
  switch (kolom) {
    case w21__PersoonKolomType::Bsn:
      return PersoonKolom::bsn;
    case w21__PersoonKolomType::Achternaam:
      return PersoonKolom::achternaam;
    case w21__PersoonKolomType::Geboortedatum:
      return PersoonKolom::geboortedatum;
    case w21__PersoonKolomType::Doelgroep:
      return PersoonKolom::doelgroep;
    case w21__PersoonKolomType::DatumVaststelling:
      return PersoonKolom::datumVaststelling;
    case w21__PersoonKolomType::Contactpersoon:
      return PersoonKolom::contactpersoon;
  }
  return PersoonKolom::bsn;
}

SignaalKolom kolomVan(w21__SignaalKolomType kolom) {
  switch (kolom) {
    case w21__SignaalKolomType::Status:
      return SignaalKolom::status;
    case w21__SignaalKolomType::Bsn:
      return SignaalKolom::bsn;
    case w21__SignaalKolomType::Achternaam:
      return SignaalKolom::achternaam;
    case w21__SignaalKolomType::Doelgroep:
      return SignaalKolom::doelgroep;
    case w21__SignaalKolomType::Code:
      return SignaalKolom::code;
    case w21__SignaalKolomType::Omschrijving:
      return SignaalKolom::omschrijving;
    case w21__SignaalKolomType::Datum:
      return SignaalKolom::datum;
    case w21__SignaalKolomType::Contactpersoon:
      return SignaalKolom::contactpersoon;
  }
  return SignaalKolom::datum;
}

// Takes over a BSN that passes the 11-test, or says that it does not.
void takeBsn(const std::string* text, std::optional<Bsn>& target, std::vector<Melding>& meldingen) {
  if (!text) return;
  meldingen = controleerBsn(*text, "criteria/bsn");
  target = Bsn::parse(*text);
}

}  // namespace

Vertaald<isi::wi2021::PersoonCriteria> vertaal(const w21__ZoekPersonenCriteriaType& vraag) {
  Vertaald<isi::wi2021::PersoonCriteria> out;
  takeBsn(vraag.bsn, out.criteria.bsn, out.meldingen);
  out.criteria.contactpersoonId = optionalOf(vraag.contactpersoonId);
  out.criteria.achternaam = optionalOf(vraag.achternaam);
  if (vraag.doelgroep) out.criteria.doelgroep = soap_w21__DoelgroepCodeType2s(vraag.soap, *vraag.doelgroep);
  out.criteria.vaststellingVanaf = optioneleDatum(vraag.datumVaststellingVanaf);
  out.criteria.vaststellingTotEnMet = optioneleDatum(vraag.datumVaststellingTotEnMet);
  out.criteria.lbtNietAfgenomen = isTrue(vraag.lbtNietAfgenomen);
  out.criteria.pipNietDoorgegeven = isTrue(vraag.pipNietDoorgegeven);
  out.criteria.aanbodNietDoorgegeven = isTrue(vraag.inburgeringsaanbodNietDoorgegeven);
  out.criteria.pvtNietDoorgegeven = isTrue(vraag.pvtNietDoorgegeven);
  out.criteria.mapNietDoorgegeven = isTrue(vraag.mapNietDoorgegeven);
  return out;
}

Vertaald<isi::SignaalCriteria> vertaal(const w21__SignaalCriteriaType& vraag) {
  Vertaald<isi::SignaalCriteria> out;
  takeBsn(vraag.bsn, out.criteria.bsn, out.meldingen);
  out.criteria.contactpersoonId = optionalOf(vraag.contactpersoonId);
  if (vraag.doelgroep) out.criteria.doelgroep = soap_w21__DoelgroepCodeType2s(vraag.soap, *vraag.doelgroep);
  out.criteria.datumVanaf = optioneleDatum(vraag.datumVanaf);
  out.criteria.datumTotEnMet = optioneleDatum(vraag.datumTotEnMet);
  if (vraag.code) out.criteria.code = soap_w21__SignaalcodeType2s(vraag.soap, *vraag.code);
  if (vraag.status) out.criteria.status = statusVan(*vraag.status);
  out.criteria.nietAfgehandeld = isTrue(vraag.nietAfgehandeld);
  return out;
}

isi::wi2021::InstellingCriteria vertaal(const w21__InstellingCriteriaType& vraag) {
  isi::wi2021::InstellingCriteria criteria;
  if (vraag.soort) criteria.soort = soap_w21__InstellingSoortType2s(vraag.soap, *vraag.soort);
  criteria.instellingsnummer = optionalOf(vraag.instellingsnummer);
  criteria.naam = optionalOf(vraag.naam);
  return criteria;
}

isi::wi2021::PersoonSortering sorteringVan(const w21__PersoonPagineringType* paginering) {
  isi::wi2021::PersoonSortering sortering;
  if (!paginering || !paginering->sortering) return sortering;
  const auto& vraag = *paginering->sortering;
  if (vraag.kolom) sortering.kolom = kolomVan(*vraag.kolom);
  sortering.richting = richtingVan(vraag.richting, Richting::oplopend);
  return sortering;
}

isi::SignaalSortering sorteringVan(const w21__SignaalPagineringType* paginering) {
  isi::SignaalSortering sortering;  // newest first
  if (!paginering || !paginering->sortering) return sortering;
  const auto& vraag = *paginering->sortering;
  if (vraag.kolom) sortering.kolom = kolomVan(*vraag.kolom);
  // A click on a heading sorts upwards first; without a heading the list stays newest first.
  sortering.richting = richtingVan(vraag.richting, vraag.kolom ? Richting::oplopend : Richting::aflopend);
  return sortering;
}

SignaalRij rijVan(const isi::Signaal& signaal) {
  SignaalRij rij;
  rij.signaalId = signaal.signaalId;
  rij.volgnummer = signaal.volgnummer;
  rij.code = signaal.code;
  rij.omschrijving = isi::wi2021::codes::kSignaal.omschrijving(signaal.code);
  rij.status = isi::statusNaam(signaal.status);
  rij.datum = signaal.datum;
  rij.bsn = signaal.bsn;
  rij.achternaam = signaal.achternaam;
  rij.doelgroep = signaal.doelgroep;
  rij.contactpersoonId = signaal.contactpersoonId;
  rij.contactpersoonNaam = signaal.contactpersoonNaam;
  return rij;
}

SignaalIngang ingangVan(const isi::Signaal& signaal) {
  SignaalIngang ingang;
  ingang.signaalId = signaal.signaalId;
  ingang.volgnummer = signaal.volgnummer;
  ingang.vervallen = signaal.vervallen;
  if (signaal.vervallen) return ingang;
  ingang.code = signaal.code;
  ingang.omschrijving = isi::wi2021::codes::kSignaal.omschrijving(signaal.code);
  ingang.status = isi::statusNaam(signaal.status);
  ingang.datum = signaal.datum;
  ingang.bsn = signaal.bsn;
  ingang.achternaam = signaal.achternaam;
  ingang.doelgroep = signaal.doelgroep;
  ingang.contactpersoonId = signaal.contactpersoonId;
  ingang.contactpersoonNaam = signaal.contactpersoonNaam;
  return ingang;
}

}  // namespace cvsgw::laws::wi2021
