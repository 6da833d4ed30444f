// What the day processing does under the Wi2021; the effects are in gateway/isi/wi2021/termijnen.cpp and
// adapters/store/dag.cpp.
#include <array>

#include "gateway/laws/wi2021/rules/regels.hpp"

namespace cvsgw::laws::wi2021 {

namespace {

using enum Regel::Aard;

constexpr auto kDagenRegels = std::to_array<Regel>({
    {.id = "W21-580",
     .aard = automatisch,
     .bron = "Wi2021 § 3.6.6.1, § 4.1 SS126",
     .tekst = "Heeft de gemeente van verblijf tien weken na het begin van haar termijn geen PIP doorgegeven, "
              "dan krijgt zij op dag 71 SS126."},
    {.id = "W21-581",
     .aard = automatisch,
     .bron = "Wi2021 § 4.1 SS102, SS127",
     .tekst = "Is er voor een asielstatushouder drie maanden na het doorgeven van het PIP geen aanbod, dan "
              "volgt de dag daarna SS127, ook bij toestemming voor een niet-vrijstellende opleiding."},
    {.id = "W21-582",
     .aard = automatisch,
     .bron = "Wi2021 § 4.1 SS138",
     .tekst = "Een maand voor de laatste dag van de aanmeldtermijn van een niet afgenomen Leerbaarheidstoets "
              "volgt SS138."},
    {.id = "W21-583",
     .aard = automatisch,
     .bron = "Wi2021 § 4.1 SS128",
     .tekst = "Zes maanden voor de AOW-leeftijd volgt SS128; vanaf dan volgen geen SS126 en SS127."},
    {.id = "W21-584",
     .aard = automatisch,
     .bron = "Wi2021 § 4.1 SS194",
     .tekst = "Zes maanden voor de laatste dag van de inburgeringstermijn volgt SS194."},
    {.id = "W21-585",
     .aard = automatisch,
     .bron = "Wi2021 § 4.1 SS195",
     .tekst = "Twee maanden voor de laatste dag van de inburgeringstermijn volgt SS195."},
    {.id = "W21-586",
     .aard = automatisch,
     .bron = "Wi2021 § 4.1 SS196",
     .tekst = "Op de dag na de inburgeringstermijn volgt SS196."},
    {.id = "W21-587",
     .aard = automatisch,
     .bron = "Wi2021 § 4.1 SS197",
     .tekst = "Is de termijn meer dan een maand overschreden en ontbreekt het PVT of (niet in de O-route) de "
              "MAP, of wiens schuld dat is, dan volgt SS197."},
    {.id = "W21-588",
     .aard = nietToetsbaar,
     .bron = "Wi2021 § 4.1 SS197",
     .tekst = "Alle deelgenomen uren moeten zijn doorgegeven.",
     .toelichting = "Hoeveel uren er zijn gevolgd, weet alleen de gemeente."},
    {.id = "W21-590",
     .aard = automatisch,
     .bron = "Wi2021 § 3.3.5",
     .tekst = "De koppeling van een contactpersoon eindigt op de dag dat de persoon de gemeente verlaat."},
    {.id = "W21-591",
     .aard = automatisch,
     .bron = "Wi2021 § 4.1 SS138",
     .tekst = "Is de aanmeldtermijn verlopen, dan staat de dag daarna een nieuwe Leerbaarheidstoets met een "
              "nieuw examennummer klaar (SS137)."},
    {.id = "W21-592",
     .aard = automatisch,
     .bron = "Wi2021 § 3.6.5",
     .tekst = "Een opnieuw aangevraagde Leerbaarheidstoets staat binnen twee werkdagen klaar (SS137).",
     .toelichting = "Feestdagen tellen als werkdag."},
    {.id = "W21-595",
     .aard = automatisch,
     .bron = "Wi2021 § 3.2",
     .tekst =
         "Een afgehandeld signaal verdwijnt na een week: zodra er meer dan zeven dagen zijn verstreken."},
    {.id = "W21-596",
     .aard = automatisch,
     .bron = "Wi2021 § 3.2",
     .tekst = "Op 1 januari, 1 april, 1 juli en 1 oktober verdwijnen signalen die langer dan drie maanden "
              "Nieuw zijn, ook correctiesignalen."},
});

}  // namespace

std::span<const Regel> dagenRegels() {
  return kDagenRegels;
}

}  // namespace cvsgw::laws::wi2021
