#include "gateway/laws/wi2007/vertalen.hpp"

#include "cvsH.h"
#include "gateway/isi/wi2007/codes.hpp"
#include "gateway/laws/binding.hpp"
#include "gateway/laws/datum.hpp"
#include "gateway/laws/wi2007/rules/zoeken.hpp"

namespace cvsgw::laws::wi2007 {
namespace {

using isi::Richting;
using isi::SignaalKolom;
using isi::Signaalstatus;

template <class Vraag>
Nummers nummersVan(const Vraag& vraag) {
  Nummers nummers;
  if (vraag.bsn) nummers.bsn = *vraag.bsn;
  nummers.aNummer = vraag.aNummer != nullptr;
  return nummers;
}

template <class Vraag, class Criteria>
void takeNummers(const Vraag& vraag, Criteria& criteria) {
  if (vraag.bsn) criteria.bsn = Bsn::parse(*vraag.bsn);
  criteria.aNummer = optionalOf(vraag.aNummer);
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

SignaalKolom kolomVan(w07__Signaalkolom kolom) {
  switch (kolom) {
    case w07__Signaalkolom::Status:
      return SignaalKolom::status;
    case w07__Signaalkolom::Bsn:
      return SignaalKolom::bsn;
    case w07__Signaalkolom::ANummer:
      return SignaalKolom::aNummer;
    case w07__Signaalkolom::Achternaam:
      return SignaalKolom::achternaam;
    case w07__Signaalkolom::Code:
      return SignaalKolom::code;
    case w07__Signaalkolom::Omschrijving:
      return SignaalKolom::omschrijving;
    case w07__Signaalkolom::Datum:
      return SignaalKolom::datum;
  }
  return SignaalKolom::datum;
}

}  // namespace

Vertaald<isi::wi2007::PersonenCriteria> vertaal(const w07__PersoonCriteriaType& vraag) {
  Vertaald<isi::wi2007::PersonenCriteria> out;
  auto& criteria = out.criteria;
  takeNummers(vraag, criteria);
  criteria.geboortedatumVanaf = optioneleDatum(vraag.geboortedatumVanaf);
  criteria.geboortedatumTotEnMet = optioneleDatum(vraag.geboortedatumTotEnMet);
  if (vraag.geslacht) criteria.geslacht = soap_w07__Geslacht2s(vraag.soap, *vraag.geslacht);
  criteria.nationaliteit = optionalOf(vraag.nationaliteit);
  if (vraag.herkomst) criteria.herkomst = soap_w07__Herkomst2s(vraag.soap, *vraag.herkomst);
  if (vraag.verblijf) criteria.verblijf = soap_w07__Verblijf2s(vraag.soap, *vraag.verblijf);
  out.meldingen = controleerZoeken(nummersVan(vraag), criteria);
  return out;
}

Vertaald<isi::wi2007::PersonenCriteria> vertaal(const w07__RaadpleegCriteriaType& vraag) {
  Vertaald<isi::wi2007::PersonenCriteria> out;
  takeNummers(vraag, out.criteria);
  out.meldingen = controleerRaadplegen(nummersVan(vraag));
  return out;
}

Vertaald<isi::SignaalCriteria> vertaal(const w07__SignaalCriteriaType& vraag) {
  Vertaald<isi::SignaalCriteria> out;
  auto& criteria = out.criteria;
  takeNummers(vraag, criteria);
  criteria.datumVanaf = optioneleDatum(vraag.datumVanaf);
  criteria.datumTotEnMet = optioneleDatum(vraag.datumTotEnMet);
  if (vraag.code) criteria.code = soap_w07__Signaalcode2s(vraag.soap, *vraag.code);
  if (vraag.status) criteria.status = statusVan(*vraag.status);
  criteria.nietAfgehandeld = vraag.nietAfgehandeld && *vraag.nietAfgehandeld;
  out.meldingen = controleerSignalen(nummersVan(vraag), criteria);
  return out;
}

isi::SignaalSortering sorteringVan(const w07__SignaalPagineringType* paginering) {
  isi::SignaalSortering sortering;  // newest first
  if (!paginering || !paginering->sortering) return sortering;
  const auto& vraag = *paginering->sortering;
  if (vraag.kolom) sortering.kolom = kolomVan(*vraag.kolom);
  // The first click on a heading sorts upwards (§ 3.6); without a heading the list stays newest first.
  sortering.richting = vraag.kolom ? Richting::oplopend : Richting::aflopend;
  if (vraag.richting) {
    sortering.richting = *vraag.richting == g__Richting::Aflopend ? Richting::aflopend : Richting::oplopend;
  }
  return sortering;
}

SignaalRij rijVan(const isi::Signaal& signaal) {
  SignaalRij rij;
  rij.signaalId = signaal.signaalId;
  rij.volgnummer = signaal.volgnummer;
  rij.code = signaal.code;
  rij.omschrijving = isi::wi2007::codes::kSignaal.omschrijving(signaal.code);
  rij.status = isi::statusNaam(signaal.status);
  rij.datum = signaal.datum;
  rij.bsn = signaal.bsn;
  rij.aNummer = signaal.aNummer;
  rij.achternaam = signaal.achternaam;
  return rij;
}

SignaalIngang ingangVan(const isi::Signaal& signaal) {
  SignaalIngang ingang;
  ingang.signaalId = signaal.signaalId;
  ingang.volgnummer = signaal.volgnummer;
  ingang.vervallen = signaal.vervallen;
  if (signaal.vervallen) return ingang;
  ingang.code = signaal.code;
  ingang.omschrijving = isi::wi2007::codes::kSignaal.omschrijving(signaal.code);
  ingang.status = isi::statusNaam(signaal.status);
  ingang.datum = signaal.datum;
  ingang.bsn = signaal.bsn;
  ingang.aNummer = signaal.aNummer;
  ingang.achternaam = signaal.achternaam;
  return ingang;
}

}  // namespace cvsgw::laws::wi2007
