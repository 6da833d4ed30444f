#include <array>

#include "gateway/domain/meldingen/gebieden.hpp"

namespace cvsgw::meldingen {
namespace {

// One set for both: MAP and PVT have the same rules, and the element's path tells which is meant.
constexpr auto kMapPvtRows = std::to_array<MeldingRow>({
    {"FS155", false, "De datum ontbreekt. Geef de datum waarop de persoon heeft voldaan.",
     "W21-155 (Wi2021 § 3.6.9.1; Wi2021 § 3.6.10.1)", "2022-01-01"},
    {"FS156", false, "De persoon heeft niet voldaan. Laat de datum weg, of geef aan dat er is voldaan.",
     "W21-156 (Wi2021 § 3.6.9.1; Wi2021 § 3.6.10.1)", "2022-01-01"},
    {"FS157", false, "De datum ligt in de toekomst. Geef een datum tot en met {}.",
     "W21-157 (Wi2021 § 3.6.9; Wi2021 § 3.6.10)", "2022-01-01"},
    {"FS158", false, "De datum ligt vóór de start van de inburgeringstermijn. Geef een datum vanaf {}.",
     "W21-158 (Wi2021 § 3.6.9; Wi2021 § 3.6.10)", "2022-01-01"},
    {"FS159", false,
     "Er staat geen actueel PIP van de huidige gemeente. Geef eerst het PIP van uw gemeente door.",
     "W21-159 (Wi2021 § 3.6.9.1; Wi2021 § 3.6.10.1)", "2022-01-01"},
    {"FS160", false,
     "De MAP is geen onderdeel van de Onderwijsroute. Doorgeven kan alleen in de B1-route en de "
     "Zelfredzaamheidsroute.",
     "W21-160 (Wi2021 § 3.6.9.1)", "2022-01-01"},
    {"FS161", false,
     "Er is voldaan binnen de inburgeringstermijn, die loopt tot en met {}. Laat de verwijtbaarheid weg.",
     "W21-161 (Wi2021 § 3.6.9.1; Wi2021 § 3.6.10.1)", "2022-01-01"},
    {"FS162", false,
     "Er is voldaan na het einde van de inburgeringstermijn ({}). Geef de verwijtbaarheid: Verwijtbaar of "
     "NietVerwijtbaar.",
     "W21-162 (Wi2021 § 3.6.9.1; Wi2021 § 3.6.10.1)", "2022-01-01"},
    {"FS163", false,
     "Dat de persoon niet heeft voldaan kunt u doorgeven vanaf {}: twee maanden vóór het einde van de "
     "inburgeringstermijn.",
     "W21-163 (Wi2021 § 3.6.9.1; Wi2021 § 3.6.10.1)", "2022-01-01"},
    {"FS164", false,
     "De inburgeringstermijn loopt nog, tot en met {}. Tot dan kunt u alleen NietVerwijtbaar doorgeven.",
     "W21-164 (Wi2021 § 3.6.9.1; Wi2021 § 3.6.10.1)", "2022-01-01"},
    {"FS165", false,
     "De persoon heeft niet voldaan. Geef de verwijtbaarheid: Verwijtbaar of NietVerwijtbaar.",
     "W21-165 (Wi2021 § 3.6.9.1; Wi2021 § 3.6.10.1)", "2022-01-01"},
    {"FS166", false, "Er staat al een registratie, van gemeente {}. Wijzig die, of verwijder haar eerst.",
     "W21-166 (Wi2021 § 3.6.9.2; Wi2021 § 3.6.10.2)", "2022-01-01"},
    {"FS167", false, "Er staat geen registratie. Geef haar eerst door.",
     "W21-167 (Wi2021 § 3.6.9.2; Wi2021 § 3.6.10.2)", "2022-01-01"},
    {"FS168", false,
     "De registratie is van gemeente {}. Alleen de gemeente die haar heeft doorgegeven kan haar wijzigen of "
     "verwijderen.",
     "W21-168 (Wi2021 § 3.6.9.2; Wi2021 § 3.6.10.2)", "2022-01-01"},
    {"FS169", false,
     "De persoon heeft het inburgeringsdiploma behaald. De registratie kan niet meer worden gewijzigd of "
     "verwijderd.",
     "W21-169 (Wi2021 § 3.6.9.2; Wi2021 § 3.6.10.2)", "2022-01-01"},
    {"FS170", false,
     "Er staat een eindgesprek van de Z-route op {}, dat op deze registratie steunt. Wijzig of verwijder "
     "eerst "
     "het eindgesprek.",
     "W21-170 (Wi2021 § 3.6.15)", "2022-01-01"},
    {"AS171", false,
     "De datum ligt na het vertrek uit uw gemeente ({}). Activiteiten na de verhuizing zijn voor de nieuwe "
     "gemeente. Controleer de datum.",
     "W21-171 (Wi2021 § 3.6.9.2; Wi2021 § 3.6.10.2)", "2022-01-01"},
});

}  // namespace

std::span<const MeldingRow> mapPvt() {
  return kMapPvtRows;
}

}  // namespace cvsgw::meldingen
