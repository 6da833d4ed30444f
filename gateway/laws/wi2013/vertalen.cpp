#include "gateway/laws/wi2013/vertalen.hpp"

#include "cvsH.h"
#include "gateway/isi/wi2013/codes.hpp"
#include "gateway/laws/binding.hpp"
#include "gateway/laws/datum.hpp"
#include "gateway/laws/wi2013/rules/zoeken.hpp"

namespace cvsgw::laws::wi2013 {
namespace {

using isi::Richting;
using isi::SignaalKolom;
using isi::Signaalstatus;
using isi::wi2013::FactuurZoek;
using isi::wi2013::PersoonKolom;
using isi::wi2013::Verblijf;

std::optional<std::string_view> textOf(const std::string* text) {
  if (!text) return std::nullopt;
  return std::string_view(*text);
}

Richting richtingVan(const g__Richting* richting) {
  return richting && *richting == g__Richting::Aflopend ? Richting::aflopend : Richting::oplopend;
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

FactuurZoek factuurVan(w13__FactuurAanwezigZoekType wanted) {
  switch (wanted) {
    case w13__FactuurAanwezigZoekType::Ja:
      return FactuurZoek::ja;
    case w13__FactuurAanwezigZoekType::Nee:
      return FactuurZoek::nee;
    case w13__FactuurAanwezigZoekType::NVT:
      return FactuurZoek::nvt;
  }
  return FactuurZoek::ja;
}

PersoonKolom kolomVan(w13__PersoonKolomType kolom) {
  switch (kolom) {
    case w13__PersoonKolomType::Bsn:
      return PersoonKolom::bsn;
    case w13__PersoonKolomType::Voornamen:
      return PersoonKolom::voornamen;
    case w13__PersoonKolomType::Achternaam:
      return PersoonKolom::achternaam;
    case w13__PersoonKolomType::Geboortedatum:
      return PersoonKolom::geboortedatum;
    case w13__PersoonKolomType::PvtPlichtig:
      return PersoonKolom::pvtPlichtig;
    case w13__PersoonKolomType::VoldaanAanPvtPlicht:
      return PersoonKolom::voldaanAanPvtPlicht;
    case w13__PersoonKolomType::RechtOpMaatschappelijkeBegeleiding:
      return PersoonKolom::rechtOpMaatschappelijkeBegeleiding;
    case w13__PersoonKolomType::FactuurAanwezig:
      return PersoonKolom::factuurAanwezig;
    case w13__PersoonKolomType::SignaalAanwezig:
      return PersoonKolom::signaalAanwezig;
  }
  return PersoonKolom::bsn;
}

SignaalKolom kolomVan(w13__SignaalKolomType kolom) {
  switch (kolom) {
    case w13__SignaalKolomType::Bsn:
      return SignaalKolom::bsn;
    case w13__SignaalKolomType::Status:
      return SignaalKolom::status;
    case w13__SignaalKolomType::Achternaam:
      return SignaalKolom::achternaam;
    case w13__SignaalKolomType::Code:
      return SignaalKolom::code;
    case w13__SignaalKolomType::Omschrijving:
      return SignaalKolom::omschrijving;
    case w13__SignaalKolomType::Datum:
      return SignaalKolom::datum;
  }
  return SignaalKolom::bsn;
}

}  // namespace

Vertaald<isi::wi2013::PersoonCriteria> vertaal(const w13__PersoonCriteriaType& vraag) {
  Vertaald<isi::wi2013::PersoonCriteria> out;
  auto& criteria = out.criteria;
  if (vraag.bsn) criteria.bsn = Bsn::parse(*vraag.bsn);
  criteria.pvtPlichtig = optionalOf(vraag.pvtPlichtig);
  criteria.datumStartPvtPlicht = optioneleDatum(vraag.datumStartPvtPlicht);
  criteria.datumEindePvtPlicht = optioneleDatum(vraag.datumEindePvtPlicht);
  criteria.datumStartDeelname = optioneleDatum(vraag.datumStartDeelname);
  criteria.datumEindeDeelname = optioneleDatum(vraag.datumEindeDeelname);
  criteria.voldaanAanPvtPlicht = optionalOf(vraag.voldaanAanPvtPlicht);
  criteria.rechtOpMaatschappelijkeBegeleiding = optionalOf(vraag.rechtOpMaatschappelijkeBegeleiding);
  if (vraag.verblijf) {
    criteria.verblijf = *vraag.verblijf == w13__VerblijfZoekType::Woonachtig ? Verblijf::woonachtig
                                                                             : Verblijf::voormaligWoonachtig;
  }
  if (vraag.factuurAanwezig) criteria.factuurAanwezig = factuurVan(*vraag.factuurAanwezig);
  out.meldingen = controleerZoeken(textOf(vraag.bsn), criteria);
  return out;
}

Vertaald<isi::SignaalCriteria> vertaal(const w13__SignaalCriteriaType& vraag) {
  Vertaald<isi::SignaalCriteria> out;
  auto& criteria = out.criteria;
  if (vraag.bsn) criteria.bsn = Bsn::parse(*vraag.bsn);
  criteria.datumVanaf = optioneleDatum(vraag.datumVanaf);
  criteria.datumTotEnMet = optioneleDatum(vraag.datumTotEnMet);
  if (vraag.code) criteria.code = soap_w13__SignaalcodeZoekType2s(vraag.soap, *vraag.code);
  if (vraag.status) criteria.status = statusVan(*vraag.status);
  criteria.nietAfgehandeld = vraag.nietAfgehandeld && *vraag.nietAfgehandeld;
  out.meldingen = controleerSignalen(textOf(vraag.bsn), criteria);
  return out;
}

isi::wi2013::PersoonSortering sorteringVan(const w13__PersoonPagineringType* paginering) {
  isi::wi2013::PersoonSortering sortering;
  if (!paginering || !paginering->sortering) return sortering;
  if (paginering->sortering->kolom) sortering.kolom = kolomVan(*paginering->sortering->kolom);
  sortering.richting = richtingVan(paginering->sortering->richting);
  return sortering;
}

isi::SignaalSortering sorteringVan(const w13__SignaalPagineringType* paginering) {
  isi::SignaalSortering sortering{SignaalKolom::bsn, Richting::oplopend};
  if (!paginering || !paginering->sortering) return sortering;
  if (paginering->sortering->kolom) sortering.kolom = kolomVan(*paginering->sortering->kolom);
  sortering.richting = richtingVan(paginering->sortering->richting);
  return sortering;
}

SignaalRij rijVan(const isi::Signaal& signaal) {
  SignaalRij rij;
  rij.signaalId = signaal.signaalId;
  rij.volgnummer = signaal.volgnummer;
  rij.code = signaal.code;
  rij.omschrijving = isi::wi2013::codes::kSignaal.omschrijving(signaal.code);
  rij.status = isi::statusNaam(signaal.status);
  rij.datum = signaal.datum;
  rij.bsn = signaal.bsn;
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
  ingang.omschrijving = isi::wi2013::codes::kSignaal.omschrijving(signaal.code);
  ingang.status = isi::statusNaam(signaal.status);
  ingang.datum = signaal.datum;
  ingang.bsn = signaal.bsn;
  ingang.achternaam = signaal.achternaam;
  return ingang;
}

}  // namespace cvsgw::laws::wi2013
