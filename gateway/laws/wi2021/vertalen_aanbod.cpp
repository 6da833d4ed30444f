#include "gateway/laws/wi2021/vertalen_aanbod.hpp"

#include "cvsStub.h"
#include "gateway/laws/binding.hpp"
#include "gateway/laws/datum.hpp"

namespace cvsgw::laws::wi2021 {

using isi::wi2021::Aanbod;
using isi::wi2021::UrenGemeente;
using isi::wi2021::UrenInstelling;

namespace {

std::string alfabetiseringVan(const w21__AlfabetiseringCodeType* code) {
  if (!code) return "NVT";
  switch (*code) {
    case w21__AlfabetiseringCodeType::A:
      return "A";
    case w21__AlfabetiseringCodeType::AA:
      return "AA";
    case w21__AlfabetiseringCodeType::NVT:
      return "NVT";
  }
  return "NVT";
}

std::string soortVan(w21__UrensoortGemeenteCodeType soort) {
  switch (soort) {
    case w21__UrensoortGemeenteCodeType::Participatie:
      return "Participatie";
    case w21__UrensoortGemeenteCodeType::ParticipatieTaalles:
      return "ParticipatieTaalles";
    case w21__UrensoortGemeenteCodeType::BredeIntakeTaalles:
      return "BredeIntakeTaalles";
  }
  return {};
}

template <class Vraag>
Aanbod datumsVan(const Vraag& vraag) {
  Aanbod aanbod;
  aanbod.datumInschrijving = verplichteDatum(vraag.datumInschrijving);
  aanbod.startdatumOpleiding = optioneleDatum(vraag.startdatumOpleiding);
  aanbod.einddatumOpleiding = optioneleDatum(vraag.einddatumOpleiding);
  aanbod.alfabetisering = alfabetiseringVan(vraag.alfabetisering);
  return aanbod;
}

}  // namespace

Aanbod vertaal(const w21__AanbodInvoerType& vraag) {
  Aanbod aanbod = datumsVan(vraag);
  aanbod.instellingsnummer = vraag.instellingsnummer;
  return aanbod;
}

Aanbod vertaal(const w21__AanbodWijzigingType& vraag) {
  return datumsVan(vraag);
}

UrenGemeente vertaal(const w21__UrenGemeenteInvoerType& vraag) {
  UrenGemeente uren;
  uren.soort = soortVan(vraag.soort);
  uren.aantalUren = vraag.totaalAantalUren;
  uren.datumTotaal = verplichteDatum(vraag.datumTotaal);
  return uren;
}

UrenInstelling vertaal(const w21__UrenInstellingInvoerType& vraag) {
  UrenInstelling uren;
  uren.instellingsnummer = vraag.instellingsnummer;
  uren.urenTaallesKnm = optionalOf(vraag.urenTaallesKnm);
  uren.urenGeoorloofdVerzuim = optionalOf(vraag.urenGeoorloofdVerzuim);
  uren.urenOngeoorloofdVerzuim = optionalOf(vraag.urenOngeoorloofdVerzuim);
  uren.datumTotaal = verplichteDatum(vraag.datumTotaal);
  return uren;
}

}  // namespace cvsgw::laws::wi2021
