// Made-up persons of the Wi2007: twelve kinds of life, within which the code lists go round.
#include "adapters/store/populate/populate.hpp"

#include <algorithm>
#include <array>

#include "adapters/store/wi2007/leven.hpp"
#include "gateway/isi/wi2007/zicht.hpp"

namespace cvsgw::store {
namespace {

namespace codes = isi::wi2007::codes;
namespace posities = isi::wi2007::posities;
using isi::Signaalstatus;

// What a life needs while it is made. `ronde` counts the persons of the same kind, so that a list goes round.
struct Maak {
  Leven2007& leven;
  const BasisPersoon& basis;
  Random& random;
  size_t ronde;
  Date vandaag;

  isi::wi2007::Dossier& dossier() const { return leven.dossier; }
  std::string_view code(const CodeList& list) const { return list.rows[ronde % list.rows.size()].code; }
  std::string tekst(const CodeList& list) const {
    return std::string(list.rows[ronde % list.rows.size()].omschrijving);
  }
  Date geleden(int minst, int meest) const { return vandaag.plusDays(-random.between(minst, meest)); }
  Signaalstatus status() const { return static_cast<Signaalstatus>(ronde % 3); }
  void meld(std::initializer_list<std::string_view> choices, Date datum) const {
    leven.meld(*(choices.begin() + ronde % choices.size()), basis.gemeente, datum, status());
  }
};

Date vestigingOf(const BasisPersoon& basis, Random& random) {
  const Date first(2007, 1, 1);
  return random.dateBetween(std::max(first, basis.geboortedatum), Date(2012, 12, 31));
}

void fillPerson(const BasisPersoon& basis, const Date vestiging, isi::wi2007::Dossier& dossier) {
  dossier.bsn = basis.bsn;
  dossier.aNummer = basis.aNummer;
  dossier.voornaam = basis.voornamen;
  dossier.voorvoegsels = basis.voorvoegsels;
  dossier.achternaam = basis.achternaam;
  dossier.geboortedatum = basis.geboortedatum;
  dossier.verblijf = {{basis.gemeente, vestiging, std::nullopt}};
  dossier.datumInburgeringsplichtig = std::max(vestiging, basis.geboortedatum.plusYears(18));
  auto& gegevens = dossier.gegevens;
  gegevens.geslacht = basis.geslacht;
  gegevens.geboorteland = basis.geboorteland;
  gegevens.geboorteplaats = basis.geboorteplaats;
  gegevens.nationaliteit1 = basis.nationaliteit;
  gegevens.postcode = basis.postcode;
  gegevens.woonplaats = basis.gemeentenaam;
  gegevens.straatnaam = basis.straatnaam;
  gegevens.huisnummer = basis.huisnummer;
  gegevens.datumVestigingInNederland = vestiging;
}

// The columns that have no bearing on the kind of life.
void fillIndications(const Maak& m) {
  auto& gegevens = m.dossier().gegevens;
  gegevens.betrouwbaarAdres = m.random.chance(95);
  gegevens.rechtOpLeningEnVergoeding = m.random.chance(60);
  gegevens.asielgerechtigd = m.random.chance(30);
  gegevens.verblijfsdoel = m.random.chance(90) ? "Permanent" : "Tijdelijk";
  gegevens.rechtmatigVerblijf = m.random.chance(97);
  gegevens.persoonsvolgendBudget = m.random.chance(20);
  gegevens.persoonsvolgendBudgetGebruikt = *gegevens.persoonsvolgendBudget && m.random.chance(50);
  gegevens.examenaanvraag = m.code(codes::kExamenaanvraag);
  gegevens.codeGeheim = m.random.chance(90) ? "0" : m.code(codes::kCodeGeheim);
  if (m.random.chance(15)) gegevens.schuld = Bedrag{m.random.between(1, 500'000)};
  if (m.random.chance(10)) gegevens.nationaliteit2 = "Nederlandse";
  if (m.random.chance(5)) {
    gegevens.pardonregeling = true;
    gegevens.inAzcGehuisvest = m.random.chance(20);
    gegevens.datumBeslissingVerblijfsrecht = m.random.dateBetween(Date(2007, 6, 15), Date(2009, 1, 1));
  }
  m.dossier().oudkomer = m.random.chance(25);
}

void addExams(const Maak& m, Date from) {
  auto& onderdeel = m.leven.examen(m.code(codes::kExamen), m.code(codes::kUitslag), from);
  onderdeel.niveau = m.code(codes::kExamenniveau);
  onderdeel.profiel = m.tekst(codes::kProfiel);
  onderdeel.variant = m.tekst(codes::kVariant);
  if (onderdeel.uitslag == "Geslaagd") onderdeel.gemeenteBehaald = m.basis.gemeente.value();
}

void addFine(const Maak& m, Date datum) {
  m.dossier().boetes.push_back({datum, m.tekst(codes::kRedenBoete), Bedrag{25'000 * m.random.between(1, 4)},
                                m.tekst(codes::kSoortBoete)});
}

// Under enforcement, with the end of the term anywhere from a year ago to a year ahead.
void gehandhaafd(const Maak& m) {
  const Date einde = m.vandaag.plusDays(static_cast<int>(m.ronde * 37 % 731) - 365);
  const Date begin = einde.plusMonths(-42);
  m.leven.handhaaf(m.basis.gemeente, begin, einde);
  m.dossier().handhaving.verlengingen = {{einde.plusMonths(-20), m.tekst(codes::kRedenVerlenging)}};
  auto& voorziening = m.leven.voorziening(m.basis.gemeente, "Duaal", begin.plusDays(30));
  voorziening.vormDuaalTraject = m.code(codes::kVormDuaalTraject);
  voorziening.doelgroep = m.code(codes::kDoelgroepVoorziening);
  voorziening.persoonlijkInburgeringsbudget = m.random.chance(20);
  addExams(m, begin.plusDays(200));
  if (einde < m.vandaag) {
    m.leven.meld("SS066", m.basis.gemeente, einde.plusDays(1), m.status());
    addFine(m, std::min(einde.plusDays(60), m.vandaag));
  } else if (einde.plusMonths(-6) <= m.vandaag) {
    m.leven.meld("SS004", m.basis.gemeente, einde.plusMonths(-6), m.status());
  }
  m.meld({"SS061", "SS062", "SS065", "SS002", "SS003"}, m.geleden(0, 300));
}

void aangeboden(const Maak& m) {
  const Date start = m.geleden(100, 900);
  m.leven.handhaaf(m.basis.gemeente, start.plusDays(-30), start.plusYears(3));
  auto& voorziening = m.leven.voorziening(m.basis.gemeente, m.code(codes::kSoortVoorziening), start);
  voorziening.doelgroep = m.code(codes::kDoelgroepVoorziening);
  if (voorziening.soort == "Duaal") voorziening.vormDuaalTraject = m.code(codes::kVormDuaalTraject);
  if (m.ronde % 3 == 0) {
    voorziening.datumEinde = start.plusDays(90);
    voorziening.redenEinde = m.tekst(codes::kRedenEinde);
  }
  addExams(m, start.plusDays(60));
  m.meld({"SS050", "SS064", "SS060", "SS015", "SS052"}, m.geleden(0, 300));
}

void diplomaNaVoorziening(const Maak& m) {
  const Date diploma = m.geleden(100, 2000);
  m.leven.voorziening(m.basis.gemeente, "Regulier", diploma.plusDays(-300)).datumEinde = diploma;
  m.leven.slaag(m.basis.gemeente, diploma, m.code(codes::kTaalniveau));
  m.dossier().examens.geslaagd = m.code(codes::kGeslaagd);
  m.meld({"SS016"}, diploma.plusDays(7));
}

void voorzieningNaDiploma(const Maak& m) {
  const Date diploma = m.geleden(400, 2000);
  m.leven.slaag(m.basis.gemeente, diploma, m.code(codes::kTaalniveau));
  m.leven.voorziening(m.basis.gemeente, "Taalkennis", diploma.plusDays(m.random.between(1, 300))).doelgroep =
      m.code(codes::kDoelgroepVoorziening);
  m.meld({"SS065", "SS016"}, diploma.plusDays(7));
}

void tijdelijkVrijgesteld(const Maak& m) {
  auto& dossier = m.dossier();
  dossier.positie = posities::kTijdelijkNietPlichtig;
  dossier.redenNietInburgeringsplichtig = "Tijdelijk vrijgesteld wegens opleiding";
  const Date start = m.geleden(200, 1500);
  const bool voorbij = m.ronde % 2 == 0;
  dossier.vrijstellingen.push_back({"Tijdelijk", "DUO", start, std::nullopt, std::nullopt, std::nullopt});
  if (voorbij) dossier.vrijstellingen.back().einde = start.plusDays(150);
  m.meld({"SS005", "SS007"}, voorbij ? start.plusDays(151) : start);
}

void vrijwillig(const Maak& m) {
  auto& dossier = m.dossier();
  dossier.positie = posities::kVrijwillig;
  dossier.redenNietInburgeringsplichtig = m.tekst(codes::kRedenNietInburgeringsplichtig);
  dossier.vrijstellingen.push_back({"Gedeeltelijk", std::string(m.code(codes::kAfgegevenDoor)),
                                    m.geleden(300, 900), std::nullopt,
                                    std::string(m.code(codes::kExamenonderdeelVrijstelling)), std::nullopt});
  if (dossier.vrijstellingen.back().examenonderdeel == "Taal")
    dossier.vrijstellingen.back().niveau = m.ronde % 8 < 4 ? "A1" : "A2";
  if (const auto nt2 = m.code(codes::kVolledigeDeelnameNt2); nt2 != "0") {
    dossier.examens.volledigeDeelnameNt2 = nt2;
    dossier.examens.datumVolledigeDeelnameNt2 = m.geleden(30, 600);
    dossier.examens.gemeenteVolledigeDeelnameNt2 = m.basis.gemeente.value();
  }
  m.meld({"SS031", "SS033"}, m.geleden(0, 300));
}

void mogelijkLater(const Maak& m) {
  m.dossier().positie = posities::kMogelijkLater;
  m.dossier().redenNietInburgeringsplichtig = m.tekst(codes::kRedenNietInburgeringsplichtig);
  m.meld({"SS050", "SS007", "SS009"}, m.geleden(0, 300));
}

void buitenWerking(const Maak& m) {
  m.dossier().positie = posities::kBuitenWerking;
  m.dossier().redenNietInburgeringsplichtig =
      m.ronde % 2 == 0 ? "AOW-gerechtigde leeftijd bereikt" : "Nederlandse nationaliteit";
  m.meld({"SS009", "SS012"}, m.geleden(0, 300));
}

void geheelVrijgesteld(const Maak& m) {
  m.dossier().gegevens.geheleVrijstellingDoorDuo = true;
  m.dossier().positie = posities::kTijdelijkNietPlichtig;
  m.dossier().redenNietInburgeringsplichtig = "Geheel vrijgesteld";
  m.meld({"SS006", "SS017"}, m.geleden(0, 300));
}

// From a fresh departure to well over a year ago: both sides of the border between ISI actief and definitief.
void naarBuitenland(const Maak& m) {
  const Date vertrek = m.vandaag.plusDays(-static_cast<int>(m.ronde * 41 % 730) - 1);
  m.leven.vertrekUitNederland(vertrek);
  m.meld({"SS011"}, vertrek.plusDays(3));
}

void verhuisd(const Maak& m) {
  const Date datum = m.geleden(5, 1500);
  m.leven.verhuis(m.basis.andereGemeente, datum);
  if (m.ronde % 3 == 2) {  // and back again, after some months abroad
    m.dossier().gegevens.datumVertrekUitNederland = datum;
    m.dossier().gegevens.datumVestigingInNederland = datum.plusDays(4);
    m.leven.verhuis(m.basis.gemeente, datum.plusDays(4));
    m.leven.meld("SS010", m.basis.gemeente, datum.plusDays(5), m.status());
  } else {
    m.leven.meld("SS001", m.basis.andereGemeente, datum.plusDays(1), m.status());
  }
}

void overleden(const Maak& m) {
  const Date datum = m.vandaag.plusDays(-static_cast<int>(m.ronde % 40));  // some have been cleaned up by now
  m.leven.overlijd(datum);
  const bool geschoond = datum.plusDays(isi::wi2007::kDagenTotSchonen) < m.vandaag;
  if (!geschoond) m.meld({"SS008"}, datum.plusDays(2));
}

constexpr std::array kLevens{
    gehandhaafd, aangeboden,    diplomaNaVoorziening, voorzieningNaDiploma, tijdelijkVrijgesteld,
    vrijwillig,  mogelijkLater, buitenWerking,        geheelVrijgesteld,    naarBuitenland,
    verhuisd,    overleden};

}  // namespace

void populateWi2007(Session& writer, const BasisPersoon& basis, Random& random, Date vandaag) {
  // One in five persons is of this law (populate.cpp).
  const auto ordinal = static_cast<size_t>(basis.index / 5);
  Leven2007 leven;
  leven.vandaag = vandaag;
  fillPerson(basis, vestigingOf(basis, random), leven.dossier);
  const Maak maak{leven, basis, random, ordinal / kLevens.size(), vandaag};
  fillIndications(maak);
  kLevens[ordinal % kLevens.size()](maak);
  leven.save(writer);
}

}  // namespace cvsgw::store
