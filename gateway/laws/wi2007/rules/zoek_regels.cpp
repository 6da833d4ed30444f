// What the Wi2007 manual says of finding persons. What the rules do is in rules/zoeken.cpp,
// gateway/isi/wi2007/zicht.cpp and adapters/store/wi2007/store.cpp.
#include <array>

#include "gateway/laws/wi2007/rules/regels.hpp"

namespace cvsgw::laws::wi2007 {

namespace {

using enum Regel::Aard;

constexpr auto kZoekRegels = std::to_array<Regel>({
    {.id = "W07-001",
     .aard = weergave,
     .operaties = "ZoekPersonen RaadpleegPersoon HaalPersoonPdf",
     .bron = "Wi2007 § 3.2",
     .tekst = "Zoeken kan met burgerservicenummer of A-nummer, of met de overige zoekvelden; niet met beide "
              "tegelijk (FS004).",
     .geldigVanaf = kVanaf},
    {.id = "W07-002",
     .aard = weergave,
     .operaties = "ZoekPersonen",
     .bron = "Wi2007 § 3.2",
     .tekst = "Zonder nummer is ten minste een van geboortedatum, geslacht en nationaliteit nodig; alleen "
              "herkomst of verblijf is niet genoeg (FS003).",
     .geldigVanaf = kVanaf},
    {.id = "W07-003",
     .aard = weergave,
     .operaties = "RaadpleegPersoon HaalPersoonPdf",
     .bron = "Wi2007 § 3.2",
     .tekst = "Het scherm van de persoon vraagt precies een nummer (FS003, FS004), dat klopt (FS001).",
     .geldigVanaf = kVanaf},
    {.id = "W07-004",
     .aard = weergave,
     .operaties = "ZoekPersonen",
     .bron = "Wi2007 § 3.2",
     .tekst = "Een van de twee geboortedatums alleen is die dag zelf; beide zijn een periode met de eerste "
              "en de laatste dag erbij, in die volgorde (FS002).",
     .geldigVanaf = kVanaf},
    {.id = "W07-005",
     .aard = weergave,
     .operaties = "ZoekPersonen",
     .bron = "Wi2007 § 3.2",
     .tekst = "Nationaliteit zoekt alleen op de eerste nationaliteit van de persoon.",
     .geldigVanaf = kVanaf},
    {.id = "W07-006",
     .aard = weergave,
     .operaties = "ZoekPersonen",
     .bron = "Wi2007 § 3.2",
     .tekst = "Alle gevulde zoekvelden gelden samen.",
     .geldigVanaf = kVanaf},
    {.id = "W07-007",
     .aard = weergave,
     .operaties = "ZoekPersonen RaadpleegPersoon HaalPersoonPdf",
     .bron = "Wi2007 § 3.2",
     .tekst = "Voldoet niemand, dan staat er dat er geen zoekresultaten zijn gevonden (AS001).",
     .geldigVanaf = kVanaf},
    {.id = "W07-008",
     .aard = weergave,
     .operaties = "ZoekPersonen",
     .bron = "Wi2007 § 3.3",
     .tekst = "Er staan 20 personen op een pagina; de volgende pagina volgt op aanvraag.",
     .geldigVanaf = kVanaf},
    {.id = "W07-009",
     .aard = nietToetsbaar,
     .operaties = "ZoekPersonen",
     .bron = "Wi2007 § 3.2",
     .tekst = "Voldoet een persoon, dan opent het scherm van de persoon.",
     .toelichting = "Wat er na een vraag wordt getoond, is aan het cliëntvolgsysteem; de rij geeft het "
                    "nummer voor RaadpleegPersoon.",
     .geldigVanaf = kVanaf},
    {.id = "W07-010",
     .aard = weergave,
     .operaties = "ZoekPersonen HaalPersonen RaadpleegPersoon",
     .bron = "Wi2007 § 3.2",
     .tekst =
         "In ISI definitief staat wie het diploma haalde zonder voorziening, of met voorzieningen die alle "
         "op of voor de dag van het diploma begonnen; begon er een erna, dan staat hij in ISI actief.",
     .geldigVanaf = kVanaf},
    {.id = "W07-011",
     .aard = weergave,
     .operaties = "ZoekPersonen HaalPersonen RaadpleegPersoon",
     .bron = "Wi2007 § 3.2",
     .tekst = "In ISI definitief staat wie niet (meer) onder de wet valt: door vaststelling, door de "
              "AOW-leeftijd vanaf die dag, of door de Nederlandse nationaliteit; een vrijwillige inburgeraar "
              "blijft in ISI actief.",
     .geldigVanaf = kVanaf},
    {.id = "W07-012",
     .aard = weergave,
     .operaties = "ZoekPersonen HaalPersonen RaadpleegPersoon",
     .bron = "Wi2007 § 3.2",
     .tekst = "Wie uit Nederland is vertrokken, staat vanaf een jaar en een dag daarna in ISI definitief; "
              "wie terugkomt weer in ISI actief.",
     .geldigVanaf = kVanaf},
    {.id = "W07-013",
     .aard = weergave,
     .operaties = "ZoekPersonen HaalPersonen RaadpleegPersoon",
     .bron = "Wi2007 § 3.2",
     .tekst = "In ISI definitief staat wie door DUO geheel is vrijgesteld.",
     .geldigVanaf = kVanaf},
    {.id = "W07-014",
     .aard = weergave,
     .operaties = "ZoekPersonen HaalPersonen",
     .bron = "Wi2007 § 3.2, § 3.7 SS008",
     .tekst = "Wie is overleden, staat in ISI definitief en blijft met de datum van overlijden te vinden tot "
              "hij is geschoond.",
     .geldigVanaf = kVanaf},
    {.id = "W07-015",
     .aard = weergave,
     .operaties = "ZoekPersonen HaalPersonen RaadpleegPersoon",
     .bron = "Wi2007 § 3.2",
     .tekst = "In ISI actief staat al wie niet in ISI definitief staat: plichtig, tijdelijk niet plichtig, "
              "vrijwillig, of misschien later plichtig.",
     .geldigVanaf = kVanaf},
    {.id = "W07-016",
     .aard = weergave,
     .operaties = "ZoekPersonen HaalPersonen RaadpleegPersoon",
     .bron = "Wi2007 § 3.2",
     .tekst = "Wie in de gemeente woont is Woonachtig in gemeente; wie er woonde is Gewezen ingezetene en "
              "blijft te zien. Wie terugkomt, staat er een keer, als woonachtig.",
     .geldigVanaf = kVanaf},
    {.id = "W07-017",
     .aard = nietToetsbaar,
     .bron = "Wi2007 § 3.2",
     .tekst = "Staat iemand in ISI definitief, dan hoeft u niets meer met de gegevens te doen.",
     .toelichting = "Wat een gemeente doet, ziet geen systeem.",
     .geldigVanaf = kVanaf},
    {.id = "W07-018",
     .aard = automatisch,
     .bron = "Wi2007 § 3.2",
     .tekst = "Ook voor wie in ISI definitief staat, kan een voorziening worden geregistreerd "
              "(participatiebudget).",
     .geldigVanaf = kVanaf},
    {.id = "W07-019",
     .aard = nietToetsbaar,
     .bron = "Wi2007 § 3.2, § 3.4",
     .tekst = "Mutaties geeft de gemeente door met het mutatieformulier.",
     .toelichting =
         "De dienst voor de Wi2007 leest alleen; wat het formulier regelt, komt als gebeurtenis binnen.",
     .geldigVanaf = kVanaf},
});

}  // namespace

std::span<const Regel> zoekRegels() {
  return kZoekRegels;
}

}  // namespace cvsgw::laws::wi2007
