// The sentences of § 3.6.11 as rows; what is checked is in uren.cpp, the totals are in isi/wi2021/tonen.cpp.
#include <array>

#include "gateway/laws/wi2021/rules/regels.hpp"

namespace cvsgw::laws::wi2021 {

namespace {

using enum Regel::Aard;
constexpr std::string_view kGemeente = "RegistreerUrenGemeente";
constexpr std::string_view kRegistreerInstelling = "RegistreerUrenInstelling";
constexpr std::string_view kRegistreer = "RegistreerUrenGemeente RegistreerUrenInstelling";
constexpr auto kUrenRegels = std::to_array<Regel>({
    {.id = "W21-175", .operaties = kGemeente, .code = "AS175"},
    {.id = "W21-176", .operaties = kRegistreer, .code = "FS176"},
    {.id = "W21-177", .operaties = kRegistreer, .code = "FS177"},
    {.id = "W21-178", .operaties = kRegistreer, .code = "FS178"},
    {.id = "W21-179", .operaties = kRegistreer, .code = "FS179"},
    {.id = "W21-180", .operaties = kRegistreer, .code = "FS180"},
    {.id = "W21-181", .operaties = kRegistreer, .code = "AS181"},
    {.id = "W21-182", .operaties = kRegistreerInstelling, .code = "FS182"},
    {.id = "W21-183", .operaties = kRegistreerInstelling, .code = "FS183"},
    {.id = "W21-184", .operaties = kRegistreerInstelling, .code = "FS184"},
    {.id = "W21-185", .operaties = kRegistreerInstelling, .code = "FS185"},
    {.id = "W21-540",
     .aard = automatisch,
     .operaties = kRegistreer,
     .bron = "Wi2021 § 3.6.11.1",
     .tekst = "De laatste registratie is de actuele: zij overschrijft de vorige van dezelfde gemeente, per "
              "soort uren of per instelling; een totaal dat niet wordt meegegeven blijft staan."},
    {.id = "W21-541",
     .aard = weergave,
     .operaties = "RaadpleegPersoon",
     .bron = "Wi2021 § 3.6.11.1",
     .tekst = "Het totaal is de optelsom van de uren bij gemeente en instelling; verzuim telt niet mee en "
              "participatie-uren (taallesuren) zitten al in de participatie-uren."},
    {.id = "W21-542",
     .aard = automatisch,
     .operaties = kGemeente,
     .bron = "Wi2021 § 3.6.11.1",
     .tekst = "Participatie-uren en taallesuren uit de brede intake worden voor iedere inburgeringsplichtige "
              "geregistreerd, uren bij een instelling in alle leerroutes."},
    {.id = "W21-543",
     .aard = nietToetsbaar,
     .operaties = kRegistreer,
     .bron = "Wi2021 § 3.6.11.1",
     .tekst = "Geef altijd het totaal tot nu toe (18 eerder en 35 erbij is 53), en 0 als er helemaal geen "
              "uren moeten zijn.",
     .toelichting = "Een lager totaal kan een correctie zijn; AS181 wijst erop."},
    {.id = "W21-544",
     .aard = nietToetsbaar,
     .operaties = kGemeente,
     .bron = "Wi2021 § 3.6.11",
     .tekst = "Taallesuren uit de brede intake zijn geen uren praktijkonderwijs, voortgezet speciaal "
              "onderwijs, entreeopleiding of internationale schakelklas.",
     .toelichting = "Een totaal toont niet waar de uren zijn gevolgd."},
    {.id = "W21-545",
     .aard = nietToetsbaar,
     .operaties = kGemeente,
     .bron = "Wi2021 § 3.6.11",
     .tekst = "In de participatie-uren zitten die van MAP (ten minste 40) en PVT (ten minste 12).",
     .toelichting = "De samenstelling van het totaal en de deelname zijn van de gemeente."},
    {.id = "W21-546",
     .aard = nietToetsbaar,
     .operaties = kRegistreerInstelling,
     .bron = "Wi2021 § 3.6.11",
     .tekst =
         "Alleen taallesuren Nederlands en KNM tellen, zoals de instelling ze opgeeft; geoorloofd verzuim "
         "heeft een geldige reden.",
     .toelichting = "De opgave van de instelling ligt bij de gemeente."},
    {.id = "W21-547",
     .aard = nietToetsbaar,
     .operaties = kRegistreer,
     .bron = "Wi2021 § 3.6.11.1",
     .tekst =
         "Werk de uren bij na verhuizing, wijziging van doelgroep of leerroute, tijdelijke vrijstelling, "
         "vertrek naar het buitenland, bij het einde van de termijn en na een wijziging door de IND.",
     .toelichting = "Dat er nieuwe uren zijn, weet alleen de gemeente; signalen wijzen op de gelegenheid."},
    {.id = "W21-548",
     .aard = nietToetsbaar,
     .operaties = kGemeente,
     .bron = "Wi2021 § 3.6.11.1",
     .tekst = "Een asielstatushouder in de B1-route volgt een duaal traject.",
     .toelichting = "Het duale traject staat in geen gegeven van DUO."},
    {.id = "W21-549",
     .aard = nietToetsbaar,
     .operaties = kRegistreer,
     .bron = "Wi2021 § 3.6.11.1",
     .tekst = "Na vier weken gaat een opgave van de vorige gemeente met het formulier voor "
              "wijzigingsverzoeken.",
     .toelichting = "De weigering (W21-005) noemt het; het verzoek zelf is DienWijzigingsverzoekIn."},
});
}  // namespace

std::span<const Regel> urenRegels() {
  return kUrenRegels;
}

}  // namespace cvsgw::laws::wi2021
