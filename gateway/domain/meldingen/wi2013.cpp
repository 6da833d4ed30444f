#include <array>

#include "gateway/domain/meldingen/gebieden.hpp"

namespace cvsgw::meldingen {
namespace {

constexpr std::string_view kVanaf = "2017-10-01";

// Changes under the Wi2013: any person, the PVT, the invoice.
constexpr auto kWi2013Rows = std::to_array<MeldingRow>({
    {"FS303", false,
     "Er is in uw gemeente geen persoon met dit burgerservicenummer gevonden. Controleer het nummer met "
     "BepaalWet.",
     "W13-003 (Wi2013 § 3.2)", kVanaf},
    {"FS304", false, "Persoon is overleden. De gegevens kunnen worden geraadpleegd, niet gewijzigd.",
     "W13-004 (Wi2013 § 3.12)", kVanaf},
    {"FS305", false,
     "Persoon woont niet meer in uw gemeente. Alleen de gemeente waar de persoon woont kan registreren en "
     "wijzigen: "
     "neem contact op met die gemeente.",
     "W13-005 (Wi2013 § 3.9)", kVanaf},
    {"FS306", false,
     "Persoon is uitgeschreven bij de BRP. De gegevens kunnen worden geraadpleegd, niet gewijzigd.",
     "W13-006 (Wi2013 § 3.3)", kVanaf},
    {"FS310", false,
     "Persoon is niet PVT-plichtig. Alleen van PVT-plichtigen kunnen PVT-gegevens worden gewijzigd.",
     "W13-020 (Wi2013 § 3.5)", kVanaf},
    {"FS311", false,
     "De datum voldaan of de reden niet voldaan is definitief. Dien een wijzigingsverzoek in.",
     "W13-021 (Wi2013 § 3.5)", kVanaf},
    {"FS313", false,
     "Bij de reden \"{}\" moet deze datum leeg zijn. Laat de datum weg of kies een andere reden.",
     "W13-023 (Wi2013 § 3.5)", kVanaf},
    {"FS314", false, "Bij de reden \"{}\" moet deze datum gevuld zijn.", "W13-024 (Wi2013 § 3.5)", kVanaf},
    {"FS315", false,
     "Deze reden kan worden geregistreerd vanaf twee maanden voor het einde van de PVT-termijn: vanaf {}.",
     "W13-025 (Wi2013 § 3.5)", kVanaf},
    {"FS316", false, "Deze reden kan pas worden geregistreerd als de PVT-termijn is overschreden: vanaf {}.",
     "W13-026 (Wi2013 § 3.5)", kVanaf},
    {"FS317", false,
     "De datum einde deelname ligt vóór de datum start deelname. Geef {} of een latere datum.",
     "W13-027 (Wi2013 § 3.5)", kVanaf},
    {"FS318", false,
     "De datum voldaan ligt vóór de deelname aan het PV-traject. Geef {} of een latere datum.",
     "W13-028 (Wi2013 § 3.5)", kVanaf},
    {"FS319", false, "Deze datum ligt in de toekomst. Geef uiterlijk vandaag, {}.", "W13-029 (Wi2013 § 3.5)",
     kVanaf},
    {"FS330", false, "U kunt alleen een factuur indienen als de inburgeraar een lening heeft bij DUO.",
     "W13-040 (Wi2013 § 3.6)", kVanaf},
    {"FS331", false,
     "U kunt alleen een factuur indienen als de datum voldaan aan PVT-plicht gevuld is. Registreer die eerst "
     "met "
     "WijzigPvt.",
     "W13-041 (Wi2013 § 3.6)", kVanaf},
    {"FS332", false,
     "Er is al een factuur. Een nieuwe is alleen mogelijk nadat de vorige is afgewezen of geweigerd; wijzig "
     "anders de "
     "bestaande met WijzigFactuur.",
     "W13-042 (Wi2013 § 3.6)", kVanaf},
    {"FS333", false,
     "Rekeningnummer van uw gemeente is niet bekend bij DUO. Stuur naam, adres en rekeningnummer van de "
     "gemeente naar "
     "sci@duo.nl.",
     "W13-043 (Wi2013 § 3.6)", kVanaf},
    {"FS334", false, "Het factuurnummer heeft {} posities; er mogen er maximaal 16 zijn.",
     "W13-044 (Wi2013 § 3.6)", kVanaf},
    {"FS335", false,
     "Het factuurnummer moet alfanumeriek zijn: letters en cijfers, bijvoorbeeld ABCDEF1234567890.",
     "W13-045 (Wi2013 § 3.6)", kVanaf},
    {"FS336", false, "Het debiteurnummer heeft {} posities; er mogen er maximaal 10 zijn.",
     "W13-046 (Wi2013 § 3.6)", kVanaf},
    {"FS337", false,
     "Het debiteurnummer moet alfanumeriek zijn: letters en cijfers. Laat het weg als er geen is.",
     "W13-047 (Wi2013 § 3.6)", kVanaf},
    {"FS340", false, "Geen factuur gevonden.", "W13-050 (Wi2013 § 3.6)", kVanaf},
    {"FS341", false,
     "De factuur is door de persoon geaccepteerd en kan niet meer worden gewijzigd of verwijderd.",
     "W13-051 (Wi2013 § 3.6)", kVanaf},
});

}  // namespace

std::span<const MeldingRow> wi2013() {
  return kWi2013Rows;
}

}  // namespace cvsgw::meldingen
