#include <array>

#include "gateway/domain/meldingen/gebieden.hpp"

namespace cvsgw::meldingen {
namespace {

// What reading answers with, under all laws.
constexpr auto kLezenRows = std::to_array<MeldingRow>({
    {"FS001", false,
     "Het burgerservicenummer voldoet niet aan de elfproef. Geef het nummer zoals het in de BRP staat.",
     "ALG-001 (Wi2007 § 3.2; Wi2013 § 3.2; Wi2021 § 3.5.1)", "2007-01-01"},
    {"FS002", false,
     "De einddatum van de periode ligt vóór de begindatum. Geef een einddatum op of na de begindatum.",
     "ALG-002 (Wi2007 § 3.2; Wi2013 § 3.2; Wi2021 § 3.5.2)", "2007-01-01"},
    {"FS003", false, "Vul ten minste één zoekveld in: {}.", "ALG-003 (Wi2007 § 3.2; Wi2013 § 3.2)",
     "2007-01-01"},
    {"FS004", false, "Deze zoekvelden gaan niet samen: {}.", "ALG-004 (Wi2007 § 3.2; Wi2013 § 3.2)",
     "2007-01-01"},
    {"AS001", false, "Er zijn geen zoekresultaten gevonden.",
     "ALG-011 (Wi2007 § 3.2; Wi2013 § 3.2; Wi2021 § 3.5.1)", "2007-01-01"},
    {"AS002", false, "De gevraagde pagina ligt voorbij de laatste. Er zijn {} pagina's.",
     "ALG-012 (Wi2021 § 3.5.2)", "2007-01-01"},
    {"AS003", false,
     "Persoon is volgens BRP overleden. De gegevens kunnen worden geraadpleegd, niet gewijzigd.",
     "ALG-013 (Wi2021 § 3.5.1)", "2007-01-01"},
    {"AS004", false, "Er is geen codelijst met deze naam. Zonder het element lijst krijgt u alle namen.",
     "ALG-014 (contract, LijstCodes)", "2007-01-01"},
    {"AS005", false, "Persoon valt onder de {}.", "ALG-021 (Wi2007 § 3.10; Wi2013 § 3.12; Wi2021 § 3.4)",
     "2007-01-01"},
    {"AS006", false, "Persoon valt onder de {}, maar is niet woonachtig in uw gemeente.",
     "ALG-022 (Wi2007 § 3.10; Wi2013 § 3.12; Wi2021 § 3.4)", "2007-01-01"},
    {"AS007", false, "Persoon is overleden.", "ALG-023 (Wi2007 § 3.10; Wi2013 § 3.12; Wi2021 § 3.4)",
     "2007-01-01"},
    {"AS008", false, "Persoon valt onder geen Wet inburgering.",
     "ALG-024 (Wi2007 § 3.10; Wi2013 § 3.12; Wi2021 § 3.4)", "2007-01-01"},
    {"FS101", false,
     "Deze contactpersoon is bij uw gemeente niet geregistreerd. Vraag de kenmerken op met "
     "LijstContactpersonen.",
     "W21-001 (Wi2021 § 3.3.1)", "2022-01-01"},
    {"FS102", false,
     "De zoekoptie inburgeringsaanbodNietDoorgegeven is er alleen voor de doelgroep Asielstatushouder. Kies "
     "die doelgroep of laat haar leeg.",
     "W21-002 (Wi2021 § 3.5.2)", "2022-01-01"},
    {"AS101", false,
     "De persoon is vertrokken naar een andere gemeente. Werk de gegevens uiterlijk op {} bij.",
     "W21-011 (Wi2021 § 4.1 SS122)", "2022-01-01"},
    {"AS102", false, "De persoon is vertrokken uit Nederland. Werk de gegevens uiterlijk op {} bij.",
     "W21-012 (Wi2021 § 4.1 SS123)", "2022-01-01"},
    {"AS103", false,
     "De inburgeringsplicht is beëindigd. De gegevens zijn te raadplegen en te wijzigen tot en met {}.",
     "W21-013 (Wi2021 § 3.5.1)", "2022-01-01"},
    {"AS104", false, "Van dit onderdeel is er voor deze persoon geen historie.",
     "W21-014 (Wi2021 § 3.6.6.4; Wi2021 § 3.6.7.4)", "2022-01-01"},
    {"AS105", false, "Voor dit examenonderdeel zijn er geen pogingen of aanmeldingen.",
     "W21-015 (Wi2021 § 3.6.8)", "2022-01-01"},
    {"AS106", false, "Er zijn voor uw gemeente nog geen contactpersonen geregistreerd.",
     "W21-016 (Wi2021 § 3.3.1)", "2022-01-01"},
    {"AS301", false,
     "Persoon woont niet meer in uw gemeente. De gegevens kunnen worden geraadpleegd, niet gewijzigd.",
     "W13-001 (Wi2013 § 3.2; Wi2013 § 3.9)", "2013-01-01"},
});

}  // namespace

std::span<const MeldingRow> lezen() {
  return kLezenRows;
}

}  // namespace cvsgw::meldingen
