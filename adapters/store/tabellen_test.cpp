// Rows of files from the store: as they stood when the day began, and who is in them. Those of the Wi2013 are
// tested in wi2013/tabellen_test.cpp.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/store/testing/tabellen_wereld.hpp"

namespace cvsgw::store::tabellentest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// ALG-057
TEST_F(TabellenTest, WhatIsRegisteredTodayIsInTomorrowsFile) {
  bewaar(inburgeraar(), kGisteren);
  EXPECT_THAT(lees("inburgeraars_2021", kGisteren), IsEmpty());
  processDays(*world, kVandaag);
  EXPECT_THAT(kolom("inburgeraars_2021", "Achternaam", kVandaag), ElementsAre("Yılmaz"));

  auto dossier = inburgeraar();
  dossier.personalia.achternaam = "Anders";
  bewaar(dossier, kVandaag);
  dossier.personalia.achternaam = "NogAnders";
  bewaar(dossier, kVandaag);
  EXPECT_THAT(kolom("inburgeraars_2021", "Achternaam", kVandaag), ElementsAre("Yılmaz"));
  processDays(*world, kVandaag.plusDays(1));
  EXPECT_THAT(kolom("inburgeraars_2021", "Achternaam", kVandaag.plusDays(1)), ElementsAre("NogAnders"));
}

TEST_F(TabellenTest, AMoveOfTodayChangesNeitherMunicipalitysFileToday) {
  bewaar(inburgeraar(), kGisteren);
  processDays(*world, kVandaag);
  auto dossier = inburgeraar();
  dossier.verblijven = {{kAlmere, "Ingezetene", kVandaag, std::nullopt, std::nullopt},
                        {kGroningen, "Ingezetene", Date(2026, 1, 5), kVandaag, "AndereGemeente"}};
  bewaar(dossier, kVandaag);
  EXPECT_THAT(kolom("inburgeraars_2021", "Inzage", kVandaag), ElementsAre("Woont in uw gemeente"));
  EXPECT_THAT(lees("inburgeraars_2021", kVandaag, kAlmere), IsEmpty());
  const auto morgen = kVandaag.plusDays(1);
  processDays(*world, morgen);
  EXPECT_THAT(kolom("inburgeraars_2021", "Inzage", morgen), ElementsAre("Vertrokken uit uw gemeente"));
  EXPECT_THAT(kolom("inburgeraars_2021", "Inzage", morgen, kAlmere), ElementsAre("Woont in uw gemeente"));
}

// § 3.7: through day 28 after the departure, however long the municipality may still open his screen.
// ALG-061
TEST_F(TabellenTest, WhoMovedStaysFor28Days) {
  const Date vertrek = kGisteren.plusDays(-2);
  auto dossier = inburgeraar();
  dossier.verblijven = {{kAlmere, "Ingezetene", vertrek, std::nullopt, std::nullopt},
                        {kGroningen, "Ingezetene", Date(2026, 1, 5), vertrek, "AndereGemeente"}};
  bewaar(dossier, kGisteren);
  processDays(*world, vertrek.plusDays(28));
  EXPECT_EQ(lees("inburgeraars_2021", vertrek.plusDays(28)).size(), 1U);
  processDays(*world, vertrek.plusDays(29));
  EXPECT_THAT(lees("inburgeraars_2021", vertrek.plusDays(29)), IsEmpty());
  EXPECT_EQ(lees("inburgeraars_2021", vertrek.plusDays(29), kAlmere).size(), 1U);
  Database::Reading session(*world);
  EXPECT_TRUE(findZicht(*session, Wet::wi2021, kGroningen, kBsn)) << "the screen is another rule";
}

// ALG-062
TEST_F(TabellenTest, WhoIsDoneStaysFor28Days) {
  const Date einde = kGisteren.plusDays(-3);
  auto dossier = inburgeraar();
  dossier.plicht.einddatum = einde;
  dossier.plicht.redenBeeindiging = "DiplomaBehaald";
  bewaar(dossier, kGisteren);
  processDays(*world, einde.plusDays(28));
  EXPECT_THAT(kolom("inburgeraars_2021", "Reden beëindiging", einde.plusDays(28)),
              ElementsAre("Diploma behaald"));
  processDays(*world, einde.plusDays(29));
  EXPECT_THAT(lees("inburgeraars_2021", einde.plusDays(29)), IsEmpty());
}

