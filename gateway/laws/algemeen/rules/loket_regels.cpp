#include "gateway/laws/algemeen/rules/regels.hpp"

#include <array>

namespace cvsgw::laws::algemeen {

std::span<const Regel> loketRegels() {
  using enum Regel::Aard;
  constexpr std::string_view kBestel = "BestelWaardepapieren";
  constexpr std::string_view kBericht = "VerstuurContactbericht";
  constexpr std::string_view kVerzoek = "DienWijzigingsverzoekIn";
  static constexpr auto kRegels = std::to_array<Regel>({
      {.id = "ALG-150", .operaties = kBestel, .code = "FS050"},
      {.id = "ALG-151", .operaties = kBestel, .code = "FS051"},
      {.id = "ALG-152", .operaties = kBestel, .code = "FS052"},
      {.id = "ALG-153", .operaties = kBestel, .code = "FS053"},
      {.id = "ALG-154", .operaties = kBestel, .code = "AS054"},
      {.id = "ALG-155", .operaties = "BestelWaardepapieren VerstuurContactbericht", .code = "FS055"},
      {.id = "ALG-156", .operaties = "BestelWaardepapieren VerstuurContactbericht", .code = "FS056"},
      {.id = "ALG-157", .operaties = "BestelWaardepapieren VerstuurContactbericht", .code = "FS057"},
      {.id = "ALG-158", .operaties = "BestelWaardepapieren VerstuurContactbericht", .code = "FS058"},
      {.id = "ALG-159", .operaties = kBestel, .code = "AS059"},
      {.id = "ALG-160", .operaties = kBestel, .code = "AS060"},
      {.id = "ALG-161", .operaties = kBericht, .code = "FS061"},
      {.id = "ALG-162", .operaties = kBericht, .code = "FS062"},
      {.id = "ALG-163", .operaties = kBericht, .code = "FS063"},
      {.id = "ALG-164", .operaties = kBericht, .code = "FS064"},
      {.id = "ALG-165", .operaties = kBericht, .code = "AS065"},
      {.id = "ALG-166", .operaties = kBericht, .code = "AS066"},
      {.id = "ALG-170", .operaties = kVerzoek, .code = "FS070"},
      {.id = "ALG-171", .operaties = kVerzoek, .code = "FS071"},
      {.id = "ALG-172", .operaties = kVerzoek, .code = "FS072"},
      {.id = "ALG-173", .operaties = kVerzoek, .code = "FS073"},
      {.id = "ALG-174", .operaties = kVerzoek, .code = "FS074"},
      {.id = "ALG-175", .operaties = kVerzoek, .code = "FS075"},
      {.id = "ALG-176", .operaties = kVerzoek, .code = "FS076"},
      {.id = "ALG-177", .operaties = kVerzoek, .code = "FS077"},
      {.id = "ALG-178", .operaties = kVerzoek, .code = "FS078"},
      {.id = "ALG-180", .operaties = kVerzoek, .code = "FS080"},
      {.id = "ALG-182", .operaties = kVerzoek, .code = "FS082"},
      {.id = "ALG-183", .operaties = kVerzoek, .code = "FS083"},
      {.id = "ALG-184", .operaties = kVerzoek, .code = "FS084"},
      {.id = "ALG-185", .operaties = kVerzoek, .code = "AS085"},
      {.id = "ALG-190",
       .aard = automatisch,
       .operaties = kBestel,
       .bron = "Wi2013 § 3.13; Wi2021 § 3.9",
       .tekst = "Een bevestiging van de bestelling gaat naar het opgegeven e-mailadres.",
       .geldigVanaf = "2017-10-01"},
      {.id = "ALG-191",
       .aard = weergave,
       .operaties = kBericht,
       .bron = "Wi2021 § 2.3.1",
       .tekst = "Met een burgerservicenummer worden de persoonsgegevens van de inburgeraar ingevuld, zonder "
                "niet."},
      {.id = "ALG-192",
       .aard = nietToetsbaar,
       .operaties = kBericht,
       .bron = "Wi2007 § 3.11; Wi2013 § 3.14; Wi2021 § 2.3.1",
       .tekst = "Bij het onderwerp Overig vermeldt de tekst duidelijk waar de vraag over gaat.",
       .toelichting = "Of een tekst duidelijk is, ziet alleen wie hem leest.",
       .geldigVanaf = "2007-01-01"},
      {.id = "ALG-193",
       .aard = automatisch,
       .bron = "Wi2021 § 3.6.4.1; Wi2021 § 3.6.6.1; Wi2021 § 3.6.11.1",
       .tekst =
           "Kent DUO een verzoek over rechten, een definitief PIP of uren toe, dan zijn de gegevens van de "
           "persoon op dat moment gewijzigd."},
  });
  return kRegels;
}

}  // namespace cvsgw::laws::algemeen
