#include "gateway/isi/wi2021/codes.hpp"

#include <array>

namespace cvsgw::isi::wi2021::codes {
namespace {

constexpr auto kDoelgroepRows = std::to_array<CodeRow>({
    {"Asielstatushouder", "Asielstatushouder"},
    {"GezinsmigrantEnOverigeMigrant", "Gezinsmigrant en overige migrant"},
});

constexpr auto kInzageRows = std::to_array<CodeRow>({
    {"Woonachtig", "Woont in uw gemeente"},
    {"CoaGekoppeld", "Door het COA aan uw gemeente gekoppeld"},
    {"Vertrokken", "Vertrokken uit uw gemeente"},
    {"PlichtBeeindigd", "Inburgeringsplicht beëindigd"},
    {"Overleden", "Persoon is volgens BRP overleden"},
});

constexpr auto kVerblijfsoortRows = std::to_array<CodeRow>({
    {"Ingezetene", "Ingeschreven in de gemeente"},
    {"CoaGekoppeld", "Door het COA gekoppeld"},
});

constexpr auto kVertrekRows = std::to_array<CodeRow>({
    {"AndereGemeente", "Vertrokken naar een andere gemeente"},
    {"Buitenland", "Vertrokken uit Nederland"},
});

constexpr auto kLeerrouteRows = std::to_array<CodeRow>({
    {"B", "B1-route"},
    {"O", "Onderwijsroute (O-route)"},
    {"Z", "Zelfredzaamheidsroute (Z-route)"},
});

constexpr auto kNiveauRows = std::to_array<CodeRow>({
    {"A2", "A2"},
    {"B1", "B1"},
});

constexpr auto kAlfabetiseringRows = std::to_array<CodeRow>({
    {"A", "Onderwijs voor analfabeet"},
    {"AA", "Onderwijs voor anders-analfabeet"},
    {"NVT", "Niet van toepassing"},
});

constexpr auto kSoortInstellingRows = std::to_array<CodeRow>({
    {"BOW", "Blik op Werk-instelling"},
    {"TST", "Taalschakelinstelling"},
});

constexpr auto kLbtResultaatRows = std::to_array<CodeRow>({
    {"J", "Ja, is in staat het B1 of A2 niveau te halen binnen 3 jaar"},
    {"N", "Nee, is niet in staat het B1 of A2 niveau te halen binnen 3 jaar"},
    {"O", "Onbekend, er heeft geen vaststelling van de uitslag kunnen plaatsvinden"},
});

constexpr auto kRedenLbtOpnieuwRows = std::to_array<CodeRow>({
    {"OmstandighedenAfname", "Omstandigheden tijdens de afname"},
    {"TechnischeStoring", "Technische storing tijdens de afname"},
    {"ZiekteTijdensAfname", "Ziek tijdens de afname"},
    {"ResultaatNietPassend", "Resultaat past niet bij het beeld uit de brede intake"},
    {"Overig", "Overig"},
});

constexpr auto kVerlengingsgrondRows = std::to_array<CodeRow>({
    {"1", "Aanbod later dan drie maanden na het PIP"},
    {"2", "Opleiding start later dan zes maanden na het aanbod (O-route)"},
    {"3A", "Aanzienlijke inspanning, bijna klaar (AIBK)"},
    {"3B", "Alfabetisering"},
    {"4", "Niet-verwijtbare omstandigheden"},
    {"5", "Niet-vrijstellende opleiding met toestemming"},
    {"6", "Hervatting na tijdelijke vrijstelling"},
    {"7", "Termijnoverschrijding: nieuwe termijn na boete"},
});

constexpr auto kGedetailleerdeDoelgroepRows = std::to_array<CodeRow>({
    {"Asielstatushouder", "Asielstatushouder"},
    {"GeestelijkBedienaar", "Geestelijk bedienaar"},
    {"Gezinshereniger", "Gezinshereniger"},
    {"GezinsherenigerMetAsielstatushouder", "Gezinshereniger met Asielstatushouder"},
    {"Gezinsvormer", "Gezinsvormer"},
    {"GezinsvormerMetAsielstatushouder", "Gezinsvormer met Asielstatushouder"},
    {"Overig", "Overig"},
});

constexpr auto kRechtenVerblijfsdoelRows = std::to_array<CodeRow>({
    {"AsielrechtenToegekend", "Asielrechten toegekend"},
    {"BehoudAsielrechten", "Behoud asielrechten"},
    {"OpVerzoekBehoudRechtenGezinsmigrant", "Op verzoek behoud rechten van gezins- en overige migrant"},
    {"OpVerzoekRechtenGezinsmigrant", "Op verzoek rechten van gezins- en overige migrant toegekend"},
});

constexpr auto kMeldingVerblijfsdoelRows = std::to_array<CodeRow>({
    {"VerblijfsdoelGewijzigd", "Het verblijfsdoel is gewijzigd"},
    {"RechtenOpVerzoekGewijzigd", "De rechten van het verblijfsdoel zijn op verzoek gewijzigd"},
});

constexpr auto kRedenBeeindigingRows = std::to_array<CodeRow>({
    {"DiplomaBehaald", "Diploma behaald"},
    {"ZrouteVoldaan", "Z-route voldaan"},
    {"InburgeringsplichtVoldaan", "Inburgeringsplicht voldaan"},
    {"VolledigeVrijstelling", "Volledige vrijstelling"},
    {"VolledigeOntheffing", "Volledige ontheffing"},
    {"TijdelijkeVrijstelling", "Tijdelijke vrijstelling"},
    {"Ingetrokken", "Inburgeringsplicht ingetrokken"},
    {"VerblijfsdoelGewijzigd", "Verblijfsdoel gewijzigd"},
    {"VertrekUitNederland", "Vertrek uit Nederland langer dan een jaar"},
    {"Overlijden", "Overlijden"},
    {"Overig", "Overig"},
});

constexpr auto kRedenWijzigingRows = std::to_array<CodeRow>({
    {"TermijnGestart", "Inburgeringstermijn gestart"},
    {"TermijnAmbtshalveVerlengd", "Termijn ambtshalve verlengd"},
    {"TermijnOpVerzoekVerlengd", "Termijn op verzoek verlengd"},
    {"TermijnBeeindigd", "Termijn beëindigd"},
    {"VrijstellingIngetrokken", "Tijdelijke vrijstelling ingetrokken"},
    {"DoelgroepGewijzigd", "Doelgroep gewijzigd"},
});

constexpr auto kBioOordeelRows = std::to_array<CodeRow>({
    {"Positief", "Positief"},
    {"Negatief", "Negatief"},
});

constexpr auto kVerwijtbaarheidRows = std::to_array<CodeRow>({
    {"Verwijtbaar", "Verwijtbaar"},
    {"NietVerwijtbaar", "Niet verwijtbaar"},
});

constexpr auto kUrensoortGemeenteRows = std::to_array<CodeRow>({
    {"Participatie", "Participatie-uren"},
    {"ParticipatieTaalles", "Participatie-uren (taallesuren)"},
    {"BredeIntakeTaalles", "Taallesuren uit de brede intake"},
});

constexpr auto kBoetesoortRows = std::to_array<CodeRow>({
    {"Examens", "Examens niet op tijd behaald"},
    {"Pvt", "Participatieverklaringstraject niet op tijd afgerond"},
    {"Map", "Module Arbeidsmarkt en Participatie niet op tijd afgerond"},
    {"Zroute", "Z-route niet op tijd afgerond"},
});

constexpr auto kCertificaatstatusRows = std::to_array<CodeRow>({
    {"NietAfgehandeld", "Niet afgehandeld"},
    {"Afgehandeld", "Afgehandeld"},
});

constexpr auto kBoetestatusRows = std::to_array<CodeRow>({
    {"Vooraankondiging", "Vooraankondiging verstuurd"},
    {"Opgelegd", "Opgelegd"},
    {"Bezwaar", "Bezwaar ingediend"},
    {"Betaald", "Betaald"},
    {"Ingetrokken", "Ingetrokken"},
});

constexpr auto kTypeVerzoekRows = std::to_array<CodeRow>({
    {"Ontheffing", "Ontheffing"},
    {"Vrijstelling", "Vrijstelling"},
    {"Verlenging", "Verlenging"},
});

constexpr auto kSoortVerzoekRows = std::to_array<CodeRow>({
    {"GeheleVrijstelling", "Gehele vrijstelling"},
    {"TijdelijkeVrijstelling", "Tijdelijke vrijstelling"},
    {"GedeeltelijkeVrijstelling", "Gedeeltelijke vrijstelling"},
    {"GeheleOntheffing", "Gehele ontheffing"},
    {"GedeeltelijkeOntheffing", "Gedeeltelijke ontheffing"},
    {"VerlengingTermijn", "Verlenging van de inburgeringstermijn"},
});

constexpr auto kVerzoekstatusRows = std::to_array<CodeRow>({
    {"Ingediend", "Ingediend"},
    {"Toegekend", "Toegekend"},
    {"Afgewezen", "Afgewezen"},
});

constexpr auto kGrondOntheffingRows = std::to_array<CodeRow>({
    {"BIO", "Bijzondere individuele omstandigheden"},
    {"MED", "Medisch"},
});

constexpr auto kRedenVrijstellingRows = std::to_array<CodeRow>({
    {"AVI", "Aantoonbaar voldoende ingeburgerd"},
    {"DIP", "Vrijstellend diploma in het register van DUO"},
    {"DOC", "Vrijstellend document"},
    {"GED", "Gedeeltelijke vrijstelling"},
    {"INB", "Inburgeringsdiploma Wi2013 met taalonderdelen op B1"},
    {"INS", "Tijdelijke vrijstelling op verzoek, bewijs van inschrijving"},
    {"OPL", "Tijdelijke vrijstelling ambtshalve, inschrijving op een opleiding"},
});

constexpr auto kExamenonderdeelRows = std::to_array<CodeRow>({
    {"KNM", "Kennis van de Nederlandse Maatschappij"},
    {"LE", "Leesvaardigheid"},
    {"LU", "Luistervaardigheid"},
    {"SC", "Schrijfvaardigheid"},
    {"SP", "Spreekvaardigheid"},
});

constexpr auto kExamenniveauRows = std::to_array<CodeRow>({
    {"A2", "A2"},
    {"B1", "B1"},
    {"B2", "B2"},
});

constexpr auto kNiveaugroepRows = std::to_array<CodeRow>({
    {"A2", "Examens niveau A2"},
    {"B1B2", "Examens niveau B1/B2"},
});

constexpr auto kExamenstatusRows = std::to_array<CodeRow>({
    {"NogTeDoen", "Nog te doen"},
    {"Gepland", "Gepland"},
    {"ResultaatNogNietBekend", "Resultaat nog niet bekend"},
    {"Geslaagd", "Geslaagd"},
    {"NietGeslaagd", "Niet geslaagd"},
    {"GeenResultaatVerwijtbaar", "Geen resultaat, verwijtbaar"},
    {"GeenResultaatNietVerwijtbaar", "Geen resultaat, niet verwijtbaar"},
});

constexpr auto kExamenverplichtingRows = std::to_array<CodeRow>({
    {"GeenPip", "Heeft nog geen PIP"},
    {"TaalB1EnKnm", "Moet taalexamens doen op niveau B1 + KNM"},
    {"TaalA2EnKnm", "Moet taalexamens doen op niveau A2 + KNM"},
    {"GeenExamens", "Hoeft geen examens te doen"},
});

constexpr auto kRedenGeenResultaatRows = std::to_array<CodeRow>({
    {"OngeldigExamen", "Ongeldig examen"},
    {"NietVerschenen", "Niet komen opdagen"},
    {"Onregelmatigheid", "Onregelmatigheid"},
    {"Afgemeld", "Afgemeld voor het examen"},
    {"Absent", "Absent op het examen"},
    {"Computerstoring", "Computerstoring"},
});

}  // namespace

constinit const CodeList kDoelgroep{"doelgroep", "Wi2021 § 3.5.2", kDoelgroepRows};
constinit const CodeList kInzage{"inzage", "eigen keuze", kInzageRows};
constinit const CodeList kVerblijfsoort{"verblijfsoort", "Wi2021 § 3.5.1", kVerblijfsoortRows};
constinit const CodeList kVertrek{"vertrek", "Wi2021 § 4.1 SS122, SS123", kVertrekRows};
constinit const CodeList kLeerroute{"leerroute", "Wi2021 § 3.6.6; M2M PIP", kLeerrouteRows};
constinit const CodeList kNiveau{"niveau", "Wi2021 § 3.6.6.1; M2M PIP", kNiveauRows};
constinit const CodeList kAlfabetisering{"alfabetisering", "Wi2021 § 3.6.6; M2M PIP", kAlfabetiseringRows};
constinit const CodeList kSoortInstelling{"soortInstelling", "Wi2021 § 3.6.7.1", kSoortInstellingRows};
constinit const CodeList kLbtResultaat{"lbtResultaat", "Wi2021 § 3.6.5", kLbtResultaatRows};
constinit const CodeList kRedenLbtOpnieuw{"redenLbtOpnieuw", "Wi2021 § 3.6.5; lijst: eigen keuze",
                                          kRedenLbtOpnieuwRows};
constinit const CodeList kVerlengingsgrond{"verlengingsgrond", "M2M Inburgeringstermijn; lijst: eigen keuze",
                                           kVerlengingsgrondRows};
constinit const CodeList kGedetailleerdeDoelgroep{"gedetailleerdeDoelgroep", "M2M Inburgeringsplicht",
                                                  kGedetailleerdeDoelgroepRows};
constinit const CodeList kRechtenVerblijfsdoel{
    "rechtenVerblijfsdoel", "Wi2021 § 3.6.4.1; M2M Inburgeringsplicht", kRechtenVerblijfsdoelRows};
constinit const CodeList kMeldingVerblijfsdoel{"meldingVerblijfsdoel", "Wi2021 § 3.6.4.1",
                                               kMeldingVerblijfsdoelRows};
constinit const CodeList kRedenBeeindiging{"redenBeeindiging", "Wi2021 § 4.1; M2M Inburgeringsplicht",
                                           kRedenBeeindigingRows};
constinit const CodeList kRedenWijziging{"redenWijziging", "Wi2021 § 3.6.4; lijst: eigen keuze",
                                         kRedenWijzigingRows};
constinit const CodeList kVerwijtbaarheid{"verwijtbaarheid", "Wi2021 § 3.6.9, § 3.6.10",
                                          kVerwijtbaarheidRows};
constinit const CodeList kBioOordeel{"bioOordeel", "Wi2021 § 3.6.14", kBioOordeelRows};
constinit const CodeList kUrensoortGemeente{"urensoortGemeente", "Wi2021 § 3.6.11", kUrensoortGemeenteRows};
constinit const CodeList kBoetesoort{"boetesoort", "eigen keuze", kBoetesoortRows};
constinit const CodeList kBoetestatus{"boetestatus", "eigen keuze", kBoetestatusRows};
constinit const CodeList kCertificaatstatus{"certificaatstatus", "Wi2021 § 3.6.16", kCertificaatstatusRows};
constinit const CodeList kTypeVerzoek{"typeVerzoek", "Wi2021 § 3.6.13", kTypeVerzoekRows};
constinit const CodeList kSoortVerzoek{"soortVerzoek", "Wi2021 § 3.6.13, § 4.1", kSoortVerzoekRows};
constinit const CodeList kVerzoekstatus{"verzoekstatus", "Wi2021 § 3.6.13", kVerzoekstatusRows};
constinit const CodeList kGrondOntheffing{"grondOntheffing", "M2M Ontheffing", kGrondOntheffingRows};
constinit const CodeList kRedenVrijstelling{"redenVrijstelling", "M2M Vrijstelling", kRedenVrijstellingRows};
constinit const CodeList kExamenonderdeel{"examenonderdeel", "Wi2021 § 3.6.8; M2M Examen",
                                          kExamenonderdeelRows};
constinit const CodeList kExamenniveau{"examenniveau", "M2M Examen", kExamenniveauRows};
constinit const CodeList kNiveaugroep{"niveaugroep", "Wi2021 § 3.6.8", kNiveaugroepRows};
constinit const CodeList kExamenstatus{"examenstatus", "Wi2021 § 3.6.8", kExamenstatusRows};
constinit const CodeList kExamenverplichting{"examenverplichting", "Wi2021 § 3.6.8", kExamenverplichtingRows};
constinit const CodeList kRedenGeenResultaat{"redenGeenResultaat", "Wi2021 § 3.6.8; M2M Examen",
                                             kRedenGeenResultaatRows};

std::span<const CodeList* const> alleLijsten() {
  static constexpr std::array kAll{&kDoelgroep,
                                   &kInzage,
                                   &kVerblijfsoort,
                                   &kVertrek,
                                   &kLeerroute,
                                   &kNiveau,
                                   &kAlfabetisering,
                                   &kSoortInstelling,
                                   &kLbtResultaat,
                                   &kRedenLbtOpnieuw,
                                   &kVerlengingsgrond,
                                   &kGedetailleerdeDoelgroep,
                                   &kRechtenVerblijfsdoel,
                                   &kMeldingVerblijfsdoel,
                                   &kRedenBeeindiging,
                                   &kRedenWijziging,
                                   &kVerwijtbaarheid,
                                   &kBioOordeel,
                                   &kUrensoortGemeente,
                                   &kBoetesoort,
                                   &kBoetestatus,
                                   &kCertificaatstatus,
                                   &kTypeVerzoek,
                                   &kSoortVerzoek,
                                   &kVerzoekstatus,
                                   &kGrondOntheffing,
                                   &kRedenVrijstelling,
                                   &kExamenonderdeel,
                                   &kExamenniveau,
                                   &kNiveaugroep,
                                   &kExamenstatus,
                                   &kExamenverplichting,
                                   &kRedenGeenResultaat};
  return kAll;
}

}  // namespace cvsgw::isi::wi2021::codes
