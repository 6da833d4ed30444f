#include <array>

#include "gateway/domain/meldingen/gebieden.hpp"

namespace cvsgw::meldingen {
namespace {

// What any change can meet.
constexpr auto kWijzigenRows = std::to_array<MeldingRow>({
    {"FS010", false,
     "De gegevens zijn gewijzigd sinds u ze hebt gelezen. Lees ze opnieuw en geef de nieuwe versie mee.",
     "ALG-031 (contract, Mutations)", "2022-01-01"},
    {"AS010", false, "Deze gegevens staan al zo geregistreerd.", "ALG-032 (contract, Mutations)",
     "2022-01-01"},
    {"FS020", false,
     "Uw gemeente heeft geen signaal met dit kenmerk, of niet meer. Vraag de signalen opnieuw op met "
     "ZoekSignalen of HaalSignalen; tot dan is van geen enkel signaal de status gewijzigd.",
     "ALG-041 (Wi2013 § 3.9; Wi2021 § 3.2.2)", "2022-01-01"},
    {"FS021", false, "Wat hier wordt gewijzigd heeft geen versie. Laat verwerking/verwachteVersie weg.",
     "ALG-042 (contract, Mutations)", "2022-01-01"},
    {"FS103", false,
     "Er is in uw gemeente geen persoon met dit burgerservicenummer gevonden. Controleer het nummer met "
     "BepaalWet.",
     "W21-003 (Wi2021 § 3.5.1)", "2022-01-01"},
    {"FS104", false,
     "Persoon is volgens BRP overleden. De gegevens kunnen worden geraadpleegd, niet gewijzigd.",
     "W21-004 (Wi2021 § 3.5.1)", "2022-01-01"},
    {"FS105", false, "Uw gemeente kon deze persoon tot en met {} wijzigen. Dien een wijzigingsverzoek in.",
     "W21-005 (Wi2021 § 3.5.1; Wi2021 § 3.6.6.2)", "2022-01-01"},
    {"FS106", false,
     "Uw gemeente kon tot en met {} verwijderen: vier weken nadat de nieuwe gemeente het PIP heeft "
     "doorgegeven. Dien een "
     "wijzigingsverzoek in.",
     "W21-006 (Wi2021 § 3.6.6.3; Wi2021 § 3.6.9.3)", "2022-01-01"},
});

}  // namespace

std::span<const MeldingRow> wijzigen() {
  return kWijzigenRows;
}

}  // namespace cvsgw::meldingen
