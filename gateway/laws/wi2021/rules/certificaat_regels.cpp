// The rules on certificates of the Z-route as rows.
#include <array>

#include "gateway/laws/wi2021/rules/regels.hpp"

namespace cvsgw::laws::wi2021 {
namespace {

using enum Regel::Aard;
constexpr std::string_view kBron = "Wi2021 § 3.6.16";
constexpr std::string_view kAlle = "ZoekCertificaten HaalCertificaat HandelCertificaatAf";

constexpr auto kCertificaatRegels = std::to_array<Regel>({
    {.id = "W21-250", .operaties = "HaalCertificaat HandelCertificaatAf", .code = "FS250"},
    {.id = "W21-251", .operaties = "HandelCertificaatAf", .code = "AS251"},
    {.id = "W21-650",
     .aard = automatisch,
     .operaties = {},
     .bron = "Wi2021 § 3.6.16; Wi2021 § 4.1 SS141",
     .tekst = "Zodra de datum van het eindgesprek definitief is, en niet eerder, staat er een certificaat "
              "klaar; de gemeente ontvangt dan SS141. Eindigt de plicht op een andere manier, dan komt er "
              "geen certificaat."},
    {.id = "W21-651",
     .aard = weergave,
     .operaties = kAlle,
     .bron = "Wi2021 § 3.1; Wi2021 § 3.6.16",
     .tekst = "Certificaten vragen de rol Wi2021MUT, ook om ze te lezen."},
    {.id = "W21-652",
     .aard = weergave,
     .operaties = kAlle,
     .bron = kBron,
     .tekst = "Het certificaat is van de gemeente die het eindgesprek heeft geregistreerd, ook nadat de "
              "persoon is verhuisd of uit haar zicht is; voor elke andere gemeente is het er niet.",
     .toelichting = "De handleiding noemt de verhuizing niet: zij die het gesprek voerde en SS141 kreeg, "
                    "reikt uit."},
    {.id = "W21-653",
     .aard = weergave,
     .operaties = "ZoekCertificaten",
     .bron = kBron,
     .tekst = "De lijst toont alleen niet-afgehandelde certificaten, of met alleenNietAfgehandeld onwaar "
              "óók de afgehandelde; met een BSN alleen die van die persoon."},
    {.id = "W21-654",
     .aard = weergave,
     .operaties = "ZoekCertificaten",
     .bron = kBron,
     .tekst = "De lijst is te sorteren op BSN, achternaam en datum eindgesprek."},
    {.id = "W21-655",
     .aard = weergave,
     .operaties = "HaalCertificaat",
     .bron = kBron,
     .tekst = "Eén certificaat per keer wordt gedownload, en te allen tijde opnieuw: ook nadat het is "
              "afgehandeld, en steeds met dezelfde inhoud."},
    {.id = "W21-656",
     .aard = weergave,
     .operaties = "HaalCertificaat",
     .bron = kBron,
     .tekst = "Op het certificaat staan de gegevens van de dag waarop het eindgesprek definitief werd.",
     .toelichting = "Eigen keuze: wat is uitgereikt, verandert niet met een latere wijziging in de BRP."},
    {.id = "W21-657",
     .aard = automatisch,
     .operaties = "HandelCertificaatAf",
     .bron = kBron,
     .tekst = "Eén certificaat per keer wordt afgehandeld: het krijgt de status Afgehandeld met de dag "
              "waarop dat gebeurt. Terug kan niet."},
    {.id = "W21-658",
     .aard = automatisch,
     .operaties = {},
     .bron = "Wi2021 § 3.6.16; Wi2021 § 4.1 SS190, SS191",
     .tekst = "Blijkt de persoon niet onder de Wi2021 te vallen (SS190, SS191), dan verdwijnt met het "
              "dossier ook het certificaat, afgehandeld of niet.",
     .toelichting = "De handleiding zegt hier niets over; de gemeente houdt van zo'n persoon alleen het BSN "
                    "in het correctiesignaal over."},
    {.id = "W21-659",
     .aard = nietToetsbaar,
     .operaties = "HaalCertificaat",
     .bron = "Wi2021 § 3.6.16; Wi2021 § 3.9",
     .tekst = "Druk het certificaat af op waardepapier van DUO en leg dat op de juiste manier in de printer.",
     .toelichting = "Wat er met het bestand gebeurt, is aan de gemeente."},
    {.id = "W21-660",
     .aard = nietToetsbaar,
     .operaties = "HandelCertificaatAf",
     .bron = kBron,
     .tekst = "Handel een certificaat pas af nadat het aan de inburgeraar is uitgereikt.",
     .toelichting = "Of het papier is uitgereikt, weet alleen de gemeente."},
    {.id = "W21-661",
     .aard = nietToetsbaar,
     .operaties = "HandelCertificaatAf",
     .bron = kBron,
     .tekst = "Het scherm vraagt of de status inderdaad gewijzigd moet worden.",
     .toelichting = "De vraag hoort bij het scherm van de aanroeper."},
});

}  // namespace

std::span<const Regel> certificaatRegels() {
  return kCertificaatRegels;
}

}  // namespace cvsgw::laws::wi2021
