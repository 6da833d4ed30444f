// The rows of § 3.3 on mails to contact persons; the effects are in gateway/isi/wi2021/mail.cpp,
// adapters/store/wi2021/mails.cpp and adapters/mail/.
#include <array>

#include "gateway/laws/wi2021/rules/regels.hpp"

namespace cvsgw::laws::wi2021 {

namespace {

using enum Regel::Aard;

constexpr auto kMailregels = std::to_array<Regel>({
    {.id = "W21-680",
     .aard = automatisch,
     .bron = "Wi2021 § 3.3; Wi2021 § 3.3.5",
     .tekst =
         "Een contactpersoon krijgt één keer per week, op maandag om 07:00 (Nederlandse tijd), één e-mail "
         "met alle nieuwe signalen van de personen die aan hem zijn gekoppeld."},
    {.id = "W21-681",
     .aard = automatisch,
     .bron = "Wi2021 § 3.3 noot 6",
     .tekst =
         "Nieuw is een signaal dat sinds de vorige weekmails is geplaatst en bij de dagverwerking van "
         "maandag (aan het begin van die dag) nog de status Nieuw heeft; wat daarna komt, hoort bij de "
         "volgende week. De koppeling telt zoals zij dan is. De allereerste weekmails kijken zeven dagen "
         "terug."},
    {.id = "W21-682",
     .aard = automatisch,
     .bron = "Wi2021 § 3.3; Wi2021 § 3.3.2",
     .tekst = "De algemeen contactpersoon krijgt in zijn weekmail de nieuwe signalen van personen zonder "
              "contactpersoon, ook correctiesignalen. Heeft de gemeente geen algemeen contactpersoon, dan "
              "krijgt "
              "niemand die, ook later niet."},
    {.id = "W21-683",
     .aard = automatisch,
     .bron = "Wi2021 § 3.3 noot 11",
     .tekst =
         "Heeft een persoon een contactpersoon, dan krijgt alleen die zijn nieuwe signalen, en de algemeen "
         "contactpersoon niet."},
    {.id = "W21-684",
     .aard = automatisch,
     .bron = "Wi2021 § 3.3 noten 6 en 11",
     .tekst = "Zonder nieuwe signalen is er geen weekmail."},
    {.id = "W21-685",
     .aard = weergave,
     .bron = "Wi2021 § 3.3",
     .tekst =
         "In een e-mail staat geen BSN en geen naam van een persoon: een signaal staat er met signaalId, "
         "code, omschrijving en datum, en met de gemeente."},
    {.id = "W21-686",
     .aard = automatisch,
     .bron = "Wi2021 § 3.3",
     .tekst = "Worden gemiste dagen ingehaald, dan krijgen alleen de laatste maandag daarvan weekmails: één "
              "e-mail met alles wat sinds de vorige nieuw is."},
    {.id = "W21-687",
     .aard = automatisch,
     .operaties = "KoppelContactpersoon OntkoppelContactpersoon DraagCaseloadOver VerwijderContactpersoon",
     .bron = "Wi2021 § 3.3",
     .tekst =
         "Wordt een contactpersoon gekoppeld of ontkoppeld, dan krijgt hij daarover ten hoogste één e-mail "
         "per dag: de volgende dag om 07:00, met het aantal koppelingen en ontkoppelingen van die dag, en "
         "aan hoeveel personen hij dan is gekoppeld. Een koppeling die eindigt omdat de persoon verhuist "
         "of "
         "niet meer onder de wet valt, telt mee."},
    {.id = "W21-688",
     .aard = automatisch,
     .operaties = "VerwijderContactpersoon",
     .bron = "Wi2021 § 3.3.4",
     .tekst =
         "Wie verwijderd is als de e-mails worden gemaakt, krijgt er geen: een e-mail gaat alleen naar een "
         "adres dat de gemeente dan heeft geregistreerd."},
    {.id = "W21-689",
     .aard = automatisch,
     .bron = "Wi2021 § 3.3",
     .tekst = "Een e-mail wordt ten minste één keer bezorgd. Lukt dat niet, dan wordt het twee dagen lang "
              "opnieuw "
              "geprobeerd en daarna aan de beheerder gemeld.",
     .toelichting = "Na een storing op het verkeerde moment kan dezelfde e-mail nog eens komen, met dezelfde "
                    "Message-ID."},
    {.id = "W21-690",
     .aard = automatisch,
     .bron = "Wi2021 § 3.3",
     .tekst =
         "Weigert de mailserver een ontvanger of een e-mail voorgoed (5xx), dan wordt dat meteen gemeld en "
         "niet opnieuw geprobeerd."},
    {.id = "W21-691",
     .aard = automatisch,
     .bron = "Wi2021 § 3.3",
     .tekst =
         "Een e-mail blijft tot en met dertig dagen nadat hij is bezorgd of opgegeven bewaard. Een e-mail "
         "die niemand verstuurt (er is geen mailserver ingesteld), wordt na dertig dagen opgegeven."},
});
}  // namespace

std::span<const Regel> mailRegels() {
  return kMailregels;
}

}  // namespace cvsgw::laws::wi2021
