#include <array>

#include "gateway/domain/meldingen/gebieden.hpp"

namespace cvsgw::meldingen {
namespace {

constexpr auto kUrenRows = std::to_array<MeldingRow>({
    {"AS175", false,
     "Participatie-uren (taallesuren) zijn er voor asielstatushouders in de B1-route met een duaal traject. "
     "De "
     "uren worden wel geregistreerd.",
     "W21-175 (Wi2021 § 3.6.11.1)", "2022-01-01"},
    {"FS176", false,
     "De datum totaal aantal uren ligt vóór de vaststelling van de inburgeringsplicht. Geef een datum op of "
     "na "
     "{}.",
     "W21-176 (Wi2021 § 3.6.11.1)", "2022-01-01"},
    {"FS177", false,
     "De datum totaal aantal uren ligt na het einde van de inburgeringstermijn. Geef een datum tot en met "
     "{}.",
     "W21-177 (Wi2021 § 3.6.11.1)", "2022-01-01"},
    {"FS178", false,
     "De datum totaal aantal uren ligt vóór die van uw vorige registratie. Geef een datum op of na {}.",
     "W21-178 (Wi2021 § 3.6.11.1)", "2022-01-01"},
    {"FS179", false, "De datum totaal aantal uren ligt in de toekomst. Geef een datum tot en met {}.",
     "W21-179 (Wi2021 § 3.6.11.1)", "2022-01-01"},
    {"FS180", false, "Het aantal uren is te hoog. Geef een totaal van hoogstens 9999 uur.",
     "W21-180 (M2M GevolgdeUren)", "2022-01-01"},
    {"AS181", false,
     "Het nieuwe totaal is lager dan de {} uur die u eerder doorgaf en vervangt dat aantal. Geef altijd het "
     "totaal tot nu toe, niet wat erbij is gekomen.",
     "W21-181 (Wi2021 § 3.6.11.1)", "2022-01-01"},
    {"FS182", false,
     "Uren taalles en KNM en uren verzuim bij een instelling geeft u alleen door voor asielstatushouders.",
     "W21-182 (Wi2021 § 3.6.11.1)", "2022-01-01"},
    {"FS183", false,
     "Uw gemeente heeft bij deze instelling geen inburgeringsaanbod geregistreerd. Geef eerst het aanbod "
     "door.",
     "W21-183 (Wi2021 § 3.6.11.1)", "2022-01-01"},
    {"FS184", false,
     "Geef ten minste één totaal door: uren taalles en KNM, geoorloofd verzuim of ongeoorloofd verzuim.",
     "W21-184 (Wi2021 § 3.6.11.1)", "2022-01-01"},
    {"FS185", false,
     "Bij een taalschakelinstelling zijn er alleen uren in de Onderwijsroute. In de B1-route en de "
     "Zelfredzaamheidsroute kan alleen een instelling met het Blik op Werk-keurmerk.",
     "W21-185 (Wi2021 § 3.6.11.1; Wi2021 § 3.6.6.2)", "2022-01-01"},
});

}  // namespace

std::span<const MeldingRow> uren() {
  return kUrenRows;
}

}  // namespace cvsgw::meldingen
