#include "gateway/isi/wi2007/codes.hpp"

#include <algorithm>
#include <array>

namespace cvsgw::isi::wi2007::codes {
namespace {

constexpr auto kSignalen = std::to_array<SignaalRow>({
    {"SS001", "Persoon is volgens GBA naar uw gemeente verhuisd",
     "Verhuisd tussen gemeenten en ingeschreven in uw gemeente; ISI kende de persoon al.",
     "Beslis over handhaving. Zet een voorziening van de vorige gemeente voort, of beëindig haar als de "
     "persoon haar niet aanneemt."},
    {"SS002", "Tijdelijk verblijfsdoel volgens IND", "De IND gaf een ander verblijfsdoel door.",
     "Ga na wat dit betekent voor inburgeringsplicht en handhaving."},
    {"SS003", "Verblijfsrecht gewijzigd volgens de GBA",
     "Het verblijf werd rechtmatig, of juist onrechtmatig.",
     "Ga na wat dit betekent voor inburgeringsplicht en handhaving."},
    {"SS004", "Einde (verlengde) handhavingstermijn nadert",
     "U handhaaft de persoon en de termijn eindigt over zes maanden.",
     "Schat in of het examen op tijd wordt gehaald, en denk aan vrijstelling, boete of verlenging."},
    {"SS005",
     "Tijdelijke vrijstelling voor deze persoon is vervallen (zonder dat het diploma is behaald) na controle "
     "bij het inschrijvingsregister van DUO",
     "Niet meer ingeschreven bij een opleiding, dus mogelijk weer inburgeringsplichtig.",
     "Stel de inburgeringsplicht vast en beslis over handhaving."},
    {"SS006",
     "Er is een gehele vrijstelling verleend door DUO aan deze persoon wegens behalen diploma, zoals "
     "gebleken na controle bij het gedigitaliseerde diplomaregister van DUO",
     "DUO kent een diploma dat geheel vrijstelt.", "Ga na of de inburgeringsplicht nog bestaat."},
    {"SS007", "Persoon heeft de inburgeringsplichtige leeftijd bereikt",
     "De persoon is 18 geworden en heeft volgens DUO geen vrijstelling door opleiding of diploma.",
     "Stel de inburgeringsplicht vast en beslis over handhaving."},
    {"SS008", "Persoon is volgens GBA overleden", "De BRP meldt het overlijden.",
     "Geen: de persoon is niet meer te zien en de gegevens worden geschoond."},
    {"SS009", "Persoon heeft volgens GBA een gewijzigde geboortedatum",
     "De BRP heeft een andere geboortedatum, die de plicht kan raken.",
     "Ga na wat dit betekent voor de inburgeringsplicht."},
    {"SS010", "Persoon verblijft weer in Nederland volgens GBA",
     "Binnen een jaar na vertrek uit Nederland in uw gemeente gevestigd.",
     "Beslis of een lopende handhavingstermijn wordt verlengd."},
    {"SS011", "Persoon verblijft volgens GBA buiten Nederland",
     "De persoon heeft zich buiten Nederland gevestigd.", "Beslis of de handhaving doorgaat."},
    {"SS012", "Persoon heeft volgens GBA een gewijzigde nationaliteit",
     "De BRP heeft een andere nationaliteit, die de plicht kan raken.",
     "Beoordeel de inburgeringsplicht opnieuw."},
    {"SS015", "Persoon heeft volgens de GBA een gewijzigde indicatie asielgerechtigd",
     "De BRP heeft een andere verblijfstitel.",
     "Ga na of er recht is op een voorziening voor asielgerechtigden."},
    {"SS016", "Persoon heeft inburgeringsdiploma behaald",
     "Voor alle onderdelen geslaagd of vrijgesteld; de plicht is voldaan.",
     "Geen: ISI heeft het verwerkt en het traject is klaar."},
    {"SS017",
     "Er is een gehele vrijstelling verleend door DUO aan deze persoon wegens met goed gevolg afleggen van "
     "de korte vrijstellingstoets",
     "Geslaagd voor de korte vrijstellingstoets; de plicht is voldaan.",
     "Geen: ISI heeft het verwerkt en het traject is klaar."},
    {"SS031",
     "Persoon is vrijwillig inburgeraar en heeft diploma behaald dat recht geeft op een volledige "
     "vrijstelling",
     "DUO kent een diploma dat het vrijwillige traject kan raken.",
     "Beslis of het vrijwillige traject doorgaat."},
    {"SS033",
     "Persoon is vrijwillig inburgeraar en heeft acht jaar in NL gewoond tijdens de leerplichtige leeftijd",
     "Acht jaar van de leerplichtige leeftijd in Nederland gewoond, volgens de BRP.",
     "Beslis of het vrijwillige traject doorgaat."},
    {"SS050", "Persoon is volgens gegevens bij DUO mogelijkerwijs inburgeringsplichtig geworden",
     "Wijziging bij BRP of IND die de persoon mogelijk inburgeringsplichtig maakt.",
     "Stel de inburgeringsplicht vast."},
    {"SS052", "Persoons- en/of adresgegevens zijn volgens de GBA gewijzigd",
     "De BRP heeft andere persoons- of adresgegevens.", "Bekijk de gegevens en wat daaruit volgt."},
    {"SS060",
     "Persoon is als nieuwkomer aangemerkt op basis van aanlevering door GBA van rechtmatig verblijf na 1 "
     "januari 2007",
     "Was op 1 januari 2007 in Nederland zonder rechtmatig verblijf en heeft dat nu wel; nieuwkomer vanaf "
     "die dag.",
     "Controleer dat het een nieuwkomer is en begin zo nodig met handhaven."},
    {"SS061",
     "Persoon met een inburgeringsvoorziening meldt zich aan voor een examen terwijl hij/zij gedeeltelijk is "
     "vrijgesteld",
     "Aangemeld voor een onderdeel waarvoor volgens DUO vrijstelling bestaat.",
     "Vraag naar de reden en beslis of het onderdeel toch wordt afgelegd."},
    {"SS062",
     "Persoon met een inburgeringsvoorziening meldt zich aan voor een examen met een ander profiel dan bij "
     "een eerdere aanmelding",
     "Aangemeld met een ander profiel dan bij de voorziening hoort.",
     "Vraag naar de reden en beslis of het examen met het juiste profiel nodig is."},
    {"SS064", "Persoon o.b.v. gegevens IND als nieuwkomer in ISI opgenomen",
     "De IND merkt de persoon als nieuwkomer aan; opgenomen in ISI.",
     "Controleer dat het een nieuwkomer is en begin zo nodig met handhaven."},
    {"SS065",
     "Persoon heeft deelgenomen aan 1 of meerdere onderdelen van het inburgeringsexamen of heeft een door "
     "DUO toegekende gedeeltelijke vrijstelling verkregen",
     "Deelname aan een of meer onderdelen, of een gedeeltelijke vrijstelling door DUO. Voor gemeenten met "
     "een cliëntvolgsysteem, en voor wie erom vroeg.",
     "Laat het cliëntvolgsysteem de examengegevens bijwerken."},
    {"SS066", "Persoon heeft het einde van de (verlengde) handhavingstermijn bereikt",
     "U handhaaft de persoon en de termijn is verstreken.", "Beslis over vrijstelling, boete of verlenging."},
});

constexpr auto codeAndText() {
  std::array<CodeRow, kSignalen.size()> rows{};
  std::ranges::transform(kSignalen, rows.begin(), [](const SignaalRow& row) {
    return CodeRow{row.code, row.omschrijving};
  });
  return rows;
}
constexpr auto kSignaalRows = codeAndText();

}  // namespace

std::span<const SignaalRow> signalen() {
  return kSignalen;
}
constinit const CodeList kSignaal{"signaalcode", "Wi2007 § 3.7", kSignaalRows};

}  // namespace cvsgw::isi::wi2007::codes
