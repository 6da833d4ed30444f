#include "gateway/isi/signaalextract.hpp"

#include <array>

#include "gateway/isi/code_registry.hpp"
#include "gateway/isi/wi2021/codes.hpp"

namespace cvsgw::isi {
namespace {

constexpr Kolom kCode{"Code signaal", "Code van het signaal", {}};
constexpr Kolom kOmschrijving{"Omschrijving", "Wat het signaal zegt", {}};
constexpr Kolom kDatum{"Datum signaal", "Dag waarop het signaal is geplaatst", {}};
constexpr Kolom kStatus{"Status signaal", "Stand van de afhandeling", "Nieuw; In behandeling; Afgehandeld",
                        "Gemeente"};
constexpr Kolom kBsn{"BSN", "Burgerservicenummer", {}, "BRP"};
constexpr Kolom kAchternaam{"Achternaam", "Leeg bij een correctiesignaal", {}, "BRP"};
constexpr Kolom kGeboortedatum{"Geboortedatum", "Leeg als dag of maand niet bekend is", {}, "BRP"};
constexpr Kolom kId{"Kenmerk signaal", "Verandert nooit; ZoekSignalen en HaalSignalen geven het ook", {}};

// Under the Wi2007 a municipality reads the status (§ 3.6) and changes nothing.
constexpr Kolom kStatus2007{"Status signaal", kStatus.definitie, kStatus.waarden};
constexpr auto k2007 = std::to_array<Kolom>({kCode,
                                             kOmschrijving,
                                             kStatus2007,
                                             kDatum,
                                             kBsn,
                                             {"A-nummer", "Administratienummer", {}, "BRP"},
                                             kAchternaam,
                                             kGeboortedatum,
                                             kId});
constexpr auto k2013 =
    std::to_array<Kolom>({kCode, kOmschrijving, kStatus, kDatum, kBsn, kAchternaam, kGeboortedatum, kId});
constexpr auto k2021 = std::to_array<Kolom>(
    {kCode,
     kOmschrijving,
     kStatus,
     kDatum,
     kBsn,
     kAchternaam,
     kGeboortedatum,
     {"Doelgroep", "Doelgroep van de persoon", "Asielstatushouder; Gezinsmigrant en overige migrant"},
     {"Contactpersoon", "Contactpersoon binnen uw gemeente", {}, "Gemeente"},
     kId});

std::string_view statusTekst(Signaalstatus status) {
  return kSignaalstatuslijst.omschrijving(statusNaam(status));
}

std::string_view omschrijving(Wet wet, std::string_view code) {
  for (const auto& row : signalenVan(wet)) {
    if (row.code == code) return row.omschrijving;
  }
  return {};
}

}  // namespace

std::span<const Kolom> signaalKolommen(Wet wet) {
  switch (wet) {
    case Wet::wi2007:
      return k2007;
    case Wet::wi2013:
      return k2013;
    case Wet::wi2021:
      return k2021;
  }
  return {};
}

void vulSignaal(Wet wet, const Signaal& signaal, Rij& rij) {
  rij.opnieuw();
  rij.tekst(signaal.code).tekst(omschrijving(wet, signaal.code)).tekst(statusTekst(signaal.status));
  rij.datum(signaal.datum).tekst(signaal.bsn.value());
  if (wet == Wet::wi2007) rij.tekst(signaal.aNummer);
  rij.tekst(signaal.achternaam).datum(signaal.geboortedatum);
  if (wet == Wet::wi2021)
    rij.code(signaal.doelgroep, wi2021::codes::kDoelgroep).tekst(signaal.contactpersoonNaam);
  rij.tekst(signaal.signaalId);
}

}  // namespace cvsgw::isi
