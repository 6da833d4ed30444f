// The sentences of § 3.6.7 as rows; what is checked is in aanbod.cpp, what follows by itself in
// isi/wi2021/verlenging.cpp.
#include <array>

#include "gateway/laws/wi2021/rules/regels.hpp"

namespace cvsgw::laws::wi2021 {

namespace {

using enum Regel::Aard;
constexpr std::string_view kAanbodToevoegen = "VoegAanbodToe";
constexpr std::string_view kAanbodDoorgeven = "VoegAanbodToe WijzigAanbod";
constexpr std::string_view kBestaand = "WijzigAanbod VerwijderAanbod";
constexpr auto kAanbodRegels = std::to_array<Regel>({
    {.id = "W21-135", .operaties = kAanbodToevoegen, .code = "FS135"},
    {.id = "W21-136", .operaties = kAanbodDoorgeven, .code = "FS136"},
    {.id = "W21-137", .operaties = kAanbodToevoegen, .code = "FS137"},
    {.id = "W21-138", .operaties = kAanbodToevoegen, .code = "FS138"},
    {.id = "W21-139", .operaties = kAanbodToevoegen, .code = "FS139"},
    {.id = "W21-140", .operaties = kAanbodDoorgeven, .code = "FS140"},
    {.id = "W21-141", .operaties = kAanbodDoorgeven, .code = "FS141"},
    {.id = "W21-142", .operaties = kAanbodDoorgeven, .code = "FS142"},
    {.id = "W21-143", .operaties = kAanbodDoorgeven, .code = "FS143"},
    {.id = "W21-144", .operaties = kAanbodDoorgeven, .code = "FS144"},
    {.id = "W21-145", .operaties = kAanbodDoorgeven, .code = "FS145"},
    {.id = "W21-146", .operaties = kAanbodDoorgeven, .code = "AS146"},
    {.id = "W21-147", .operaties = kAanbodToevoegen, .code = "AS147"},
    {.id = "W21-148", .operaties = kBestaand, .code = "FS148"},
    {.id = "W21-149", .operaties = kBestaand, .code = "FS149"},
    {.id = "W21-150", .operaties = "VerwijderAanbod", .code = "FS150"},
    {.id = "W21-151", .operaties = "VerwijderAanbod", .code = "AS151"},
    {.id = "W21-520",
     .aard = automatisch,
     .operaties = kAanbodToevoegen,
     .bron = "Wi2021 § 3.2.1",
     .tekst = "Zodra een inburgeringsaanbod is doorgegeven, wordt SS127 afgehandeld."},
    {.id = "W21-521",
     .aard = automatisch,
     .operaties = kAanbodDoorgeven,
     .bron = "Wi2021 § 3.6.7.1",
     .tekst = "Start een opleiding in de Onderwijsroute meer dan zes maanden na het aanbod, dan wordt de "
              "inburgeringstermijn eenmalig met zes maanden verlengd, met SS103; is er nog geen termijn, dan "
              "zodra zij start."},
    {.id = "W21-522",
     .aard = automatisch,
     .operaties = kAanbodToevoegen,
     .bron = "Divosa § 3.4.4",
     .tekst = "Is het eerste aanbod meer dan drie maanden na het PIP doorgegeven, dan wordt de termijn zes "
              "maanden vóór haar einde met zes maanden verlengd, met SS103."},
    {.id = "W21-523",
     .aard = automatisch,
     .operaties = kAanbodDoorgeven,
     .bron = "Wi2021 § 3.6.7.2",
     .tekst = "Het actuele aanbod van de vorige gemeente blijft geldig tot de nieuwe gemeente haar PIP "
              "doorgeeft."},
    {.id = "W21-524",
     .aard = weergave,
     .operaties = "RaadpleegHistorie",
     .bron = "Wi2021 § 3.6.7.4",
     .tekst =
         "De historie bevat alle wijzigingen en de niet-actuele aanbiedingen, de meest recente datum van "
         "inschrijving bovenaan; een verwijderd aanbod laat niets na."},
    {.id = "W21-525",
     .aard = nietToetsbaar,
     .operaties = kAanbodToevoegen,
     .bron = "Wi2021 § 3.6.7.1",
     .tekst = "Het aanbod moet binnen drie maanden na het PIP worden doorgegeven.",
     .toelichting = "Wat nog moet komen is niet te weigeren; SS127 en AS147 wijzen op het gevolg."},
    {.id = "W21-526",
     .aard = nietToetsbaar,
     .operaties = kAanbodToevoegen,
     .bron = "Wi2021 § 3.6.7.2",
     .tekst = "Bij een andere instelling, een wisseling tussen B1- en Onderwijsroute en na vestiging in de "
              "gemeente hoort een nieuw aanbod, met bijgewerkte uren.",
     .toelichting = "Of en wanneer de nieuwe cursus er is, weet alleen de gemeente."},
    {.id = "W21-527",
     .aard = nietToetsbaar,
     .operaties = "VerwijderAanbod",
     .bron = "Wi2021 § 3.6.7.3",
     .tekst = "Verwijderen hoeft alleen na verkeerde invoer.",
     .toelichting = "Wat verkeerd is ingevoerd, weet alleen de gemeente."},
    {.id = "W21-528",
     .aard = nietToetsbaar,
     .operaties = kAanbodToevoegen,
     .bron = "Wi2021 § 3.6.7",
     .tekst = "Een instelling die niet in de lijst staat, moet zich bij DUO laten registreren.",
     .toelichting = "De registratie is een zaak tussen instelling en DUO."},
    {.id = "W21-529",
     .aard = nietToetsbaar,
     .operaties = kAanbodDoorgeven,
     .bron = "Wi2021 § 3.6.7",
     .tekst = "De startdatum wordt ingevuld zodra zij bekend is; met een einddatum kan na een verhuizing "
              "worden aangegeven dat het aanbod niet meer geldt.",
     .toelichting = "Wat bij de gemeente bekend is, is niet te zien; beide datums zijn optioneel."},
});
}  // namespace

std::span<const Regel> aanbodRegels() {
  return kAanbodRegels;
}

}  // namespace cvsgw::laws::wi2021
