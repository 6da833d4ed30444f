#include "gateway/isi/wi2007/codes.hpp"

#include <array>

namespace cvsgw::isi::wi2007::codes {
namespace {

constexpr CodeRow kGeslachtRows[] = {{"Man", "Man"}, {"Vrouw", "Vrouw"}, {"Onbekend", "Onbekend"}};
constexpr CodeRow kHerkomstRows[] = {{"Actief", "ISI actief"}, {"Definitief", "ISI definitief"}};
constexpr CodeRow kVerblijfRows[] = {{"WoonachtigInGemeente", "Woonachtig in gemeente"},
                                     {"GewezenIngezetene", "Gewezen ingezetene"}};
constexpr CodeRow kVerblijfsdoelRows[] = {{"Permanent", "Permanent verblijf"},
                                          {"Tijdelijk", "Tijdelijk verblijf"}};
constexpr CodeRow kTaalniveauRows[] = {{"A1", "A1"}, {"A2", "A2"}};
constexpr CodeRow kExamenaanvraagRows[] = {
    {"Geen", "Geen examenaanvraag aanwezig"},
    {"InburgeringsexamenWetInburgering", "Inburgeringsexamen, Wet inburgering"},
    {"InburgeringsexamenNaturalisatie", "Inburgeringsexamen, naturalisatie"},
    {"KorteVrijstellingstoetsWetInburgering", "Korte vrijstellingstoets, Wet inburgering"},
    {"KorteVrijstellingstoetsNaturalisatie", "Korte vrijstellingstoets, naturalisatie"}};
constexpr CodeRow kCodeGeheimRows[] = {
    {"0", "Geen beperking"},
    {"1", "Niet zonder toestemming aan derden ter uitvoering van een algemeen verbindend voorschrift"},
    {"2", "Niet aan kerken"},
    {"3", "Niet aan vrije derden"},
    {"4", "Niet zonder toestemming aan derden en niet aan kerken"},
    {"5", "Niet zonder toestemming aan derden en niet aan vrije derden"},
    {"6", "Niet aan kerken en niet aan vrije derden"},
    {"7", "Niet zonder toestemming aan derden, niet aan vrije derden en niet aan kerken"}};
constexpr CodeRow kDoelgroepVoorzieningRows[] = {
    {"Werkende", "Werkende"},
    {"Uitkeringsgerechtigde", "Uitkeringsgerechtigde"},
    {"NietUitkeringsgerechtigdeZonderWerk", "Niet-uitkeringsgerechtigde en geen werk"}};
constexpr CodeRow kSoortVoorzieningRows[] = {{"Regulier", "Regulier"},
                                             {"Duaal", "Duaal"},
                                             {"GeestelijkBedienaar", "Geestelijk bedienaar"},
                                             {"Taalkennis", "Taalkennis"}};
constexpr CodeRow kVormDuaalTrajectRows[] = {
    {"InburgeringMetReintegratie", "Inburgering met re-integratie"},
    {"InburgeringMetWerk", "Inburgering met werk"},
    {"InburgeringMetOndernemerschap", "Inburgering met ondernemerschap"},
    {"InburgeringMetOpleiding", "Inburgering met (beroeps)opleiding"},
    {"InburgeringMetVrijwilligerswerk", "Inburgering met vrijwilligerswerk"},
    {"InburgeringMetOpvoedingsondersteuning", "Inburgering met opvoedingsondersteuning"},
    {"MaatschappelijkeActivering", "Maatschappelijke activering"},
    {"Overig", "Overig"}};
constexpr CodeRow kSoortVrijstellingRows[] = {{"Tijdelijk", "Tijdelijke vrijstelling"},
                                              {"Gedeeltelijk", "Gedeeltelijke vrijstelling"}};
constexpr CodeRow kAfgegevenDoorRows[] = {{"Gemeente", "Gemeente"}, {"DUO", "DUO"}};
constexpr CodeRow kExamenonderdeelVrijstellingRows[] = {
    {"Taal", "Taal"},
    {"KNS", "KNS o.b.v. een in Nederland behaald certificaat"},
    {"TGNEnKNS", "TGN o.b.v. de Wet inburgering Buitenland + KNS"},
    {"TGN", "TGN o.b.v. de Wet inburgering Buitenland"}};
constexpr CodeRow kGeslaagdRows[] = {
    {"MetHerkansingMetVrijstelling", "Persoon is geslaagd met herkansing en vrijstelling"},
    {"MetHerkansingZonderVrijstelling", "Persoon is geslaagd met herkansing, zonder vrijstelling"},
    {"ZonderHerkansingMetVrijstelling", "Persoon is geslaagd zonder herkansing, met vrijstelling"},
    {"ZonderHerkansingZonderVrijstelling", "Persoon is geslaagd zonder herkansing en vrijstelling"}};
constexpr CodeRow kVolledigeDeelnameNt2Rows[] = {{"0", "Geen volledige deelname aanwezig"},
                                                 {"1", "Aan alle onderdelen deelgenomen"},
                                                 {"2", "Voor alle onderdelen geslaagd"}};
constexpr CodeRow kExamenRows[] = {{"KNS", "Kennis van de Nederlandse Samenleving"},
                                   {"TGN", "Toets Gesproken Nederlands"},
                                   {"EPE", "Elektronisch Praktijkexamen"},
                                   {"Praktijkexamen", "Praktijkexamen"},
                                   {"KorteVrijstellingstoets", "Korte vrijstellingstoets"},
                                   {"NT2Lezen", "Staatsexamen NT2 Lezen"},
                                   {"NT2Luisteren", "Staatsexamen NT2 Luisteren"},
                                   {"NT2Schrijven", "Staatsexamen NT2 Schrijven"},
                                   {"NT2Spreken", "Staatsexamen NT2 Spreken"}};
constexpr CodeRow kExamenniveauRows[] = {{"A1", "A1"}, {"A2", "A2"}, {"P1", "P1 (B1)"}, {"P2", "P2 (B2)"}};
constexpr CodeRow kUitslagRows[] = {{"Geslaagd", "Geslaagd"},
                                    {"NietGeslaagd", "Niet geslaagd"},
                                    {"NietVerschenen", "Niet op komen dagen"},
                                    {"Ongeldig", "Ongeldige uitslag"}};

// Open lists: see the header.
constexpr CodeRow kRedenNietInburgeringsplichtigRows[] = {
    {"AowGerechtigd", "AOW-gerechtigde leeftijd bereikt"},
    {"NederlandseNationaliteit", "Nederlandse nationaliteit"},
    {"GeheelVrijgesteld", "Geheel vrijgesteld"},
    {"TijdelijkVerblijfsdoel", "Tijdelijk verblijfsdoel"},
    {"GeenRechtmatigVerblijf", "Geen rechtmatig verblijf"},
    {"VertrokkenUitNederland", "Vertrokken uit Nederland"},
    {"TijdelijkVrijgesteld", "Tijdelijk vrijgesteld wegens opleiding"},
    {"DiplomaBehaald", "Inburgeringsdiploma behaald"}};
constexpr CodeRow kRedenVerlengingRows[] = {{"GeenVerwijt", "Niet verwijtbaar"},
                                            {"AangetoondeInspanning", "Aangetoonde inspanning"},
                                            {"Alfabetisering", "Alfabetiseringstraject"},
                                            {"VerblijfBuitenNederland", "Verblijf buiten Nederland"}};
constexpr CodeRow kRedenEindeRows[] = {{"ExamenBehaald", "Examen behaald"},
                                       {"Verhuisd", "Verhuisd naar een andere gemeente"},
                                       {"NietGeaccepteerd", "Voorziening niet geaccepteerd"},
                                       {"Uitval", "Voortijdig gestopt"},
                                       {"Overig", "Overige reden"}};
constexpr CodeRow kRedenBoeteRows[] = {{"NietVerschenen", "Niet verschenen na oproep"},
                                       {"GeenMedewerking", "Geen medewerking aan de voorziening"},
                                       {"TermijnVerstreken", "Niet binnen de handhavingstermijn geslaagd"}};
constexpr CodeRow kSoortBoeteRows[] = {{"Eerste", "Eerste boete"},
                                       {"Herhaald", "Boete bij herhaling"},
                                       {"Termijn", "Boete wegens termijnoverschrijding"}};
constexpr CodeRow kProfielRows[] = {{"Werk", "Werk"},
                                    {"OGO", "Opvoeding, gezondheid en onderwijs"},
                                    {"MP", "Maatschappelijke participatie"},
                                    {"Ondernemerschap", "Ondernemerschap"}};
constexpr CodeRow kVariantRows[] = {
    {"Portfolio", "Portfolio"}, {"Assessment", "Assessment"}, {"Combinatie", "Portfolio en assessment"}};

}  // namespace

constinit const CodeList kGeslacht{"geslacht", "Wi2007 § 3.2", kGeslachtRows};
constinit const CodeList kHerkomst{"herkomst", "Wi2007 § 3.2, § 3.3", kHerkomstRows};
constinit const CodeList kVerblijf{"verblijf", "Wi2007 § 3.2", kVerblijfRows};
constinit const CodeList kVerblijfsdoel{"verblijfsdoel", "Wi2007 § 3.4 Persoonsgegevens", kVerblijfsdoelRows};
constinit const CodeList kTaalniveau{"taalniveau", "Wi2007 § 3.4 Persoonsgegevens, Vrijstelling",
                                     kTaalniveauRows};
constinit const CodeList kExamenaanvraag{
    "examenaanvraag", "Wi2007 § 3.4 Persoonsgegevens, Examens; codes eigen keuze", kExamenaanvraagRows};
constinit const CodeList kCodeGeheim{"codeGeheim", "Wi2007 § 3.4 Persoonsgegevens; codes van de BRP",
                                     kCodeGeheimRows};
constinit const CodeList kDoelgroepVoorziening{"doelgroepVoorziening", "Wi2007 § 3.4 Inburgeringsvoorziening",
                                               kDoelgroepVoorzieningRows};
constinit const CodeList kSoortVoorziening{"soortVoorziening", "Wi2007 § 3.4 Inburgeringsvoorziening",
                                           kSoortVoorzieningRows};
constinit const CodeList kVormDuaalTraject{"vormDuaalTraject", "Wi2007 § 3.4 Inburgeringsvoorziening",
                                           kVormDuaalTrajectRows};
constinit const CodeList kSoortVrijstelling{"soortVrijstelling", "Wi2007 § 3.4 Vrijstelling",
                                            kSoortVrijstellingRows};
constinit const CodeList kAfgegevenDoor{"vrijstellingAfgegevenDoor", "Wi2007 § 3.4 Vrijstelling",
                                        kAfgegevenDoorRows};
constinit const CodeList kExamenonderdeelVrijstelling{
    "examenonderdeelVrijstelling", "Wi2007 § 3.4 Vrijstelling", kExamenonderdeelVrijstellingRows};
constinit const CodeList kGeslaagd{"geslaagd", "Wi2007 § 3.4 Examens", kGeslaagdRows};
constinit const CodeList kVolledigeDeelnameNt2{
    "volledigeDeelnameNt2", "Wi2007 § 3.4 Examens; 0 staat voor leeg", kVolledigeDeelnameNt2Rows};
constinit const CodeList kExamen{
    "examen", "Wi2007 § 3.4 Examens; de namen van de onderdelen zijn eigen keuze", kExamenRows};
constinit const CodeList kExamenniveau{"examenniveau", "Wi2007 § 3.4 Examens", kExamenniveauRows};
constinit const CodeList kUitslag{"uitslag", "Wi2007 § 3.4 Examens", kUitslagRows};
constinit const CodeList kRedenNietInburgeringsplichtig{
    "redenNietInburgeringsplichtig", "Wi2007 § 3.2, § 3.4 Indicatie; aangevuld naar eigen keuze",
    kRedenNietInburgeringsplichtigRows};
constinit const CodeList kRedenVerlenging{
    "redenVerlenging", "eigen keuze (Wi2007 § 3.4 Handhaving laat de lijst open)", kRedenVerlengingRows};
constinit const CodeList kRedenEinde{"redenEindeVoorziening",
                                     "eigen keuze (Wi2007 § 3.4 Inburgeringsvoorziening laat de lijst open)",
                                     kRedenEindeRows};
constinit const CodeList kRedenBoete{"redenBoete", "eigen keuze (Wi2007 § 3.4 Boete laat de lijst open)",
                                     kRedenBoeteRows};
constinit const CodeList kSoortBoete{"soortBoete", "eigen keuze (Wi2007 § 3.4 Boete laat de lijst open)",
                                     kSoortBoeteRows};
constinit const CodeList kProfiel{"profiel", "eigen keuze (Wi2007 § 3.4 Examens laat de lijst open)",
                                  kProfielRows};
constinit const CodeList kVariant{"variant", "eigen keuze (Wi2007 § 3.4 Examens laat de lijst open)",
                                  kVariantRows};

std::span<const CodeList* const> alleLijsten() {
  static constexpr std::array kAlle = std::to_array<const CodeList*>({&kGeslacht,
                                                                      &kHerkomst,
                                                                      &kVerblijf,
                                                                      &kVerblijfsdoel,
                                                                      &kTaalniveau,
                                                                      &kExamenaanvraag,
                                                                      &kCodeGeheim,
                                                                      &kDoelgroepVoorziening,
                                                                      &kSoortVoorziening,
                                                                      &kVormDuaalTraject,
                                                                      &kSoortVrijstelling,
                                                                      &kAfgegevenDoor,
                                                                      &kExamenonderdeelVrijstelling,
                                                                      &kGeslaagd,
                                                                      &kVolledigeDeelnameNt2,
                                                                      &kExamen,
                                                                      &kExamenniveau,
                                                                      &kUitslag,
                                                                      &kRedenNietInburgeringsplichtig,
                                                                      &kRedenVerlenging,
                                                                      &kRedenEinde,
                                                                      &kRedenBoete,
                                                                      &kSoortBoete,
                                                                      &kProfiel,
                                                                      &kVariant});
  return kAlle;
}

}  // namespace cvsgw::isi::wi2007::codes
