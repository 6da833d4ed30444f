// The named test persons of the Wi2021: fixed numbers, one notable situation each, dates relative to the
// clock.
#include <array>

#include "adapters/store/populate/populate.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/wi2021/instellingen.hpp"
#include "adapters/store/wi2021/levensloop.hpp"

namespace cvsgw::store {
namespace {

using namespace isi::wi2021;
using isi::Signaalstatus;
using wi2021::Levensloop;

constexpr const char* kHier = "0363";    // Amsterdam
constexpr const char* kElders = "0344";  // Utrecht
constexpr const char* kSchool = "0000010018";
constexpr const char* kAndereSchool = "0000010034";
constexpr const char* kSchakelschool = "0000020013";

Gemeentecode hier() {
  return *Gemeentecode::parse(kHier);
}
Gemeentecode elders() {
  return *Gemeentecode::parse(kElders);
}

/// One row: who, from where, what it shows, and how the life goes.
struct Testrol {
  const char* bsn;
  const char* gemeente;
  const char* voornamen;
  const char* voorvoegsel;
  const char* achternaam;
  bool asiel;
  int maandenGeleden;  ///< since when the obligation holds
  const char* toont;
  void (*leef)(Levensloop& leven, Date vandaag);
};

void leefAlles(Levensloop& leven, Date vandaag) {
  const Date plan = vandaag.plusMonths(-18);
  leven.koppel(wi2021::contactpersoonId(hier(), 0), vandaag.plusMonths(-19))
      .aangemeldVoorLbt(vandaag.plusMonths(-20), "LBT0000001")
      .lbtAfgenomen(vandaag.plusMonths(-19), "J")
      .pip(plan, "B", "B1")
      .aanbod(kSchool, plan.plusDays(20), plan.plusDays(40), vandaag.plusMonths(8))
      .uren("Participatie", 62, vandaag.plusDays(-30))
      .uren("ParticipatieTaalles", 14, vandaag.plusDays(-30))
      .uren("BredeIntakeTaalles", 10, vandaag.plusDays(-30))
      .urenBij(kSchool, 410, 16, 4, vandaag.plusDays(-30))
      .examen("KNM", std::nullopt, vandaag.plusMonths(-6), "Geslaagd")
      .examen("LE", "B1", vandaag.plusMonths(-4), "Geslaagd")
      .examen("LU", "B1", vandaag.plusDays(20), "Gepland")
      .map(vandaag.plusMonths(-2), true)
      .pvt(vandaag.plusMonths(-12), true)
      .aanvraag("Vrijstelling", "GedeeltelijkeVrijstelling", "Toegekend", vandaag.plusMonths(-8),
                vandaag.plusMonths(-7));
  auto& dossier = leven.dossier();
  dossier.aanvragen.front().redenVrijstelling = "GED";
  dossier.aanvragen.front().examenonderdeel = "SP";
  dossier.aanvragen.front().examenniveau = "B1";
  dossier.duoMeldingen = {{"Adres in onderzoek", "DUO onderzoekt het adres van deze persoon.",
                           vandaag.plusDays(-5), vandaag.plusDays(25)}};
  leven.signaal("SS102", vandaag.plusDays(-40), Signaalstatus::inBehandeling)
      .signaal("SS117", vandaag.plusDays(-12))
      .signaal("SS199", vandaag.plusDays(-3), Signaalstatus::afgehandeld);
}

void leefNieuw(Levensloop& leven, Date vandaag) {
  leven.signaal("SS101", vandaag.plusDays(-6)).signaal("SS139", vandaag.plusDays(-6));
}

void leefCoa(Levensloop& leven, Date vandaag) {
  leven.dossier().verblijven.clear();
  leven.dossier().startTermijnPip.reset();
  leven.gekoppeldDoorCoa(hier(), vandaag.plusMonths(-2)).signaal("SS101", vandaag.plusMonths(-2));
}

void leefToetsOpnieuw(Levensloop& leven, Date vandaag) {
  leven.aangemeldVoorLbt(vandaag.plusMonths(-7), "LBT0000004")
      .lbtAfgenomen(vandaag.plusMonths(-5), "O")
      .aangemeldVoorLbt(vandaag.plusMonths(-4), "LBT0000104")
      .lbtAfgenomen(vandaag.plusDays(-30), "N")
      .signaal("SS131", vandaag.plusDays(-30));
  leven.dossier().lbt.herkansing =
      LbtHerkansing{vandaag.plusDays(-10), "Overig", "Brandalarm tijdens de toets"};
}

void leefOnderwijsroute(Levensloop& leven, Date vandaag) {
  const Date plan = vandaag.plusMonths(-3);
  leven.dossier().lbt.ontheven = true;
  leven.dossier().lbt.datumOntheffing = vandaag.plusMonths(-4);
  leven.pip(plan, "O", "B1")
      .aanbod(kSchakelschool, plan.plusDays(30), vandaag.plusMonths(7), std::nullopt)
      .verlengd(plan.plusDays(40), "2", 6, "TermijnAmbtshalveVerlengd")
      .signaal("SS103", plan.plusDays(40));
}

void leefZroute(Levensloop& leven, Date vandaag) {
  leven.pip(vandaag.plusMonths(-30), "Z", "A2")
      .aanbod(kSchool, vandaag.plusMonths(-29), vandaag.plusMonths(-28), vandaag.plusMonths(1))
      .urenBij(kSchool, 804, 20, 2, vandaag.plusDays(-20))
      .map(vandaag.plusMonths(-3), true)
      .pvt(vandaag.plusMonths(-20), true)
      .eindgesprek(vandaag.plusDays(-7), vandaag.plusDays(-5))
      .signaal("SS135", vandaag.plusMonths(-2), Signaalstatus::inBehandeling);
}

void leefZrouteVoorbij(Levensloop& leven, Date vandaag) {
  leven.pip(vandaag.plusMonths(-34), "Z", "A1")
      .map(vandaag.plusMonths(-6), true)
      .pvt(vandaag.plusMonths(-20), true)
      .eindgesprek(vandaag.plusDays(-60), vandaag.plusDays(-55))
      .beeindigd(vandaag.plusDays(-40), "ZrouteVoldaan");
}

void leefPipNietDefinitief(Levensloop& leven, Date vandaag) {
  leven.aangemeldVoorLbt(vandaag.plusMonths(-2), "LBT0000007")
      .lbtAfgenomen(vandaag.plusMonths(-1), "J")
      .pip(vandaag.plusDays(-8), "B", "B1")
      .koppel(wi2021::contactpersoonId(hier(), 1), std::nullopt);
}

void verhuis(Levensloop& leven, Date dag) {
  leven.vertrekt(dag, "AndereGemeente")
      .signaal("SS122", dag, Signaalstatus::nieuw, hier())
      .woont(elders(), dag)
      .signaal("SS121", dag);
}

void leefVerhuisdZonderPip(Levensloop& leven, Date vandaag) {
  leven.pip(vandaag.plusMonths(-9), "B", "B1")
      .aanbod(kSchool, vandaag.plusMonths(-8), vandaag.plusMonths(-7), vandaag.plusMonths(9));
  verhuis(leven, vandaag.plusDays(-60));
}

void leefVerhuisdLaatsteDag(Levensloop& leven, Date vandaag) {
  leven.aangemeldVoorLbt(vandaag.plusMonths(-11), "LBT0000009")
      .lbtAfgenomen(vandaag.plusMonths(-10), "J")
      .pip(vandaag.plusMonths(-9), "B", "B1");
  verhuis(leven, vandaag.plusDays(-70));
  // Registered on the day itself: reading, changing and deleting end together, today.
  leven.gewijzigdPip(vandaag.plusDays(-28), "B", "B1");
  leven.dossier().pips.front().datumRegistratie = vandaag.plusDays(-28);
}

void leefVerhuisdVoorbij(Levensloop& leven, Date vandaag) {
  leven.pip(vandaag.plusMonths(-9), "B", "B1");
  verhuis(leven, vandaag.plusDays(-70));
  leven.gewijzigdPip(vandaag.plusDays(-29), "B", "B1");
  leven.dossier().pips.front().datumRegistratie = vandaag.plusDays(-29);
}

void leefDiplomaLaatsteDag(Levensloop& leven, Date vandaag) {
  leven.pip(vandaag.plusMonths(-20), "B", "B1")
      .pvt(vandaag.plusMonths(-10), true)
      .map(vandaag.plusMonths(-4), true)
      .beeindigd(vandaag.plusDays(-28), "DiplomaBehaald")
      .signaal("SS106", vandaag.plusDays(-28));
}

void leefDiplomaVoorbij(Levensloop& leven, Date vandaag) {
  leven.pip(vandaag.plusMonths(-20), "B", "B1").beeindigd(vandaag.plusDays(-29), "DiplomaBehaald");
}

void leefOverleden(Levensloop& leven, Date vandaag) {
  leven.pip(vandaag.plusMonths(-10), "Z", std::nullopt)
      .overleden(vandaag.plusDays(-12))
      .signaal("SS111", vandaag.plusDays(-12));
}

void leefVrijgesteld(Levensloop& leven, Date vandaag) {
  leven.pip(vandaag.plusMonths(-12), "B", "B1")
      .aanvraag("Vrijstelling", "TijdelijkeVrijstelling", "Toegekend", vandaag.plusMonths(-3),
                vandaag.plusMonths(-2))
      .beeindigd(vandaag.plusMonths(-2), "TijdelijkeVrijstelling")
      .signaal("SS109", vandaag.plusMonths(-2));
  auto& request = leven.dossier().aanvragen.front();
  request.redenVrijstelling = "INS";
  request.startdatum = vandaag.plusMonths(-2);
  request.einddatum = vandaag.plusMonths(10);
}

void leefOverschreden(Levensloop& leven, Date vandaag) {
  leven.pip(vandaag.plusMonths(-38), "B", "B1")
      .aanbod(kSchool, vandaag.plusMonths(-37), vandaag.plusMonths(-36), vandaag.plusMonths(-4))
      .urenBij(kSchool, 388, 40, 61, vandaag.plusMonths(-3))
      .map(vandaag.plusDays(-20), false, "Verwijtbaar")
      .signaal("SS196", vandaag.plusMonths(-2), Signaalstatus::inBehandeling)
      .signaal("SS197", vandaag.plusDays(-25));
  leven.dossier().boetes = {
      {"Examens", Bedrag{88000}, vandaag.plusDays(-15), "Opgelegd", vandaag.plusMonths(22)},
      {"Map", Bedrag{34000}, vandaag.plusDays(-15), "Vooraankondiging", std::nullopt}};
}

void leefDoelgroep(Levensloop& leven, Date vandaag) {
  leven.pip(vandaag.plusMonths(-8), "B", "B1").signaal("SS124", vandaag.plusDays(-9));
  auto& plicht = leven.dossier().plicht;
  Doelgroep before = plicht.doelgroep;
  before.einddatum = vandaag.plusDays(-10);
  plicht.doelgroepHistorie = {before};
  plicht.doelgroep.begindatum = vandaag.plusDays(-9);
  plicht.doelgroep.rechtenNaGewijzigdVerblijfsdoel = "BehoudAsielrechten";
  plicht.doelgroep.datumWijzigingVerblijfsdoel = vandaag.plusDays(-9);
  plicht.redenWijziging = "DoelgroepGewijzigd";
}

void leefBio(Levensloop& leven, Date vandaag) {
  leven.pip(vandaag.plusMonths(-26), "B", "A2")
      .aanvraag("Ontheffing", "GedeeltelijkeOntheffing", "Afgewezen", vandaag.plusMonths(-10),
                vandaag.plusMonths(-9))
      .aanvraag("Ontheffing", "GeheleOntheffing", "Ingediend", vandaag.plusDays(-21), std::nullopt)
      .aanvraag("Verlenging", "VerlengingTermijn", "Ingediend", vandaag.plusDays(-14), std::nullopt)
      .signaal("SS140", vandaag.plusDays(-18))
      .signaal("SS112", vandaag.plusDays(-14));
  leven.dossier().aanvragen.back().grondOntheffing = "MED";
  leven.dossier().bio.datumVerzoek = vandaag.plusDays(-18);
}

void leefExamens(Levensloop& leven, Date vandaag) {
  leven.pip(vandaag.plusMonths(-24), "B", "B1")
      .examen("LE", "B1", vandaag.plusMonths(-14), "NietGeslaagd")
      .examen("LE", "B1", vandaag.plusMonths(-10), "NietGeslaagd")
      .gewijzigdPip(vandaag.plusMonths(-9), "B", "A2")
      .examen("LE", "A2", vandaag.plusMonths(-7), "GeenResultaatVerwijtbaar")
      .examen("LE", "A2", vandaag.plusMonths(-5), "Geslaagd")
      .examen("LU", "A2", vandaag.plusMonths(-2), "GeenResultaatNietVerwijtbaar")
      .examen("SC", "A2", vandaag.plusDays(-12), "ResultaatNogNietBekend")
      .examen("SP", "A2", vandaag.plusDays(18), "Gepland");
  leven.dossier().gratisPogingen = {{"LE", 0}, {"LU", 1}, {"SC", 1}};
}

void leefHistorie(Levensloop& leven, Date vandaag) {
  leven.pip(vandaag.plusMonths(-22), "O", "B1")
      .aanbod(kSchakelschool, vandaag.plusMonths(-21), vandaag.plusMonths(-20), vandaag.plusMonths(-12))
      .gewijzigdPip(vandaag.plusMonths(-11), "B", "B1")
      .gewijzigdPip(vandaag.plusMonths(-4), "B", "A2")
      .aanbod(kAndereSchool, vandaag.plusMonths(-10), vandaag.plusMonths(-9), vandaag.plusMonths(6))
      .verlengd(vandaag.plusMonths(-3), "3B", 6, "TermijnAmbtshalveVerlengd")
      .signaal("SS103", vandaag.plusMonths(-2));
  auto before = leven.dossier().aanbiedingen.front();
  before.einddatumOpleiding = vandaag.plusMonths(3);
  leven.dossier().aanbodWijzigingen = {before};
}

void leefUitNederland(Levensloop& leven, Date vandaag) {
  leven.pip(vandaag.plusMonths(-14), "B", "B1")
      .vertrekt(vandaag.plusDays(-20), "Buitenland")
      .signaal("SS123", vandaag.plusDays(-20));
}

// SS190 needs no dossier: the person is not under this law.
constexpr const char* kCorrectieBsn = "999994232";
constexpr const char* kCorrectieToont =
    "Correctiesignaal SS190: alleen een burgerservicenummer, geen persoon.";

constexpr std::array kRollen = std::to_array<Testrol>({
    {"999994001", kHier, "Amira Yasmin", "el", "Haddad", true, 22,
     "Het gewone geval: asielstatushouder in de B1-route, alle onderdelen gevuld, met een melding van DUO.",
     leefAlles},
    {"999994013", kHier, "Tesfay", nullptr, "Ghebremedhin", true, 0,
     "Net inburgeringsplichtig: binnen de tien weken voor het PIP, met SS101 en SS139.", leefNieuw},
    {"999994025", kHier, "Olena", nullptr, "Kovalenko", true, 2,
     "Woont nog in een azc en is door het COA aan de gemeente gekoppeld.", leefCoa},
    {"999994037", kHier, "Dawit", nullptr, "Tekle", true, 8,
     "Leerbaarheidstoets met historie; na het resultaat Nee opnieuw aangevraagd.", leefToetsOpnieuw},
    {"999994049", kHier, "Saman", nullptr, "Karimi", true, 6,
     "Ontheven van de Leerbaarheidstoets; Onderwijsroute met een aanbod dat later dan zes maanden start, "
     "termijn "
     "ambtshalve verlengd.",
     leefOnderwijsroute},
    {"999994050", kHier, "Rania", "al", "Khatib", true, 32,
     "Zelfredzaamheidsroute met niveau A2; eindgesprek doorgegeven, nog niet definitief.", leefZroute},
    {"999994062", kHier, "Yonas", nullptr, "Berhe", true, 3,
     "Initieel PIP dat nog niet definitief is; koppeling met de contactpersoon zonder bekende datum.",
     leefPipNietDefinitief},
    {"999994074", kHier, "Ömer", nullptr, "Öztürk", true, 12,
     "Verhuisd naar Utrecht (0344), dat nog geen PIP heeft: de oude gemeente houdt inzage.",
     leefVerhuisdZonderPip},
    {"999994086", kHier, "Nour", "al", "Ahmad", true, 12,
     "Verhuisd; vandaag is de laatste dag waarop de oude gemeente inzage heeft.", leefVerhuisdLaatsteDag},
    {"999994098", kElders, "Hala", nullptr, "Darwish", true, 12,
     "Verhuisd; de inzage van de oude gemeente (0363) is gisteren geëindigd, Utrecht ziet de persoon.",
     leefVerhuisdVoorbij},
    {"999994104", kHier, "Iryna", nullptr, "Bondarenko", false, 24,
     "Diploma behaald; vandaag is de laatste van de vier weken inzage.", leefDiplomaLaatsteDag},
    {"999994116", kHier, "Khaled", nullptr, "Sabbagh", true, 24,
     "Diploma behaald; de vier weken zijn voorbij, de persoon is niet te vinden.", leefDiplomaVoorbij},
    {"999994128", kHier, "Naïma", nullptr, "Bennani", false, 12,
     "Overleden: alleen raadplegen, vier weken lang.", leefOverleden},
    {"999994141", kHier, "Mykola", nullptr, "Tkachuk", false, 14, "Tijdelijk vrijgesteld: de inzage blijft.",
     leefVrijgesteld},
    {"999994153", kHier, "Filmon", nullptr, "Weldu", true, 40,
     "Termijn overschreden, twee boetes, MAP niet voldaan en verwijtbaar.", leefOverschreden},
    {"999994165", kHier, "Zeynep", nullptr, "Yılmaz", true, 10,
     "Gewijzigd verblijfsdoel met behoud van asielrechten; de melding staat nog.", leefDoelgroep},
    {"999994177", kHier, "Samira", "ait", "Brahim", false, 28,
     "DUO vraagt een advies BIO; een ontheffing zonder besluit is niet zichtbaar, een verlenging wel.",
     leefBio},
    {"999994189", kHier, "Luwam", nullptr, "Haile", true, 26, "Examens in alle standen, op twee niveaus.",
     leefExamens},
    {"999994190", kHier, "Şebnem", nullptr, "Çelik-Øvergård", true, 24,
     "Historie van termijn, PIP en aanbod; achternaam met diakritische tekens.", leefHistorie},
    {"999994207", kHier, "Youssef", "el", "Idrissi", false, 16,
     "Vertrokken uit Nederland: de gemeente houdt inzage en krijgt de oproep om bij te werken.",
     leefUitNederland},
    {"999994219", kHier, "Đorđe", "van 't", "Łukaszewicz-Çınar", false, 36,
     "Zelfredzaamheidsroute afgerond; de vier weken zijn voorbij en de persoon is niet te vinden, het "
     "certificaat staat nog klaar.",
     leefZrouteVoorbij},
});

void make(Session& writer, const Testrol& rol, Date vandaag) {
  Personalia wie;
  wie.bsn = *Bsn::parse(rol.bsn);
  wie.voornamen = rol.voornamen;
  if (rol.voorvoegsel) wie.voorvoegsel = rol.voorvoegsel;
  wie.achternaam = rol.achternaam;
  wie.geboortedatum = Date(1988, 4, 1).plusDays(std::stoi(rol.bsn + 5) % 3000);
  const Date since = rol.maandenGeleden ? vandaag.plusMonths(-rol.maandenGeleden) : vandaag.plusDays(-6);
  Levensloop leven(std::move(wie), rol.asiel ? "Asielstatushouder" : "GezinsmigrantEnOverigeMigrant", since,
                   vandaag);
  leven.woont(hier(), since);
  rol.leef(leven, vandaag);
  leven.save(writer);
}

std::string naamVan(const Testrol& rol) {
  return std::string(rol.voornamen) + " " + (rol.voorvoegsel ? std::string(rol.voorvoegsel) + " " : "") +
         rol.achternaam;
}

}  // namespace

std::vector<Testpersoon> testpersonenWi2021(Session* writer, Date vandaag) {
  std::vector<Testpersoon> list;
  for (const auto& rol : kRollen) {
    if (writer) make(*writer, rol, vandaag);
    list.push_back({rol.bsn, Wet::wi2021, rol.gemeente, naamVan(rol), rol.toont});
  }
  if (writer) {
    NewSignaal correctie;
    correctie.gemeente = hier();
    correctie.bsn = *Bsn::parse(kCorrectieBsn);
    correctie.code = "SS190";
    correctie.datum = vandaag.plusDays(-4);
    correctie.alleenBsn = true;
    placeSignaal(*writer, Wet::wi2021, correctie);
  }
  list.push_back({kCorrectieBsn, Wet::wi2021, kHier, "", kCorrectieToont});
  return list;
}

}  // namespace cvsgw::store
