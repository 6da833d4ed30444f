#include "gateway/laws/algemeen/rules/regels.hpp"

#include <array>

namespace cvsgw::laws::algemeen {

std::span<const Regel> loketRegels() {
  using enum Regel::Aard;
  constexpr std::string_view kBestel = "BestelWaardepapieren";
  constexpr std::string_view kBericht = "VerstuurContactbericht";
  constexpr std::string_view kVerzoek = "DienWijzigingsverzoekIn";
  static constexpr auto kRegels = std::to_array<Regel>({
      {.id = "ALG-050", .operaties = kBestel, .code = "FS050"},
      {.id = "ALG-051", .operaties = kBestel, .code = "FS051"},
      {.id = "ALG-052", .operaties = kBestel, .code = "FS052"},
      {.id = "ALG-053", .operaties = kBestel, .code = "FS053"},
      {.id = "ALG-054", .operaties = kBestel, .code = "AS054"},
      {.id = "ALG-055", .operaties = "BestelWaardepapieren VerstuurContactbericht", .code = "FS055"},
      {.id = "ALG-056", .operaties = "BestelWaardepapieren VerstuurContactbericht", .code = "FS056"},
      {.id = "ALG-057", .operaties = "BestelWaardepapieren VerstuurContactbericht", .code = "FS057"},
      {.id = "ALG-058", .operaties = "BestelWaardepapieren VerstuurContactbericht", .code = "FS058"},
      {.id = "ALG-059", .operaties = kBestel, .code = "AS059"},
      {.id = "ALG-060", .operaties = kBestel, .code = "AS060"},
      {.id = "ALG-061", .operaties = kBericht, .code = "FS061"},
      {.id = "ALG-062", .operaties = kBericht, .code = "FS062"},
      {.id = "ALG-063", .operaties = kBericht, .code = "FS063"},
      {.id = "ALG-064", .operaties = kBericht, .code = "FS064"},
      {.id = "ALG-065", .operaties = kBericht, .code = "AS065"},
      {.id = "ALG-066", .operaties = kBericht, .code = "AS066"},
      {.id = "ALG-070", .operaties = kVerzoek, .code = "FS070"},
      {.id = "ALG-071", .operaties = kVerzoek, .code = "FS071"},
      {.id = "ALG-072", .operaties = kVerzoek, .code = "FS072"},
      {.id = "ALG-073", .operaties = kVerzoek, .code = "FS073"},
      {.id = "ALG-074", .operaties = kVerzoek, .code = "FS074"},
      {.id = "ALG-075", .operaties = kVerzoek, .code = "FS075"},
      {.id = "ALG-076", .operaties = kVerzoek, .code = "FS076"},
      {.id = "ALG-077", .operaties = kVerzoek, .code = "FS077"},
      {.id = "ALG-078", .operaties = kVerzoek, .code = "FS078"},
      {.id = "ALG-080", .operaties = kVerzoek, .code = "FS080"},
      {.id = "ALG-081", .operaties = kVerzoek, .code = "FS081"},
      {.id = "ALG-082", .operaties = kVerzoek, .code = "FS082"},
      {.id = "ALG-083", .operaties = kVerzoek, .code = "FS083"},
      {.id = "ALG-084", .operaties = kVerzoek, .code = "FS084"},
      {.id = "ALG-085", .operaties = kVerzoek, .code = "AS085"},
      {.id = "ALG-090",
       .aard = automatisch,
       .operaties = kBestel,
       .bron = "Wi2013 § 3.13; Wi2021 § 3.9",
       .tekst = "Een bevestiging van de bestelling gaat naar het opgegeven e-mailadres.",
       .geldigVanaf = "2017-10-01"},
      {.id = "ALG-091",
       .aard = weergave,
       .operaties = kBericht,
       .bron = "Wi2021 § 2.3.1",
       .tekst = "Met een burgerservicenummer worden de persoonsgegevens van de inburgeraar ingevuld, zonder "
                "niet."},
      {.id = "ALG-092",
       .aard = nietToetsbaar,
       .operaties = kBericht,
       .bron = "Wi2007 § 3.11; Wi2013 § 3.14; Wi2021 § 2.3.1",
       .tekst = "Bij het onderwerp Overig vermeldt de tekst duidelijk waar de vraag over gaat.",
       .toelichting = "Of een tekst duidelijk is, ziet alleen wie hem leest.",
       .geldigVanaf = "2007-01-01"},
      {.id = "ALG-093",
       .aard = automatisch,
       .bron = "Wi2021 § 3.6.4.1; Wi2021 § 3.6.6.1; Wi2021 § 3.6.11.1",
       .tekst =
           "Kent DUO een verzoek over rechten, een definitief PIP of uren toe, dan zijn de gegevens van de "
           "persoon op dat moment gewijzigd."},
  });
  return kRegels;
}

}  // namespace cvsgw::laws::algemeen
