// The named test persons of the Wi2013: one for each notable situation, seen from Groningen.
#include "adapters/store/populate/populate.hpp"
#include "adapters/store/wi2013/situaties.hpp"

namespace cvsgw::store {
namespace {

using situaties2013::Situatie;

const Gemeentecode kGroningen = *Gemeentecode::parse("0014");
const Gemeentecode kAlmere = *Gemeentecode::parse("0034");

struct Rol2013 {
  std::string_view bsn;
  std::string_view voornamen;
  std::string_view voorvoegsel;
  std::string_view achternaam;
  std::string_view geslacht;
  Date geboortedatum;
  std::string_view toont;
  void (*speel)(Situatie& situatie, Date vandaag);
};

void started(Situatie& s, Date start) {
  situaties2013::begin(s, kGroningen, start);
  s.meld("SS601", start);
}

void fulfilledWithInvoice(Situatie& s, Date vandaag, std::string_view status) {
  started(s, vandaag.plusDays(-250));
  situaties2013::voldoe(s, vandaag.plusDays(-60));
  s.dossier.lening = true;
  situaties2013::dienFactuurIn(s, "PVT2026000123", status, vandaag.plusDays(-40));
}

void justFulfilled(Situatie& s, Date vandaag) {
  started(s, vandaag.plusDays(-200));
  situaties2013::voldoe(s, vandaag.plusDays(-5));
  s.dossier.lening = true;
  situaties2013::dienFactuurIn(s, "PVT2026000124", "2", vandaag.plusDays(-2));
  situaties2013::geefBegeleiding(s, vandaag.plusYears(-1), vandaag);
}
void underWay(Situatie& s, Date vandaag) {
  started(s, vandaag.plusDays(-100));
  s.dossier.maatschappelijkeBegeleiding.recht = true;
  s.dossier.maatschappelijkeBegeleiding.gemeldBijBzk = false;
}
void nearlyOver(Situatie& s, Date vandaag) {
  const Date start = vandaag.plusMonths(2).plusDays(1).plusYears(-1);
  started(s, start);
  s.meld("SS602", vandaag);
}
void overdue(Situatie& s, Date vandaag) {
  const Date start = vandaag.plusYears(-1).plusDays(-30);
  started(s, start);
  const Date end = isi::wi2013::pvtTermijnEinde(start);
  s.meld("SS603", end.plusDays(1), isi::Signaalstatus::afgehandeld);
  s.meld("SS604", end.plusDays(15), isi::Signaalstatus::inBehandeling);
}
void ill(Situatie& s, Date vandaag) {
  started(s, vandaag.plusYears(-1).plusDays(-60));
  situaties2013::registreerReden(s, "Ziekte", vandaag.plusDays(-45));
}
void mayInvoice(Situatie& s, Date vandaag) {
  started(s, vandaag.plusDays(-250));
  situaties2013::voldoe(s, vandaag.plusDays(-60));
  s.dossier.pvt.pvtPlichtig = false;
  s.dossier.lening = true;
}
void accepted(Situatie& s, Date vandaag) {
  fulfilledWithInvoice(s, vandaag, "4");
}
void declined(Situatie& s, Date vandaag) {
  fulfilledWithInvoice(s, vandaag, "6");
}
void moved(Situatie& s, Date vandaag) {
  started(s, vandaag.plusDays(-150));
  situaties2013::verhuis(s, kAlmere, vandaag.plusDays(-35));
}
void withoutDuty(Situatie& s, Date vandaag) {
  situaties2013::begin(s, kGroningen, Date(2017, 6, 1));
  auto& pvt = s.dossier.pvt;
  pvt = {};
  pvt.pvtPlichtig = false;
  situaties2013::geefBegeleiding(s, Date(2017, 10, 15), vandaag);
  s.meld("SS610", vandaag.plusDays(-12));
}
void deceased(Situatie& s, Date vandaag) {
  started(s, vandaag.plusDays(-80));
  s.dossier.datumOverlijden = vandaag.plusDays(-28);
}
void deceasedLongAgo(Situatie& s, Date vandaag) {
  started(s, vandaag.plusDays(-80));
  s.dossier.datumOverlijden = vandaag.plusDays(-29);
}
void emigrated(Situatie& s, Date vandaag) {
  started(s, vandaag.plusDays(-300));
  s.dossier.datumUitschrijving = vandaag.plusDays(-50);
}
void secondOverrun(Situatie& s, Date vandaag) {
  started(s, vandaag.plusYears(-2).plusDays(-40));
  s.dossier.pvt.datumEindePvtPlicht = vandaag.plusDays(-40);
  s.dossier.eerdereRedenen = {{"GeenAanbod", vandaag.plusYears(-1).plusDays(-30), vandaag.plusYears(-1)}};
  s.meld("SS609", vandaag.plusDays(-70), isi::Signaalstatus::inBehandeling);
  s.meld("SS603", vandaag.plusDays(-39));
}

constexpr auto kRollen2013 = std::to_array<Rol2013>({
    {"999996009", "Şirin", "el", "Amrani-Yıldız", "Vrouw", Date(1989, 11, 30),
     "Pas voldaan aan de PVT-plicht en nog niet definitief geregistreerd; een factuur met status 2.",
     justFulfilled},
    {"999996010", "Selam", "", "Berhane", "Vrouw", Date(1994, 3, 12),
     "PVT-termijn loopt, nog niets geregistreerd; recht op maatschappelijke begeleiding dat nog niet bij BZK "
     "is gemeld; kan geen factuur krijgen.",
     underWay},
    {"999996022", "Omar", "", "Haddad", "Man", Date(1986, 7, 4),
     "PVT-termijn loopt over twee maanden af: signaal SS602.", nearlyOver},
    {"999996034", "Mykola", "", "Шевченко", "Man", Date(1979, 1, 23),
     "PVT-termijn overschreden zonder registratie: signalen SS603 en SS604; een naam in cyrillisch schrift.",
     overdue},
    {"999996046", "Zahra", "", "Rahimi", "Vrouw", Date(1990, 9, 17),
     "Reden niet voldaan (ziekte), definitief geregistreerd.", ill},
    {"999996058", "Lê Thị", "", "Nguyễn", "Vrouw", Date(1992, 2, 29),
     "Voldaan, met lening en zonder factuur: gevonden met factuurAanwezig Nee.", mayInvoice},
    {"999996071", "Dawit", "", "Tesfay", "Man", Date(1997, 5, 8),
     "Factuur geaccepteerd (status 4, signaal SS612): niet meer te wijzigen.", accepted},
    {"999996083", "João", "da", "Conceição", "Man", Date(1983, 12, 1),
     "Factuur geweigerd (status 6, signaal SS611): een nieuwe is mogelijk.", declined},
    {"999996095", "Amina", "", "Øvergård", "Vrouw", Date(1995, 10, 10),
     "Verhuisd naar Almere: Groningen ziet de persoon als voormalig woonachtig (SS614), Almere als "
     "woonachtig "
     "(SS613).",
     moved},
    {"999996101", "Ibrahim", "al", "Khatib", "Man", Date(1975, 4, 19),
     "Inburgeringsplichtig vóór 1 oktober 2017: niet PVT-plichtig, wel recht op maatschappelijke "
     "begeleiding.",
     withoutDuty},
    {"999996113", "Fatuma", "", "Abdi", "Vrouw", Date(1958, 8, 25),
     "Overleden, vandaag de laatste dag te raadplegen; niet in de lijst.", deceased},
    {"999996125", "Hassan", "", "Warsame", "Man", Date(1951, 6, 14),
     "Langer dan 28 dagen geleden overleden: niet meer te vinden.", deceasedLongAgo},
    {"999996137", "Elif", "", "Çelik", "Vrouw", Date(1999, 1, 5),
     "Uitgeschreven bij de BRP: niet in de lijst, op burgerservicenummer nog te raadplegen.", emigrated},
    {"999996149", "", "", "Abubakar", "Onbekend", Date(1988, 3, 3),
     "Tweede overschrijding van de PVT-termijn: de eerdere reden is geschoond; een persoon zonder voornaam.",
     secondOverrun},
});

void store(Session& writer, const Rol2013& rol, Date vandaag) {
  Situatie situatie;
  auto& dossier = situatie.dossier;
  dossier.bsn = *Bsn::parse(rol.bsn);
  if (!rol.voornamen.empty()) dossier.voornamen = rol.voornamen;
  if (!rol.voorvoegsel.empty()) dossier.voorvoegsel = rol.voorvoegsel;
  dossier.achternaam = rol.achternaam;
  dossier.geslacht = rol.geslacht;
  dossier.geboortedatum = rol.geboortedatum;
  rol.speel(situatie, vandaag);
  situaties2013::bewaar(writer, situatie, vandaag);
}

std::string fullName(const Rol2013& rol) {
  std::string name;
  for (const auto part : {rol.voornamen, rol.voorvoegsel, rol.achternaam}) {
    if (!part.empty()) name.append(name.empty() ? "" : " ").append(part);
  }
  return name;
}

}  // namespace

std::vector<Testpersoon> testpersonenWi2013(Session* writer, Date vandaag) {
  std::vector<Testpersoon> list;
  for (const auto& rol : kRollen2013) {
    if (writer) store(*writer, rol, vandaag);
    list.push_back(
        {std::string(rol.bsn), Wet::wi2013, kGroningen.value(), fullName(rol), std::string(rol.toont)});
  }
  return list;
}

}  // namespace cvsgw::store
