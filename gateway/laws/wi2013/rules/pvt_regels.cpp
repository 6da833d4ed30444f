#include <array>

#include "gateway/laws/wi2013/rules/regels.hpp"

namespace cvsgw::laws::wi2013 {
namespace {

using enum Regel::Aard;
constexpr std::string_view kPvt = "WijzigPvt";
constexpr std::string_view kPvtBron = "Wi2013 § 3.5";
constexpr std::string_view kBezit =
    "De verklaring is in het bezit van de gemeente en gaat niet mee in een bericht.";

constexpr auto kPvtRegels = std::to_array<Regel>({
    {.id = "W13-020", .operaties = kPvt, .code = "FS310"},
    {.id = "W13-021", .operaties = kPvt, .code = "FS311"},
    {.id = "W13-023", .operaties = kPvt, .code = "FS313"},
    {.id = "W13-024", .operaties = kPvt, .code = "FS314"},
    {.id = "W13-025", .operaties = kPvt, .code = "FS315"},
    {.id = "W13-026", .operaties = kPvt, .code = "FS316"},
    {.id = "W13-027", .operaties = kPvt, .code = "FS317"},
    {.id = "W13-028", .operaties = kPvt, .code = "FS318"},
    {.id = "W13-029", .operaties = kPvt, .code = "FS319"},
    {.id = "W13-030",
     .aard = automatisch,
     .bron = "Wi2013 § 3.5, noot 7",
     .tekst =
         "Een datum voldaan of reden niet voldaan wordt definitief in de eerste wekelijkse verwerking na dag "
         "14 van de registratie, dus na twee tot drie weken; DUO stuurt dan een brief.",
     .toelichting = "De verwerking is op maandag, tenzij de instelling klok.pvtWeekdag een andere dag noemt.",
     .geldigVanaf = kVanaf},
    {.id = "W13-031",
     .aard = automatisch,
     .bron = "Wi2013 § 3.4, § 4.2",
     .tekst = "Wie definitief aan de PVT-plicht heeft voldaan, is niet meer PVT-plichtig; de gemeente krijgt "
              "SS607.",
     .toelichting = "Eigen keuze: de handleiding toont alleen de uitkomst, PVT-plichtig Nee.",
     .geldigVanaf = kVanaf},
    {.id = "W13-032",
     .aard = automatisch,
     .bron = kPvtBron,
     .tekst = "Geeft DUO na een reden een nieuwe termijn, dan wordt die reden geschoond zodra zij definitief "
              "is, zodat "
              "bij een tweede overschrijding opnieuw een reden kan worden geregistreerd; de eerdere blijft "
              "bewaard.",
     .geldigVanaf = kVanaf},
    {.id = "W13-033",
     .aard = weergave,
     .operaties = "WijzigPvt RaadpleegPersoon",
     .bron = "Wi2013 § 3.4, noot 6",
     .tekst = "De gemeente van ondertekening is de gemeente waar de persoon woonde op de datum voldaan.",
     .geldigVanaf = kVanaf},
    {.id = "W13-034",
     .aard = nietToetsbaar,
     .operaties = kPvt,
     .bron = kPvtBron,
     .tekst = "Bij ziekte was de persoon minimaal drie maanden aaneengesloten ziek of door zwangerschap of "
              "bevalling niet in staat, met een verklaring van de huisarts.",
     .toelichting = kBezit,
     .geldigVanaf = kVanaf},
    {.id = "W13-035",
     .aard = nietToetsbaar,
     .operaties = kPvt,
     .bron = kPvtBron,
     .tekst = "Bij detentie zat de persoon minimaal twee maanden vast, met een officiële detentieverklaring.",
     .toelichting = kBezit,
     .geldigVanaf = kVanaf},
    {.id = "W13-036",
     .aard = nietToetsbaar,
     .operaties = kPvt,
     .bron = kPvtBron,
     .tekst = "Bij overmacht heeft de persoon bij de gemeente een verklaring afgelegd.",
     .toelichting = kBezit,
     .geldigVanaf = kVanaf},
    {.id = "W13-037",
     .aard = nietToetsbaar,
     .operaties = kPvt,
     .bron = kPvtBron,
     .tekst = "Volgt de persoon een opleiding die tot gehele vrijstelling leidt, dan kan de reden GeenAanbod "
              "worden "
              "gebruikt, met een bewijs van inschrijving.",
     .toelichting = kBezit,
     .geldigVanaf = kVanaf},
    {.id = "W13-038",
     .aard = nietToetsbaar,
     .operaties = kPvt,
     .bron = kPvtBron,
     .tekst = "Na ziekte, detentie of overmacht was er geen mogelijkheid meer om binnen de termijn een "
              "PV-traject te "
              "volgen.",
     .toelichting = "Welke trajecten er waren, weet alleen de gemeente.",
     .geldigVanaf = kVanaf},
});

}  // namespace

std::span<const Regel> pvtRegels() {
  return kPvtRegels;
}

}  // namespace cvsgw::laws::wi2013
