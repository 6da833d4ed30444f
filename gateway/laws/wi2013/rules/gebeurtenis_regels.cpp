// What days and events bring about under the Wi2013; the effects are in gateway/isi/wi2013/termijnen.cpp,
// gebeurtenis*.cpp and begeleiding.cpp.
#include <array>

#include "gateway/laws/wi2013/rules/regels.hpp"

namespace cvsgw::laws::wi2013 {
namespace {

using enum Regel::Aard;
constexpr std::string_view kGebeurtenisBron = "Wi2013 § 3.9";

constexpr auto kGebeurtenisRegels = std::to_array<Regel>({
    {.id = "W13-060",
     .aard = automatisch,
     .bron = "Wi2013 § 3.9 SS601, § 4.1",
     .tekst = "Wie op of na 1 oktober 2017 inburgeringsplichtig wordt, is PVT-plichtig: SS601.",
     .geldigVanaf = kVanaf},
    {.id = "W13-061",
     .aard = automatisch,
     .bron = "Wi2013 § 3.9 SS602",
     .tekst = "Twee maanden voor de laatste dag van de PVT-termijn volgt SS602, tenzij is ondertekend.",
     .geldigVanaf = kVanaf},
    {.id = "W13-062",
     .aard = automatisch,
     .bron = "Wi2013 § 3.9 SS603",
     .tekst = "Op de dag na de PVT-termijn volgt SS603, tenzij is ondertekend.",
     .geldigVanaf = kVanaf},
    {.id = "W13-063",
     .aard = automatisch,
     .bron = "Wi2013 § 3.9 SS604",
     .tekst = "Is de PVT-termijn meer dan twee weken overschreden, dan volgt op dag 15 SS604, tenzij is "
              "ondertekend "
              "of een reden is geregistreerd.",
     .geldigVanaf = kVanaf},
    {.id = "W13-064",
     .aard = automatisch,
     .bron = "Wi2013 § 3.9 SS606 tot en met SS610",
     .tekst = "Een gewijzigde inburgeringsplicht geeft SS606, PVT-plicht SS607, start SS608, einde SS609 en "
              "recht op "
              "maatschappelijke begeleiding SS610.",
     .geldigVanaf = kVanaf},
    {.id = "W13-065",
     .aard = automatisch,
     .bron = "Wi2013 § 3.6, § 3.9 SS611, SS612",
     .tekst = "De persoon accepteert de factuur (status 4, SS612) of weigert haar (status 6, SS611).",
     .geldigVanaf = kVanaf},
    {.id = "W13-066",
     .aard = automatisch,
     .bron = "Wi2013 § 3.9 SS613, SS614",
     .tekst =
         "Bij een verhuizing krijgt de nieuwe gemeente SS613 en de oude SS614; de nieuwe kan raadplegen en "
         "wijzigen, de oude alleen raadplegen.",
     .geldigVanaf = kVanaf},
    {.id = "W13-067",
     .aard = automatisch,
     .bron = "Wi2013 § 3.7",
     .tekst = "Een afgehandeld signaal verdwijnt na een week: zodra er meer dan zeven dagen zijn verstreken.",
     .geldigVanaf = kVanaf},
    {.id = "W13-068",
     .aard = automatisch,
     .bron = "Wi2013 § 3.7",
     .tekst = "Op 1 januari, 1 april, 1 juli en 1 oktober verdwijnen signalen die langer dan drie maanden "
              "Nieuw zijn.",
     .geldigVanaf = kVanaf},
    {.id = "W13-070",
     .aard = automatisch,
     .bron = "Wi2013 § 4.1",
     .tekst = "Recht op maatschappelijke begeleiding heeft wie een vergunning asiel bepaalde tijd heeft of "
              "gezinslid "
              "is van wie er een heeft.",
     .geldigVanaf = kVanaf},
    {.id = "W13-071",
     .aard = automatisch,
     .bron = "Wi2013 § 4.1",
     .tekst = "Of de inburgeringsplicht voor of na 1 oktober 2017 is begonnen en of de persoon hervestigd "
              "is, bepaalt "
              "de groep (algemeen, eerdere start, hervestiger), niet of er recht is.",
     .geldigVanaf = kVanaf},
    {.id = "W13-072",
     .aard = automatisch,
     .bron = "Wi2013 § 4.1",
     .tekst = "De persoon heeft zich op of na 1 oktober 2017 voor het eerst op een niet-AZC adres gevestigd; "
              "die eerste "
              "gemeente is bepalend.",
     .geldigVanaf = kVanaf},
    {.id = "W13-073",
     .aard = automatisch,
     .bron = "Wi2013 § 4.1",
     .tekst = "Er is voor de persoon niet eerder een vergoeding ontvangen.",
     .geldigVanaf = kVanaf},
    {.id = "W13-074",
     .aard = weergave,
     .operaties = "RaadpleegPersoon",
     .bron = "Wi2013 § 4.2",
     .tekst = "Zolang het recht niet bij BZK is gemeld, is gemeldBijBzk false en is er geen datum.",
     .geldigVanaf = kVanaf},
    {.id = "W13-075",
     .aard = nietToetsbaar,
     .bron = "Wi2013 § 4.1",
     .tekst = "DUO verstrekt de rechthebbenden elk jaar uiterlijk op 1 maart aan het ministerie.",
     .toelichting = "Wanneer DUO meldt, bepaalt DUO; begeleiding-gemeld brengt het in.",
     .geldigVanaf = kVanaf},
    {.id = "W13-080",
     .aard = automatisch,
     .bron = "Hervatten § 2.2, Wi2021 § 4.1 SS190",
     .tekst = "Wie ten onrechte onder de Wi2021 stond, is na SS190 niet gelijk zichtbaar onder de Wi2013; "
              "dat wordt hij "
              "als DUO zijn plicht daar vaststelt (SS601).",
     .geldigVanaf = "2022-03-01"},
});

}  // namespace

std::span<const Regel> gebeurtenisRegels() {
  return kGebeurtenisRegels;
}

}  // namespace cvsgw::laws::wi2013