// ALG-060
TEST_F(TabellenTest, WhoIsLinkedByCoaIsInTheFile) {
  auto dossier = inburgeraar();
  dossier.verblijven.front().soort = "CoaGekoppeld";
  bewaar(dossier, kGisteren);
  processDays(*world, kVandaag);
  EXPECT_THAT(kolom("inburgeraars_2021", "Inzage", kVandaag),
              ElementsAre("Door het COA aan uw gemeente gekoppeld"));
}

TEST_F(TabellenTest, TheColumnsOfTheWi2021) {
  auto dossier = inburgeraar();
  dossier.pips = {{.versie = {},
                   .gemeentecode = kGroningen,
                   .datumDagtekeningInitieel = Date(2026, 3, 1),
                   .datumRegistratieInitieel = kVandaag.plusDays(-15),
                   .datumDagtekening = Date(2026, 3, 1),
                   .datumRegistratie = kVandaag.plusDays(-15),
                   .leerroute = "B",
                   .niveau = "B1",
                   .alfabetisering = "NVT",
                   .geschatteUrenIntensiteit = 12}};
  dossier.examens = {{"LE", "B1", Date(2026, 9, 1), "Geslaagd", std::nullopt},
                     {"LU", "A2", Date(2026, 9, 1), "Geslaagd", std::nullopt}};
  dossier.urenGemeente = {
      {.versie = {}, .gemeentecode = kGroningen, .soort = "Participatie", .aantalUren = 25},
      {.versie = {}, .gemeentecode = kGroningen, .soort = "ParticipatieTaalles", .aantalUren = 10}};
  bewaar(dossier, kGisteren);
  processDays(*world, kVandaag);
  const auto rij = lees("inburgeraars_2021", kVandaag).at(0);
  const auto is = [&](const char* naam, std::string_view waarde) {
    ASSERT_TRUE(rij.contains(naam)) << naam;
    EXPECT_EQ(rij.find(naam)->second, waarde) << naam;
  };
  is("BSN", "999993653");
  is("Gemeentecode", "0014");
  is("Gemeentenaam", "Groningen");
  is("Doelgroep", "Asielstatushouder");
  is("PIP dagtekening", "2026-03-01");
  is("PIP gemeente", "Groningen");
  is("Leerroute", "B1-route");
  is("Niveau", "B1");
  is("Uren intensiteit", "12");
  is("PIP definitief", "J");
  is("Examen leesvaardigheid", "Geslaagd");
  is("Examen luistervaardigheid", "Nog te doen");  // passed at a level that the plan does not ask for
  is("Examen KNM", "Nog te doen");
  is("MAP voldaan", "");
  is("Participatie-uren", "25");
  is("Totaal aantal uren", "25");
}

isi::wi2007::Dossier oudgediende() {
  isi::wi2007::Dossier dossier;
  dossier.bsn = kBsn;
  dossier.aNummer = "1234567890";
  dossier.achternaam = "Demir";
  dossier.verblijf = {{kGroningen, Date(2010, 1, 1), std::nullopt}};
  dossier.datumInburgeringsplichtig = Date(2010, 12, 31);
  dossier.handhaving = {true, "0014", "0014", Date(2020, 1, 1), kGisteren, {}};
  return dossier;
}

TEST_F(TabellenTest, IsiVanaf2011BeginsOnTheFirstOfJanuary) {
  auto dossier = oudgediende();
  bewaar(dossier, kGisteren);
  processDays(*world, kVandaag);
  EXPECT_EQ(lees("isi", kVandaag).size(), 1U);
  EXPECT_THAT(lees("isi_vanaf2011", kVandaag), IsEmpty());
  dossier.datumInburgeringsplichtig = Date(2011, 1, 1);
  bewaar(dossier, kVandaag);
  processDays(*world, kVandaag.plusDays(1));
  EXPECT_EQ(lees("isi_vanaf2011", kVandaag.plusDays(1)).size(), 1U);
}

TEST_F(TabellenTest, OverrunsBeginTheDayAfterTheTerm) {
  auto dossier = oudgediende();
  dossier.handhaving.eindeHandhavingstermijn = kVandaag;
  bewaar(dossier, kGisteren);
  processDays(*world, kVandaag);
  EXPECT_THAT(lees("termijnoverschrijdingen", kVandaag), IsEmpty());
  const auto morgen = kVandaag.plusDays(1);
  processDays(*world, morgen);
  EXPECT_THAT(kolom("termijnoverschrijdingen", "Dagen overschreden", morgen), ElementsAre("1"));
  dossier.examens.datumDiplomaBehaald = Date(2026, 11, 1);
  bewaar(dossier, morgen);
  processDays(*world, morgen.plusDays(1));
  EXPECT_THAT(lees("termijnoverschrijdingen", morgen.plusDays(1)), IsEmpty());
}

