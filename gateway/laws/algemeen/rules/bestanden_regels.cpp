// The rows of Wi2007 § 3.8, Wi2013 § 3.7, § 3.10, § 4.3 and § 4.4, and Wi2021 § 3.2.1 and § 3.7: files.
#include <array>

#include "gateway/laws/algemeen/rules/regels.hpp"

namespace cvsgw::laws::algemeen {

namespace {
constexpr std::string_view kHaal = "HaalBestand";
constexpr std::string_view kLijst = "LijstBestanden";
constexpr std::string_view kBeide = "LijstBestanden HaalBestand";
constexpr std::string_view kSchermen = "Wi2007 § 3.8; Wi2013 § 3.10; Wi2021 § 3.7";
using Aard = Regel::Aard;

constexpr auto kBestandenRegels = std::to_array<Regel>({
    {.id = "ALG-050", .operaties = kHaal, .code = "FS030"},
    {.id = "ALG-051", .operaties = kHaal, .code = "FS031"},
    {.id = "ALG-052", .operaties = kHaal, .code = "FS032"},
    {.id = "ALG-053", .operaties = kHaal, .code = "FS033"},
    {.id = "ALG-054", .operaties = kLijst, .code = "AS030"},
    {.id = "ALG-055", .operaties = kHaal, .code = "AS031"},
    {.id = "ALG-056",
     .aard = Aard::weergave,
     .operaties = kBeide,
     .bron = "Wi2007 § 2.1; Wi2007 § 3.9; Wi2013 § 3.11; Wi2021 § 3.8",
     .tekst = "Een bestand van een wet is er alleen voor wie voor die gemeente een rol van die wet heeft; "
              "anders is HaalBestand fout 0002, gelijk aan die voor een gemeente zonder toekenning.",
     .geldigVanaf = "2007-01-01"},
    {.id = "ALG-057",
     .aard = Aard::automatisch,
     .operaties = kBeide,
     .bron = kSchermen,
     .tekst = "De bestanden worden elke dag vernieuwd en bevatten de gegevens tot en met de dag ervoor; wat "
              "die dag wordt gewijzigd staat er de volgende dag in.",
     .geldigVanaf = "2007-01-01"},
    {.id = "ALG-058",
     .aard = Aard::weergave,
     .operaties = kBeide,
     .bron = "Wi2007 § 3.8; Wi2013 § 3.10",
     .tekst = "Een bestand is een zip met de gemeentecode in de naam.",
     .geldigVanaf = "2007-01-01"},
    {.id = "ALG-059",
     .aard = Aard::weergave,
     .operaties = kHaal,
     .bron = kSchermen,
     .tekst = "Elke zip bevat naast het bestand een legenda van de kolommen en een disclaimer.",
     .geldigVanaf = "2007-01-01"},
    {.id = "ALG-060",
     .aard = Aard::weergave,
     .operaties = kHaal,
     .bron = "Wi2021 § 3.7",
     .tekst = "Het Wi2021-extract bevat wie in de gemeente woont of er door het COA aan is gekoppeld."},
    {.id = "ALG-061",
     .aard = Aard::weergave,
     .operaties = kHaal,
     .bron = "Wi2021 § 3.7",
     .tekst =
         "Wie is verhuisd staat tot en met 28 dagen na het vertrek in het extract van de oude gemeente."},
    {.id = "ALG-062",
     .aard = Aard::weergave,
     .operaties = kHaal,
     .bron = "Wi2021 § 3.7",
     .tekst = "Wie langer dan 28 dagen geleden klaar is met inburgeren staat niet meer in het extract."},
    {.id = "ALG-063",
     .aard = Aard::weergave,
     .operaties = kHaal,
     .bron = "Wi2013 § 4.4",
     .tekst = "Het PVT-extract heeft de kolommen A tot en met V van de legenda, met haar waarden.",
     .geldigVanaf = "2013-01-01"},
    {.id = "ALG-064",
     .aard = Aard::weergave,
     .operaties = kHaal,
     .bron = "Wi2013 § 4.1; Wi2013 § 4.3",
     .tekst = "Maatschappelijke begeleiding van een jaar bevat wie recht heeft en vóór mei van dat jaar, de "
              "maand van de circulaire, bij BZK is gemeld (vanaf mei: de circulaire van het volgende jaar), "
              "alleen bij de eerste gemeente van vestiging op een adres dat geen AZC is.",
     .geldigVanaf = "2013-01-01"},
    {.id = "ALG-065",
     .aard = Aard::weergave,
     .operaties = kLijst,
     .bron = "Wi2013 § 4.1; Wi2013 § 4.3",
     .tekst = "Het bestand van een jaar is er vanaf 1 mei van dat jaar, de maand van de circulaire.",
     .geldigVanaf = "2013-01-01"},
    {.id = "ALG-066",
     .aard = Aard::weergave,
     .operaties = kHaal,
     .bron = "Wi2013 § 3.7; Wi2013 § 3.8; Wi2021 § 3.2.1",
     .tekst = "Alle signalen staan in het bestand met alle signalen, ongeacht hun status, zoals ze zijn als "
              "erom wordt gevraagd.",
     .geldigVanaf = "2007-01-01"},
    {.id = "ALG-067",
     .aard = Aard::automatisch,
     .operaties = kHaal,
     .bron = "contract, HaalBestand",
     .tekst =
         "Een versie blijft op te halen tot en met de dag na haar datum en wordt dan verwijderd; een deel "
         "is ten hoogste 3.000.000 bytes, in base64 4.000.000 tekens.",
     .geldigVanaf = "2007-01-01"},
    {.id = "ALG-068",
     .aard = Aard::automatisch,
     .operaties = kHaal,
     .bron = "Wi2013 § 3.7; Wi2021 § 3.2.1",
     .tekst = "Csv opent in een Nederlandse Excel zonder instellingen, en geen veld wordt er een formule.",
     .geldigVanaf = "2007-01-01"},
    {.id = "ALG-069",
     .aard = Aard::nietToetsbaar,
     .operaties = kHaal,
     .bron = "Wi2007 § 3.8; Wi2013 § 3.10",
     .tekst = "De gemeente voorkomt oneigenlijk gebruik, gebruikt de gegevens alleen voor de Wet inburgering "
              "en vernietigt het bestand en elke kopie daarna.",
     .toelichting = "wat een gemeente met een opgehaald bestand doet ziet het systeem niet; de disclaimer in "
                    "elke zip zegt het",
     .geldigVanaf = "2007-01-01"},
});
}  // namespace

std::span<const Regel> bestandenRegels() {
  return kBestandenRegels;
}

}  // namespace cvsgw::laws::algemeen
