// The rows of § 3.3 (contact persons) and § 3.2.2 (status of signals).
#include <array>

#include "gateway/laws/wi2021/rules/regels.hpp"

namespace cvsgw::laws::wi2021 {

namespace {
constexpr std::string_view kGegevens = "VoegContactpersoonToe WijzigContactpersoon";
}

std::span<const Regel> contactpersonenRegels() {
  using Aard = Regel::Aard;
  static constexpr auto kRegels = std::to_array<Regel>({
      {.id = "W21-235", .operaties = kGegevens, .code = "FS235"},
      {.id = "W21-236", .operaties = kGegevens, .code = "FS236"},
      {.id = "W21-237", .operaties = kGegevens, .code = "FS237"},
      {.id = "W21-238", .operaties = kGegevens, .code = "FS238"},
      {.id = "W21-239", .operaties = kGegevens, .code = "FS239"},
      {.id = "W21-240", .operaties = "VerwijderContactpersoon DraagCaseloadOver", .code = "FS240"},
      {.id = "W21-241", .operaties = "DraagCaseloadOver", .code = "FS241"},
      {.id = "W21-242", .operaties = "KoppelContactpersoon", .code = "FS242"},
      {.id = "W21-243", .operaties = kGegevens, .code = "AS243"},
      {.id = "W21-244", .operaties = "VerwijderContactpersoon", .code = "AS244"},
      {.id = "W21-245", .operaties = "VerwijderContactpersoon", .code = "AS245"},
      {.id = "W21-246", .operaties = "DraagCaseloadOver", .code = "AS246"},
      {.id = "W21-560",
       .aard = Aard::automatisch,
       .operaties = kGegevens,
       .bron = "Wi2021 § 3.3.2; Wi2021 § 3.3.3",
       .tekst = "Een gemeente heeft ten hoogste één algemeen contactpersoon: een nieuwe neemt het over. De "
                "vorige wordt het niet vanzelf weer."},
      {.id = "W21-561",
       .aard = Aard::automatisch,
       .operaties = "KoppelContactpersoon",
       .bron = "Wi2021 § 3.3; Wi2021 § 3.3.5",
       .tekst = "Een persoon heeft ten hoogste één contactpersoon per gemeente: koppelen trekt de vorige "
                "koppeling in, die met haar datum in de historie blijft."},
      {.id = "W21-562",
       .aard = Aard::automatisch,
       .operaties = "OntkoppelContactpersoon DraagCaseloadOver VerwijderContactpersoon",
       .bron = "Wi2021 § 3.3.1; Wi2021 § 3.3.5",
       .tekst = "Een koppeling die eindigt krijgt de datum van die dag als datum ingetrokken."},
      {.id = "W21-563",
       .aard = Aard::automatisch,
       .operaties = "VerwijderContactpersoon",
       .bron = "Wi2021 § 3.3.4",
       .tekst = "Wie verwijderd wordt, verdwijnt ook bij de personen die aan hem gekoppeld zijn; met "
                "overdracht/contactpersoonId gaat de caseload in dezelfde wijziging naar een ander."},
      {.id = "W21-564",
       .aard = Aard::automatisch,
       .operaties = "DraagCaseloadOver",
       .bron = "Wi2021 § 3.3.6",
       .tekst = "Een volledige caseload of een selectie gaat geheel over of in het geheel niet."},
      {.id = "W21-565",
       .aard = Aard::weergave,
       .operaties = "WijzigContactpersoon",
       .bron = "Wi2021 § 3.2.1; Wi2021 § 3.5.2",
       .tekst = "Een nieuwe naam staat ook bij de gekoppelde personen en hun signalen."},
      {.id = "W21-566",
       .aard = Aard::nietToetsbaar,
       .operaties = "OntkoppelContactpersoon VerwijderContactpersoon",
       .bron = "Wi2021 § 3.3.4; Wi2021 § 3.3.5",
       .tekst = "Het scherm vraagt of de gebruiker zeker weet dat hij wil verwijderen.",
       .toelichting =
           "De vraag hoort bij het scherm van de aanroeper. Alleen waar koppelingen of de algemeen "
           "contactpersoon verloren gaan, vraagt de gateway om een bevestiging."},
      {.id = "W21-567",
       .aard = Aard::nietToetsbaar,
       .bron = "Wi2021 § 3.3.1 noot 9",
       .tekst = "De gemeente registreert haar algemeen contactpersoon zelf.",
       .toelichting = "Of een gemeente er een wil, is aan haar; zonder blijft alles werken."},
  });
  return kRegels;
}

std::span<const Regel> signaalstatusRegels() {
  using Aard = Regel::Aard;
  static constexpr auto kRegels = std::to_array<Regel>({
      {.id = "W21-570",
       .aard = Aard::automatisch,
       .operaties = "WijzigSignaalstatus",
       .bron = "Wi2021 § 3.2.2",
       .tekst = "Een signaal kan van elke status naar InBehandeling of Afgehandeld, en nooit naar Nieuw: die "
                "waarde kent het schema van de vraag niet."},
      {.id = "W21-571",
       .aard = Aard::automatisch,
       .operaties = "WijzigSignaalstatus",
       .bron = "Wi2021 § 3.2.2",
       .tekst = "Van één of meer signalen wijzigt de status in één keer: van alle of van geen."},
      {.id = "W21-572",
       .aard = Aard::automatisch,
       .operaties = "WijzigSignaalstatus",
       .bron = "Wi2021 § 3.2.2",
       .tekst = "De dag van afhandelen is de dag waarop het signaal de status Afgehandeld krijgt; die status "
                "nog eens geven verschuift haar niet."},
  });
  return kRegels;
}

}  // namespace cvsgw::laws::wi2021
