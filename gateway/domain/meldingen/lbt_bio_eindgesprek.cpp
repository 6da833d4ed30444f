#include <array>

#include "gateway/domain/meldingen/gebieden.hpp"

namespace cvsgw::meldingen {
namespace {

constexpr auto kLbtBioEindgesprekRows = std::to_array<MeldingRow>({
    {"FS200", false,
     "De Leerbaarheidstoets is al afgenomen. Ontheffen kan alleen zolang de toets nog niet is afgenomen.",
     "W21-200 (Wi2021 § 3.6.5)", "2022-01-01"},
    {"FS201", false, "De persoon is al ontheven van de Leerbaarheidstoets. Een ontheffing is definitief.",
     "W21-201 (Wi2021 § 3.6.5)", "2022-01-01"},
    {"FS202", false,
     "De laatste Leerbaarheidstoets heeft niet het resultaat Nee. Opnieuw aanvragen kan alleen na dat "
     "resultaat.",
     "W21-202 (Wi2021 § 3.6.5)", "2022-01-01"},
    {"FS203", false,
     "De Leerbaarheidstoets is op {} al opnieuw aangevraagd. Wacht tot de toets weer beschikbaar is.",
     "W21-203 (Wi2021 § 3.6.5)", "2022-01-01"},
    {"FS204", false, "Bij de reden Overig is een toelichting verplicht. Vul zelf een reden in.",
     "W21-204 (Wi2021 § 3.6.5)", "2022-01-01"},
    {"FS205", false, "Een toelichting hoort alleen bij de reden Overig. Laat haar weg, of kies Overig.",
     "W21-205 (Wi2021 § 3.6.5)", "2022-01-01"},
    {"FS206", false, "De toelichting telt {} tekens. Gebruik er ten hoogste 140.", "W21-206 (Wi2021 § 3.6.5)",
     "2022-01-01"},
    {"FS207", false,
     "De persoon is uit uw gemeente vertrokken. De Leerbaarheidstoets is voor de gemeente waar de persoon "
     "woont.",
     "W21-207 (Wi2021 § 3.6.5)", "2022-01-01"},
    {"FS208", false,
     "DUO heeft voor deze persoon geen advies gevraagd. Doorgeven kan na een verzoek van DUO (SS140).",
     "W21-208 (Wi2021 § 3.6.14; Wi2021 § 4.1 SS140)", "2022-01-01"},
    {"FS209", false, "Het advies is op {} al doorgegeven. Dat kan maar één keer.",
     "W21-209 (Wi2021 § 3.6.14)", "2022-01-01"},
    {"FS210", false, "Dit antwoord telt {} tekens. Gebruik er ten hoogste 1167.", "W21-210 (Wi2021 § 3.6.14)",
     "2022-01-01"},
    {"FS211", false, "Deze vraag is verplicht. Vul een antwoord in.", "W21-211 (Wi2021 § 3.6.14)",
     "2022-01-01"},
    {"AS212", true,
     "U hebt geen contact gehad met de inburgeraar. Bevestig dat u het advies toch wilt doorgeven.",
     "W21-212 (Wi2021 § 3.6.14)", "2022-01-01"},
    {"FS213", false,
     "De persoon zit niet in de Zelfredzaamheidsroute. Alleen in die route kunt u een eindgesprek doorgeven.",
     "W21-213 (Wi2021 § 3.6.15)", "2022-01-01"},
    {"FS214", false, "De persoon heeft {} nog niet afgerond. Geef eerst door dat er is voldaan.",
     "W21-214 (Wi2021 § 3.6.15)", "2022-01-01"},
    {"FS215", false, "De datum van het eindgesprek ligt in de toekomst. Geef een datum tot en met {}.",
     "W21-215 (Wi2021 § 3.6.15)", "2022-01-01"},
    {"FS216", false,
     "De datum van het eindgesprek ligt vóór de datum voldaan aan {}. Geef een datum op of na die dag.",
     "W21-216 (Wi2021 § 3.6.15)", "2022-01-01"},
    {"FS217", false, "Er staat al een eindgesprek, op {}. Wijzig dat, of verwijder het eerst.",
     "W21-217 (Wi2021 § 3.6.15)", "2022-01-01"},
    {"FS218", false, "Er staat geen eindgesprek. Geef het eerst door.", "W21-218 (Wi2021 § 3.6.15)",
     "2022-01-01"},
    {"FS219", false, "Het eindgesprek is definitief. Wijzigen en verwijderen kon tot en met {}.",
     "W21-219 (Wi2021 § 3.6.15)", "2022-01-01"},
});

}  // namespace

std::span<const MeldingRow> lbtBioEindgesprek() {
  return kLbtBioEindgesprekRows;
}

}  // namespace cvsgw::meldingen
