#include <array>

#include "gateway/isi/wi2021/codes.hpp"

namespace cvsgw::isi::wi2021::codes {
namespace {

// Codes and texts of § 3.2.3, SS197 of § 4.1, SS199 of DUO's own list of events (M2M). Cause and follow-up
// are our short words for § 4.1.
constexpr auto kSignalen = std::to_array<SignaalRow>({
    {"SS101", "Persoon is inburgeringsplichtig.", "DUO heeft de inburgeringsplicht opgelegd.",
     "Bekijk doelgroep en plicht; begin met de brede intake."},
    {"SS102", "Inburgeringstermijn gestart.", "Het PIP is definitief en de termijn loopt.",
     "Geef voor een asielstatushouder binnen drie maanden een inburgeringsaanbod door."},
    {"SS103", "Termijn ambtshalve verlengd.", "DUO heeft de termijn uit eigen beweging verlengd.",
     "Bekijk de nieuwe einddatum."},
    {"SS104", "Termijn op verzoek verlengd.", "Een verzoek om verlenging is toegekend.",
     "Bekijk de nieuwe einddatum."},
    {"SS106", "Einde inburgeringsplicht – Diploma behaald.",
     "Het diploma is behaald; de plicht is geëindigd.", "Werk de gegevens binnen vier weken bij."},
    {"SS107", "Einde inburgeringsplicht – Gehele vrijstelling toegekend.",
     "Een gehele vrijstelling is toegekend; de plicht is geëindigd.",
     "Werk de gegevens binnen vier weken bij."},
    {"SS108", "Einde inburgeringsplicht – Gehele ontheffing toegekend.",
     "Een gehele ontheffing is toegekend; de plicht is geëindigd.",
     "Werk de gegevens binnen vier weken bij."},
    {"SS109", "Tijdelijke vrijstelling toegekend.", "De plicht geldt tijdelijk niet.",
     "Werk de deelgenomen uren bij."},
    {"SS110", "Einde inburgeringsplicht – Inburgeringsplicht ingetrokken.", "De plicht is ingetrokken.",
     "Werk de deelgenomen uren binnen vier weken bij."},
    {"SS111", "Einde inburgeringsplicht – Persoon is overleden.", "De persoon is overleden volgens de BRP.",
     "Geen: de gegevens zijn nog vier weken te raadplegen, niet te wijzigen."},
    {"SS112", "Verzoek verlenging ingediend.", "DUO heeft een verzoek om verlenging ontvangen.",
     "Wacht op SS104 of SS113."},
    {"SS113", "Verzoek verlenging afgewezen.", "Een verzoek om verlenging is afgewezen.",
     "De reden is bij de persoon zelf te vragen."},
    {"SS114", "Verzoek gehele vrijstelling afgewezen.", "Een verzoek om gehele vrijstelling is afgewezen.",
     "Zie het onderdeel Aanvragen; de reden is bij de persoon te vragen."},
    {"SS115", "Verzoek tijdelijke vrijstelling afgewezen.",
     "Een verzoek om tijdelijke vrijstelling is afgewezen.",
     "Zie het onderdeel Aanvragen; de reden is bij de persoon te vragen."},
    {"SS116", "Verzoek gedeeltelijke vrijstelling afgewezen.",
     "Een verzoek om vrijstelling van examenonderdelen is afgewezen.",
     "Zie het onderdeel Aanvragen; de reden is bij de persoon te vragen."},
    {"SS117", "Verzoek gedeeltelijke vrijstelling toegekend.",
     "Eén of meer examenonderdelen hoeven niet te worden gedaan.", "Zie onderdeel en niveau bij Aanvragen."},
    {"SS118", "Verzoek ontheffing afgewezen.", "Een verzoek om ontheffing is afgewezen.",
     "Zie het onderdeel Aanvragen; de reden is bij de persoon te vragen."},
    {"SS119", "Verzoek gedeeltelijke ontheffing toegekend.",
     "Van één of meer examenonderdelen is ontheffing verleend.", "Zie onderdeel en niveau bij Aanvragen."},
    {"SS120", "In gemeente gevestigd zonder PIP.",
     "Verhuisd naar uw gemeente; er is nog geen PIP en geen termijn.",
     "Stel het PIP binnen tien weken vast en geef het binnen tien werkdagen door."},
    {"SS121", "In gemeente gevestigd met PIP vorige gemeente.",
     "Verhuisd naar uw gemeente; de vorige gemeente had een PIP.",
     "Stel het PIP binnen tien weken opnieuw vast; alleen de leerroute gaat mee."},
    {"SS122", "Vertrokken naar andere gemeente.", "Verhuisd naar een andere gemeente.",
     "Werk de gegevens binnen een maand bij."},
    {"SS123", "Vertrokken uit Nederland.", "Niet meer op een Nederlands adres ingeschreven.",
     "Werk de gegevens binnen een maand bij."},
    {"SS124", "Doelgroep van asielstatushouder naar gezinsmigrant en overige migrant gewijzigd.",
     "Het verblijfsrecht wijzigde; de rechten als asielstatushouder blijven.",
     "Geef door als de persoon de rechten van de nieuwe doelgroep kiest."},
    {"SS125", "Doelgroep van gezinsmigrant en overige migrant naar asielstatushouder gewijzigd.",
     "Het verblijfsrecht wijzigde; de persoon krijgt de rechten als asielstatushouder.",
     "Geef door als de persoon de rechten van de vorige doelgroep kiest; vul het PIP aan."},
    {"SS126", "Nog geen PIP ontvangen.", "Tien weken na vestiging is er nog geen PIP.",
     "Geef het PIP zo snel mogelijk door."},
    {"SS127", "Nog geen inburgeringsaanbod ontvangen.", "Drie maanden na het PIP is er nog geen aanbod.",
     "Geef het aanbod door, tenzij de persoon een niet-vrijstellende opleiding mag afmaken."},
    {"SS128", "Inburgeringsplichtig, maar bereikt AOW-leeftijd binnen 6 maanden.",
     "Inburgeringsplichtig, maar bijna AOW-gerechtigd.",
     "Bepaal zelf wat nog zin heeft; PIP, aanbod, PVT en MAP zijn niet verplicht."},
    {"SS129", "Tijdelijke vrijstelling ingetrokken, nog geen PIP ontvangen.",
     "De tijdelijke vrijstelling is ingetrokken; er is nog geen PIP.", "Geef het PIP zo snel mogelijk door."},
    {"SS130", "Tijdelijke vrijstelling ingetrokken, PIP al bekend.",
     "De tijdelijke vrijstelling is ingetrokken; het eerdere PIP geldt weer.",
     "Controleer het PIP en wijzig het zo nodig."},
    {"SS131", "Resultaat Leerbaarheidstoets is bekend.", "De uitslag van de Leerbaarheidstoets is binnen.",
     "Gebruik de uitslag bij de keuze van de leerroute."},
    {"SS132", "Opleidingscontract ontvangen (nog geen PIP).",
     "Een instelling registreerde een contract; er is nog geen definitief PIP.", "Geef het PIP door."},
    {"SS133",
     "Opleidingscontract ontvangen met taalniveau niet conform de opgegeven leerroute voor inburgering",
     "Het taalniveau in een contract past niet bij de leerroute.",
     "Stem contract of PIP af met de instelling; facturen worden niet betaald."},
    {"SS135", "Opleidingscontract ontvangen met te hoog taalniveau conform het PIP.",
     "Het taalniveau in een contract is hoger dan in het PIP (Z-route).",
     "Stem contract of PIP af met de instelling; facturen worden niet betaald."},
    {"SS136", "Opleidingscontract voor taalschakeltraject ontvangen, geen Onderwijsroute.",
     "Een contract voor een taalschakeltraject zonder Onderwijsroute.",
     "Stem contract of PIP af met de instelling; facturen worden niet betaald."},
    {"SS137", "Persoon is aangemeld voor de leerbaarheidstoets.",
     "De aanmelding is verwerkt; de twaalf maanden lopen.", "Laat de toets afnemen."},
    {"SS138", "Aanmeldtermijn LBT verloopt binnen een maand.",
     "De aanmeldtermijn van twaalf maanden is bijna om.",
     "Laat de toets afnemen; anders volgt een nieuw examennummer."},
    {"SS139", "Persoon is inburgeringsplichtig en termijn PIP is gestart.",
     "Inburgeringsplichtig en in uw gemeente gevestigd.",
     "Stel het PIP binnen tien weken vast en geef het binnen tien werkdagen door."},
    {"SS140", "Verzoek om een advies op een aanvraag Ontheffing bijzondere individuele omstandigheden (BIO).",
     "Er is ontheffing BIO aangevraagd.", "Geef uw advies zo snel mogelijk door."},
    {"SS141", "Het Inburgeringscertificaat is nu te downloaden via de Portal Inburgering.",
     "De Z-route is afgerond.", "Download het certificaat, druk het af op waardepapier en reik het uit."},
    {"SS142",
     "Niet-vrijstellende opleiding beëindigd wegens uitschrijving. Indien nodig graag contact opnemen met "
     "inburgeraar en PIP herzien en/of inburgeringstraject hervatten.",
     "De persoon is uitgeschreven bij de opleiding.",
     "Neem contact op, herzie zo nodig het PIP en hervat het traject."},
    {"SS190", "Correctie persoon is inburgeringsplichtig onder de Wi2013.",
     "De persoon stond ten onrechte onder de Wi2021.",
     "Ga verder onder de Wi2013; het signaal draagt alleen een BSN."},
    {"SS191", "Correctie persoon was inburgeraar onder de Wi2007, besluit geparkeerd.",
     "De persoon blijft voorlopig onder de Wi2007.", "Wacht op het besluit."},
    {"SS192", "Persoon is inburgeringsplichtig onder Wi2021 en heeft keuze-optie voor Wi2013 (opt-out).",
     "De persoon kan kiezen voor de Wi2013.", "Bespreek de keuze."},
    {"SS194",
     "De inburgeringstermijn van deze persoon eindigt binnen 6 maanden. Controleer of de "
     "urenregistratie/PVT/MAP correct zijn gevuld.",
     "De termijn eindigt binnen zes maanden.", "Controleer uren, PVT en MAP."},
    {"SS195",
     "Let op! De inburgeringstermijn van deze persoon eindigt over 2 maanden. Controleer of alle deelgenomen "
     "uren volledig zijn geregistreerd, of het PVT is voltooid en of de MAP (B1/Z-route) is afgerond.",
     "De termijn eindigt over twee maanden.", "Controleer uren, PVT en MAP."},
    {"SS196",
     "Let op! De inburgeringstermijn van deze persoon is overschreden. Controleer of alle deelgenomen uren "
     "volledig zijn geregistreerd, of het PVT is voltooid en of de MAP ( B1/Z-route ) is afgerond.",
     "De termijn is overschreden.", "Vul uren, PVT en MAP aan."},
    {"SS197",
     "Voorkom onnodige boetes! Geef de verwijtbaarheid van het PVT en/of de MAP(B1/Z-route) door. Zijn de "
     "cursusuren compleet? Inburgeraar is in overschrijding!",
     "De termijn is ruim een maand overschreden en er ontbreken gegevens.",
     "Geef de verwijtbaarheid van PVT en MAP en de uren door."},
    {"SS199", "Uitslag examen bekend", "Er is een examenuitslag; DUO meldt dit alleen via de REST-koppeling.",
     "Bekijk het onderdeel Examens."},
});

constexpr auto kSignaalRows = [] {
  std::array<CodeRow, kSignalen.size()> rows{};
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = {kSignalen[i].code, kSignalen[i].omschrijving};
  return rows;
}();

}  // namespace

constinit const CodeList kSignaal{"signaal", "Wi2021 § 3.2.3, § 4.1; M2M Gebeurtenissen", kSignaalRows};

std::span<const SignaalRow> signalen() {
  return kSignalen;
}

}  // namespace cvsgw::isi::wi2021::codes
