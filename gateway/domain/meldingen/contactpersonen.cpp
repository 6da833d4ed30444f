#include <array>

#include "gateway/domain/meldingen/gebieden.hpp"

namespace cvsgw::meldingen {
namespace {

constexpr auto kContactpersonenRows = std::to_array<MeldingRow>({
    {"FS235", false, "De naam van de contactpersoon is leeg. Vul een naam in.", "W21-235 (Wi2021 § 3.3.2)",
     "2022-01-01"},
    {"FS236", false, "Het e-mailadres van de contactpersoon is leeg. Vul een e-mailadres in.",
     "W21-236 (Wi2021 § 3.3.2)", "2022-01-01"},
    {"FS237", false,
     "Dit is geen e-mailadres. Geef een adres als naam@gemeente.nl: één @, geen spaties, en een domein met "
     "een punt.",
     "W21-237 (Wi2021 § 3.3.2)", "2022-01-01"},
    {"FS238", false, "Dit gegeven telt {} tekens. Geef er ten hoogste 200.", "W21-238 (Wi2021 § 3.3.2)",
     "2022-01-01"},
    {"FS239", false, "Het telefoonnummer is leeg. Vul een telefoonnummer in of laat het element weg.",
     "W21-239 (Wi2021 § 3.3.2)", "2022-01-01"},
    {"FS240", false,
     "De caseload wordt overgedragen aan dezelfde contactpersoon. Kies een andere contactpersoon.",
     "W21-240 (Wi2021 § 3.3.4; Wi2021 § 3.3.6)", "2022-01-01"},
    {"FS241", false,
     "Deze persoon zit niet in de caseload. Geef alleen personen die RaadpleegCaseload als actueel toont.",
     "W21-241 (Wi2021 § 3.3.6)", "2022-01-01"},
    {"FS242", false,
     "De persoon is uit uw gemeente vertrokken; daarmee is de koppeling met uw contactpersoon geëindigd. "
     "Koppelen kan de gemeente waar de persoon nu woont.",
     "W21-242 (Wi2021 § 3.3; Wi2021 § 3.3.5)", "2022-01-01"},
    {"AS243", false,
     "De algemeen contactpersoon was {}. Die is dat niet meer; dit wordt niet vanzelf teruggezet.",
     "W21-243 (Wi2021 § 3.3.2; Wi2021 § 3.3.3)", "2022-01-01"},
    {"AS244", true,
     "Aan de contactpersoon zijn nog inburgeringsplichtigen gekoppeld: {}. Hun koppeling vervalt. Bevestig "
     "dit, of geef in overdracht/contactpersoonId wie de caseload krijgt.",
     "W21-244 (Wi2021 § 3.3.4)", "2022-01-01"},
    {"AS245", true,
     "De contactpersoon is de algemeen contactpersoon. Na het verwijderen heeft uw gemeente er geen. "
     "Bevestig "
     "dit, of wijs eerst een ander aan.",
     "W21-245 (Wi2021 § 3.3.4)", "2022-01-01"},
    {"AS246", false, "De caseload van deze contactpersoon is leeg. Er is niemand om over te dragen.",
     "W21-246 (Wi2021 § 3.3.6)", "2022-01-01"},
});

}  // namespace

std::span<const MeldingRow> contactpersonen() {
  return kContactpersonenRows;
}

}  // namespace cvsgw::meldingen
