// The named test persons of the Wi2007: one for each notable situation, seen from Groningen.
#include "adapters/store/populate/populate.hpp"
#include "adapters/store/wi2007/leven.hpp"

namespace cvsgw::store {
namespace {

namespace posities = isi::wi2007::posities;
using isi::Signaalstatus;

const Gemeentecode kGroningen = *Gemeentecode::parse("0014");
const Gemeentecode kAlmere = *Gemeentecode::parse("0034");

struct Rol2007 {
  std::string_view bsn;
  std::string_view aNummer;
  std::string_view voornaam;
  std::string_view voorvoegsels;
  std::string_view achternaam;
  std::string_view geslacht;
  std::string_view nationaliteit;
  Date geboortedatum;
  std::string_view toont;
  void (*speel)(Leven2007& leven);
};

// Every block of the screen has something in it, and every field that depends on another is shown.
void volledig(Leven2007& leven) {
  auto& dossier = leven.dossier;
  const Date begin = leven.vandaag.plusYears(-3);
  leven.handhaaf(kGroningen, begin, leven.vandaag.plusMonths(6));
  dossier.handhaving.eersteHandhavingDoorGemeente = kAlmere.value();
  dossier.handhaving.verlengingen = {{begin.plusYears(2), "Aangetoonde inspanning"}};
  auto& voorziening = leven.voorziening(kGroningen, "Duaal", begin.plusDays(30));
  voorziening.doelgroep = "Uitkeringsgerechtigde";
  voorziening.vormDuaalTraject = "InburgeringMetWerk";
  auto& eerdere = leven.voorziening(kAlmere, "Regulier", begin.plusDays(-200));
  eerdere.datumEinde = begin.plusDays(-20);
  eerdere.redenEinde = "Verhuisd naar een andere gemeente";
  dossier.vrijstellingen.push_back({"Gedeeltelijk", "DUO", begin.plusDays(90), std::nullopt, "Taal", "A1"});
  dossier.boetes.push_back({begin.plusYears(2), "Niet verschenen na oproep", Bedrag{25'000}, "Eerste boete"});
  auto& kns = leven.examen("KNS", "Geslaagd", begin.plusDays(400));
  kns.gemeenteBehaald = kGroningen.value();
  auto& epe = leven.examen("EPE", "NietVerschenen", begin.plusDays(430));
  epe.niveau = "A2";
  epe.profiel = "Werk";
  dossier.gegevens.geboorteland = "Mexico";
  dossier.gegevens.geboorteplaats = "Mexico-Stad";
  dossier.gegevens.rechtOpLeningEnVergoeding = true;
  dossier.gegevens.asielgerechtigd = false;
  dossier.gegevens.persoonsvolgendBudget = false;
  dossier.gegevens.persoonsvolgendBudgetGebruikt = false;
  dossier.gegevens.schuld = Bedrag{123'45};
  dossier.gegevens.examenaanvraag = "InburgeringsexamenWetInburgering";
  leven.meld("SS004", kGroningen, leven.vandaag);
  leven.meld("SS065", kGroningen, begin.plusDays(405), Signaalstatus::afgehandeld);
  leven.meld("SS052", kGroningen, leven.vandaag.plusDays(-40), Signaalstatus::inBehandeling);
}

void voorzieningNaDiploma(Leven2007& leven) {
  const Date diploma = leven.vandaag.plusDays(-500);
  leven.slaag(kGroningen, diploma, "A2");
  leven.voorziening(kGroningen, "Taalkennis", diploma.plusDays(1)).doelgroep = "Werkende";
}
void diplomaNaVoorziening(Leven2007& leven) {
  const Date diploma = leven.vandaag.plusDays(-500);
  leven.voorziening(kGroningen, "Regulier", diploma).datumEinde = diploma.plusDays(30);
  leven.slaag(kGroningen, diploma, "A2");
  leven.meld("SS016", kGroningen, diploma.plusDays(7), Signaalstatus::afgehandeld);
}
void gewezen(Leven2007& leven) {
  leven.verhuis(kAlmere, leven.vandaag.plusYears(-4));
  leven.meld("SS001", kAlmere, leven.vandaag.plusYears(-4).plusDays(1));
}
void teruggekomen(Leven2007& leven) {
  leven.verhuis(kAlmere, leven.vandaag.plusYears(-4));
  leven.verhuis(kGroningen, leven.vandaag.plusDays(-20));
  leven.meld("SS001", kGroningen, leven.vandaag.plusDays(-19));
}
void tijdelijk(Leven2007& leven) {
  leven.dossier.positie = posities::kTijdelijkNietPlichtig;
  leven.dossier.redenNietInburgeringsplichtig = "Tijdelijk vrijgesteld wegens opleiding";
  leven.dossier.vrijstellingen.push_back({"Tijdelijk", "Gemeente", leven.vandaag.plusYears(-2),
                                          leven.vandaag.plusDays(-10), std::nullopt, std::nullopt});
  leven.meld("SS005", kGroningen, leven.vandaag.plusDays(-9));
}
void vrijwillig(Leven2007& leven) {
  auto& dossier = leven.dossier;
  dossier.positie = posities::kVrijwillig;
  dossier.redenNietInburgeringsplichtig = "Nederlandse nationaliteit";
  dossier.examens.volledigeDeelnameNt2 = "2";
  dossier.examens.datumVolledigeDeelnameNt2 = leven.vandaag.plusDays(-60);
  dossier.examens.gemeenteVolledigeDeelnameNt2 = kGroningen.value();
  leven.examen("NT2Lezen", "Geslaagd", leven.vandaag.plusDays(-90)).niveau = "P2";
}
void eenJaarWeg(Leven2007& leven) {
  leven.vertrekUitNederland(leven.vandaag.plusYears(-1));
  leven.meld("SS011", kGroningen, leven.vandaag.plusYears(-1).plusDays(2), Signaalstatus::inBehandeling);
}
void langerWeg(Leven2007& leven) {
  leven.vertrekUitNederland(leven.vandaag.plusYears(-1).plusDays(-1));
}
void overleden(Leven2007& leven) {
  leven.overlijd(leven.vandaag.plusDays(-10));
  leven.meld("SS008", kGroningen, leven.vandaag.plusDays(-8));
}
void geschoond(Leven2007& leven) {
  leven.overlijd(leven.vandaag.plusDays(-29));
}
void pardon(Leven2007& leven) {
  auto& dossier = leven.dossier;
  dossier.oudkomer = true;
  dossier.gegevens.pardonregeling = true;
  dossier.gegevens.inAzcGehuisvest = true;
  dossier.gegevens.datumBeslissingVerblijfsrecht = Date(2008, 3, 17);
  dossier.gegevens.codeGeheim = "7";
  dossier.gegevens.straatnaam.reset();
  dossier.gegevens.huisnummer.reset();
  dossier.gegevens.locatieomschrijving = "Woonboot aan de noordkade";
}
void termijnVoorbij(Leven2007& leven) {
  const Date einde = leven.vandaag.plusDays(-1);
  leven.handhaaf(kGroningen, einde.plusMonths(-42), einde);
  leven.dossier.boetes.push_back({leven.vandaag, "Niet binnen de handhavingstermijn geslaagd", Bedrag{50'000},
                                  "Boete wegens termijnoverschrijding"});
  leven.meld("SS004", kGroningen, einde.plusMonths(-6), Signaalstatus::afgehandeld);
  leven.meld("SS066", kGroningen, leven.vandaag);
}
void vrijgesteld(Leven2007& leven) {
  leven.dossier.gegevens.geheleVrijstellingDoorDuo = true;
  leven.meld("SS006", kGroningen, leven.vandaag.plusDays(-30));
}

const Rol2007 kRollen2007[] = {
    {"999997002", "9101010181", "Ximena", "", "Oviedo Núñez", "Vrouw", "Mexicaanse", Date(1967, 4, 4),
     "Inburgeringsplichtig en gehandhaafd: elk blok van het scherm is gevuld, met drie signalen.", volledig},
    {"999997014", "9101012058", "Şerife", "", "Aydın", "Vrouw", "Turkse", Date(1980, 11, 23),
     "Diploma met een voorziening die een dag later begon: ISI actief.", voorzieningNaDiploma},
    {"999997026", "9101013070", "Youssef", "el", "Idrissi", "Man", "Marokkaanse", Date(1978, 2, 28),
     "Diploma met een voorziening die op de dag zelf begon: ISI definitief.", diplomaNaVoorziening},
    {"999997038", "9101014074", "Małgorzata", "", "Wiśniewska", "Vrouw", "Poolse", Date(1985, 7, 1),
     "Verhuisd naar Almere: voor Groningen gewezen ingezetene, nog te raadplegen.", gewezen},
    {"999997051", "9101015082", "Reza", "", "Rahimi", "Man", "Iraanse", Date(1975, 9, 9),
     "Teruggekomen uit Almere: in Groningen één keer, als woonachtig.", teruggekomen},
    {"999997063", "9101016090", "Thảo", "", "Nguyễn", "Vrouw", "Vietnamese", Date(1992, 1, 31),
     "Tijdelijke vrijstelling die is geëindigd, met signaal SS005.", tijdelijk},
    {"999997075", "9101017134", "João", "da", "Silva", "Man", "Braziliaanse", Date(1970, 12, 12),
     "Vrijwillige inburgeraar die voor alle onderdelen NT2 is geslaagd.", vrijwillig},
    {"999997087", "9101018142", "Priya", "", "Ramdin", "Vrouw", "Surinaamse", Date(1988, 3, 3),
     "Vandaag precies een jaar uit Nederland weg: nog ISI actief, morgen definitief.", eenJaarWeg},
    {"999997099", "9101019150", "Dmytro", "", "Tkachuk", "Man", "Oekraïense", Date(1983, 6, 15),
     "Een jaar en een dag uit Nederland weg: ISI definitief.", langerWeg},
    {"999997105", "9101020257", "Samuel", "", "Haile", "Man", "Eritrese", Date(1960, 5, 20),
     "Tien dagen geleden overleden: een rij met datumOverlijden, maar geen scherm.", overleden},
    {"999997117", "9101021265", "Hala", "al", "Khatib", "Vrouw", "Syrische", Date(1955, 8, 8),
     "29 dagen geleden overleden: geschoond, dus niet meer te vinden.", geschoond},
    {"999997129", "9101023015", "Nizār", "", "Sabbagh", "Onbekend", "Syrische", Date(1979, 10, 10),
     "Oudkomer onder de Pardonregeling in de opvang, met geheim adres en een locatieomschrijving.", pardon},
    {"999997130", "9101024019", "Gökhan", "", "Öztürk", "Man", "Turkse", Date(1974, 4, 30),
     "Handhavingstermijn gisteren verstreken: signalen SS004 en SS066, en een boete.", termijnVoorbij},
    {"999997142", "", "", "", "Mariam", "Vrouw", "Eritrese", Date(1990, 1, 1),
     "Geheel vrijgesteld door DUO, zonder voornaam en zonder A-nummer.", vrijgesteld},
};

Leven2007 begin(const Rol2007& rol, Date vandaag) {
  Leven2007 leven;
  leven.vandaag = vandaag;
  auto& dossier = leven.dossier;
  dossier.bsn = *Bsn::parse(rol.bsn);
  if (!rol.aNummer.empty()) dossier.aNummer = rol.aNummer;
  if (!rol.voornaam.empty()) dossier.voornaam = rol.voornaam;
  if (!rol.voorvoegsels.empty()) dossier.voorvoegsels = rol.voorvoegsels;
  dossier.achternaam = rol.achternaam;
  dossier.geboortedatum = rol.geboortedatum;
  dossier.datumInburgeringsplichtig = Date(2009, 5, 1);
  dossier.verblijf = {{kGroningen, Date(2009, 5, 1), std::nullopt}};
  auto& gegevens = dossier.gegevens;
  gegevens.geslacht = rol.geslacht;
  gegevens.nationaliteit1 = rol.nationaliteit;
  gegevens.postcode = "9711LM";
  gegevens.woonplaats = "Groningen";
  gegevens.straatnaam = "Oude Ebbingestraat";
  gegevens.huisnummer = "6";
  gegevens.betrouwbaarAdres = true;
  gegevens.datumVestigingInNederland = Date(2009, 5, 1);
  gegevens.verblijfsdoel = "Permanent";
  gegevens.rechtmatigVerblijf = true;
  gegevens.codeGeheim = "0";
  return leven;
}

std::string naamVan(const Rol2007& rol) {
  std::string naam;
  for (const auto deel : {rol.voornaam, rol.voorvoegsels}) {
    if (!deel.empty()) naam.append(deel).append(" ");
  }
  return naam.append(rol.achternaam);
}

}  // namespace

std::vector<Testpersoon> testpersonenWi2007(Session* writer, Date vandaag) {
  std::vector<Testpersoon> out;
  for (const auto& rol : kRollen2007) {
    out.push_back(
        {std::string(rol.bsn), Wet::wi2007, kGroningen.value(), naamVan(rol), std::string(rol.toont)});
    if (!writer) continue;
    auto leven = begin(rol, vandaag);
    rol.speel(leven);
    leven.save(*writer);
  }
  return out;
}

}  // namespace cvsgw::store
