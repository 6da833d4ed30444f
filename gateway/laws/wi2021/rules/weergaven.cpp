// What § 3.6 shows of a person and no other area has; the views are made in isi/wi2021/tonen*.cpp.
#include <array>

#include "gateway/laws/wi2021/rules/regels.hpp"

namespace cvsgw::laws::wi2021 {

namespace {

using enum Regel::Aard;
constexpr std::string_view kPersoon = "RaadpleegPersoon";
constexpr std::string_view kExamens = "RaadpleegPersoon RaadpleegExamen";
constexpr std::string_view kBron8 = "Wi2021 § 3.6.8";

constexpr auto kWeergavenRegels = std::to_array<Regel>({
    {.id = "W21-620",
     .aard = weergave,
     .operaties = kPersoon,
     .bron = kBron8,
     .tekst = "Welke examens de persoon moet doen volgt uit het PIP: taalexamens op B1 (B1-route met "
              "niveau B1, Onderwijsroute) of A2 (B1-route met niveau A2) en KNM, in de "
              "Zelfredzaamheidsroute geen; zonder PIP staat dat er."},
    {.id = "W21-621",
     .aard = weergave,
     .operaties = kPersoon,
     .bron = kBron8,
     .tekst = "Examens op een ander niveau dan in het PIP zijn er alleen als de persoon zich heeft "
              "aangemeld of ze heeft gedaan; de datum is die van de jongste poging of aanmelding."},
    {.id = "W21-622",
     .aard = weergave,
     .operaties = kExamens,
     .bron = kBron8,
     .tekst = "Gratis pogingen zijn er alleen voor asielstatushouders, twee per onderdeel op het niveau "
              "van het PIP, in de Zelfredzaamheidsroute alleen bij niveau A2; anders 0 over."},
    {.id = "W21-623",
     .aard = weergave,
     .operaties = "RaadpleegExamen",
     .bron = kBron8,
     .tekst = "De pogingen staan per taalniveau, de meest recente eerst."},
    {.id = "W21-624",
     .aard = weergave,
     .operaties = kPersoon,
     .bron = "Wi2021 § 3.6.12",
     .tekst = "Boetes van DUO staan bij de persoon; boetes die de gemeente oplegt niet."},
    {.id = "W21-625",
     .aard = nietToetsbaar,
     .bron = "Wi2021 § 3.6.12",
     .tekst = "DUO legt alleen boetes op na afloop van de inburgeringstermijn, als er geen reden is voor "
              "een verlenging.",
     .toelichting = "Boetes stelt DUO vast; het ISI toont wat DUO heeft vastgesteld."},
    {.id = "W21-626",
     .aard = weergave,
     .operaties = kPersoon,
     .bron = "Wi2021 § 3.6.13",
     .tekst = "Aanvragen voor ontheffing en vrijstelling zijn te zien zodra DUO heeft besloten, aanvragen "
              "voor verlenging zodra zij zijn ingediend."},
    {.id = "W21-627",
     .aard = weergave,
     .operaties = kPersoon,
     .bron = "Wi2021 § 3.6.7.1; Wi2021 § 3.6.11.1",
     .tekst = "Bij gezinsmigranten en overige migranten staat dat een aanbod en uren bij een instelling "
              "niet van toepassing zijn."},
    {.id = "W21-628",
     .aard = weergave,
     .operaties = "LijstInstellingen",
     .bron = "Wi2021 § 3.6.7",
     .tekst = "De lijst toont per instelling of zij het Blik op Werk-keurmerk heeft (alle leerroutes) en "
              "of zij een erkende taalschakelinstelling is (Onderwijsroute)."},
    {.id = "W21-629",
     .aard = weergave,
     .operaties = kPersoon,
     .bron = "Wi2021 § 3.6.15",
     .tekst = "Het eindgesprek is van toepassing in de Zelfredzaamheidsroute zodra MAP en PVT zijn "
              "afgerond; is het doorgegeven, dan staat erbij vanaf welke dag het definitief is."},
    {.id = "W21-630",
     .aard = automatisch,
     .operaties = "WijzigPip",
     .bron = "Wi2021 § 3.6.6.2",
     .tekst = "Van de Onderwijsroute naar de B1-route wijzigen kan gedurende het hele traject, ook na 18 "
              "maanden."},
    {.id = "W21-631",
     .aard = automatisch,
     .operaties = "WijzigPip",
     .bron = "Wi2021 § 3.6.6.2",
     .tekst =
         "Deelgenomen uren en uren taalles en KNM blijven staan als de leerroute of het niveau wijzigt."},
    {.id = "W21-632",
     .aard = nietToetsbaar,
     .operaties = "WijzigPip",
     .bron = "Wi2021 § 3.6.6.2",
     .tekst = "Wie van gezinsmigrant asielstatushouder wordt en al een PIP met de B1-route had, krijgt "
              "daarin alsnog de geschatte uren intensiteit.",
     .toelichting = "Wat uitblijft is niet te weigeren; SS125 meldt de wijziging, en elke volgende "
                    "wijziging van het PIP vraagt de uren (FS121)."},
    {.id = "W21-633",
     .aard = nietToetsbaar,
     .bron = "Wi2021 § 3.6.6.2; Wi2021 § 3.6.7.2",
     .tekst = "Na een verhuizing uit de gemeente actualiseert zij uren, MAP en PVT.",
     .toelichting = "Wat er nog te melden is, weet alleen de gemeente; AS101 en AS102 noemen tot wanneer."},
});

}  // namespace

std::span<const Regel> weergaveRegels() {
  return kWeergavenRegels;
}

}  // namespace cvsgw::laws::wi2021
