#include "gateway/isi/loket/codes.hpp"

#include <array>

namespace cvsgw::isi::loket::codes {
namespace {

constexpr auto kWaardepapierRows = std::to_array<CodeRow>({
    {"Pvt", "PVT Waardepapieren"},
    {"Zroute", "Z-route Waardepapieren"},
});

constexpr auto kContactonderwerpRows = std::to_array<CodeRow>({
    {"Klachten", "Klachten"},
    {"Storing", "Storing"},
    {"Leerbaarheidstoets", "LBT (leerbaarheidstoets)"},
    {"Signalen", "Signalen"},
    {"VrijstellingOntheffing", "Vrijstellingen/ontheffing"},
    {"Pvt", "PVT"},
    {"LeerrouteExamen", "Leerroutes/examen"},
    {"Overig", "Overig"},
});

constexpr auto kVerzoeksoortRows = std::to_array<CodeRow>({
    {"RechtenDoelgroep", "Rechten en plichten van de andere doelgroep"},
    {"UrenNaTermijn", "Deelgenomen uren na de vier weken"},
    {"DefinitiefPip", "Wijziging van een definitief initieel PIP"},
    {"MutatieWi2021", "Andere wijziging onder de Wi2021"},
    {"MutatieWi2013", "Wijziging van een definitieve PVT-registratie"},
    {"MutatieWi2007", "Voorziening of andere mutatie onder de Wi2007"},
});

constexpr auto kVerzoekstatusRows = std::to_array<CodeRow>({
    {"Ingediend", "Ingediend"},
    {"Toegekend", "Toegekend"},
    {"Afgewezen", "Afgewezen"},
});

constexpr auto kVerzoekbesluitRows = std::to_array<CodeRow>({
    {"Toegekend", "Toegekend"},
    {"Afgewezen", "Afgewezen"},
});

}  // namespace

constinit const CodeList kWaardepapier{"waardepapier", "Wi2013 § 3.13; Wi2021 § 3.9", kWaardepapierRows};
constinit const CodeList kContactonderwerp{"contactonderwerp", "Wi2007 § 3.11; Wi2013 § 3.14; Wi2021 § 2.3.1",
                                           kContactonderwerpRows};
constinit const CodeList kVerzoeksoort{"verzoeksoort", "lijst: eigen keuze, naar de handleidingen",
                                       kVerzoeksoortRows};
constinit const CodeList kVerzoekstatus{"verzoekstatus", "lijst: eigen keuze", kVerzoekstatusRows};

constinit const CodeList kVerzoekbesluit{"verzoekbesluit", "lijst: eigen keuze", kVerzoekbesluitRows};

std::span<const CodeList* const> alleLijsten() {
  static constexpr std::array kAll{&kWaardepapier, &kContactonderwerp, &kVerzoeksoort, &kVerzoekstatus};
  return kAll;
}

}  // namespace cvsgw::isi::loket::codes