TEST_F(TabellenTest, OfWhoHasDiedTheIsiSaysNoMoreThanHowToFindHim) {
  auto dossier = oudgediende();
  dossier.datumOverlijden = kGisteren;
  bewaar(dossier, kGisteren);
  processDays(*world, kVandaag);
  const auto rij = lees("isi", kVandaag).at(0);
  EXPECT_EQ(rij.find("Datum overlijden")->second, kGisteren.text());
  EXPECT_EQ(rij.find("Herkomst")->second, "ISI definitief");
  EXPECT_EQ(rij.find("Inburgeringsplichtig")->second, "");
  EXPECT_EQ(rij.find("Gehandhaafd")->second, "");
}

TEST_F(TabellenTest, TheListOfSignalsIsThatOfTheDaysBeginning) {
  auto dossier = oudgediende();
  dossier.handhaving = {};  // days alone bring no signal about
  bewaar(dossier, kGisteren);
  plaats(Wet::wi2007, "SS008", kGisteren);
  processDays(*world, kVandaag);
  plaats(Wet::wi2007, "SS065", kVandaag);
  EXPECT_THAT(kolom("signaallijst", "Code signaal", kVandaag), ElementsAre("SS008"));
  EXPECT_THAT(kolom("signalen_2007", "Code signaal", kVandaag), ElementsAre("SS065", "SS008"));
  {
    Database::Writing writer(*world);
    endSignalsOf(*writer, Wet::wi2007, kGroningen, kBsn, kVandaag);
    writer.commit();
  }
  EXPECT_THAT(kolom("signaallijst", "Code signaal", kVandaag), ElementsAre("SS008"));
  EXPECT_THAT(lees("signalen_2007", kVandaag), IsEmpty());
  processDays(*world, kVandaag.plusDays(1));
  EXPECT_THAT(lees("signaallijst", kVandaag.plusDays(1)), IsEmpty());
}

// W07-072: the Wi2007 has the three statuses, too; its municipalities only read them.
TEST_F(TabellenTest, BothListsOfTheWi2007TellTheStatus) {
  bewaar(oudgediende(), kGisteren);
  plaats(Wet::wi2007, "SS008", kGisteren, isi::Signaalstatus::inBehandeling);
  processDays(*world, kVandaag);
  EXPECT_THAT(kolom("signaallijst", "Status signaal", kVandaag), Contains("In behandeling"));
  EXPECT_THAT(kolom("signalen_2007", "Status signaal", kVandaag), Contains("In behandeling"));
}

// ALG-066
TEST_F(TabellenTest, AllSignalsAreThereWhateverTheirStatusAtOnce) {
  bewaar(inburgeraar(), kGisteren);
  using isi::Signaalstatus;
  plaats(Wet::wi2021, "SS101", kGisteren, Signaalstatus::nieuw);
  plaats(Wet::wi2021, "SS102", kGisteren, Signaalstatus::inBehandeling);
  plaats(Wet::wi2021, "SS103", kGisteren, Signaalstatus::afgehandeld);
  EXPECT_THAT(kolom("signalen_2021", "Status signaal", kGisteren),
              ElementsAre("Afgehandeld", "In behandeling", "Nieuw"));
  EXPECT_THAT(lees("signalen_2021", kGisteren, kAlmere), IsEmpty());
  EXPECT_THAT(lees("signalen_2013", kGisteren), IsEmpty());
}

TEST_F(TabellenTest, AFileOfADayThatHasPassedIsNotMadeFromTheNextDaysRows) {
  processDays(*world, kVandaag);
  TabellenStore tabellen(*world);
  const auto gelezen = tabellen.lees(*isi::bestandMetCode("isi_pvt", kGisteren), kGroningen,
                                     [](std::span<const isi::Cel>) { return true; });
  ASSERT_FALSE(gelezen);
  EXPECT_EQ(gelezen.error().kind, FaultKind::isiUnavailable);
}

TEST_F(TabellenTest, NothingIsKeptOfADaysBeginningWhenTheNextHasBegun) {
  bewaar(inburgeraar(), kGisteren);
  const auto aantal = [&] {
    Database::Reading session(*world);
    auto query =
        session->query("SELECT (SELECT COUNT(*) FROM dagbegin) + (SELECT COUNT(*) FROM dagbegin_zicht)");
    return query.step() ? query.number(0) : -1;
  };
  EXPECT_EQ(aantal(), 1);
  processDays(*world, kVandaag);
  EXPECT_EQ(aantal(), 0);
}

}  // namespace
}  // namespace cvsgw::store::tabellentest
