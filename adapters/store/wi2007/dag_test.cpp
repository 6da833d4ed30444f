// Days and events of the Wi2007 as they are stored: what is placed where, once, and what is cleaned up.
#include "adapters/store/wi2007/dag.hpp"

#include "adapters/store/wi2007/testing/gebeurtenissen_wereld.hpp"

namespace cvsgw::store::wereld2007 {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Wi2007Dagen : public Gebeurtenissen2007 {};

TEST_F(Wi2007Dagen, TheTermsSignalsComeOnTheirDayAndOnce) {
  handhaaf("2027-02-02");
  dagen(Date(2026, 8, 1));
  EXPECT_THAT(codes(), IsEmpty());
  dagen(Date(2026, 8, 2));
  EXPECT_THAT(codes(), ElementsAre("SS004"));
  dagen(Date(2027, 2, 2));
  EXPECT_THAT(codes(), ElementsAre("SS004"));
  dagen(Date(2027, 2, 3));
  EXPECT_THAT(codes(), ElementsAre("SS004", "SS066"));
  dagen(Date(2027, 9, 1));
  EXPECT_THAT(codes(), ElementsAre("SS004", "SS066"));
}

TEST_F(Wi2007Dagen, MissedDaysAreMadeUpForWithTheirOwnDate) {
  handhaaf("2027-02-02");
  dagen(Date(2027, 6, 1));
  const auto rows = signalen();
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].code, "SS066");
  EXPECT_EQ(rows[0].datum, Date(2027, 2, 3));
  EXPECT_EQ(rows[1].datum, Date(2026, 8, 2));
}

// W07-086
TEST_F(Wi2007Dagen, AnExtensionGivesTheTermsSignalsAnew) {
  handhaaf("2027-02-02");
  dagen(Date(2026, 8, 2));
  const Date verlengd(2026, 10, 1);
  gaat("handhaving-verlengd", {{"einde", "2027-08-02"}}, verlengd);
  dagen(Date(2027, 2, 1));
  EXPECT_THAT(codes(), ElementsAre("SS004")) << "neither the old end nor the new one";
  dagen(Date(2027, 2, 3));
  EXPECT_THAT(codes(), ElementsAre("SS004", "SS004")) << "six months before the new end";
  dagen(Date(2027, 8, 3));
  EXPECT_THAT(codes(), ElementsAre("SS004", "SS004", "SS066"));
}

TEST_F(Wi2007Dagen, ATermThatIsToldLateGivesItsSignalAtOnce) {
  begin();
  gaat("handhaving", {{"begin", "2022-08-02"}, {"einde", "2026-02-02"}});
  EXPECT_THAT(codes(), ElementsAre("SS004")) << "its last day is today";
  gaat("handhaving-beeindigd");
  gaat("handhaving", {{"begin", "2022-08-02"}, {"einde", "2026-02-01"}});
  EXPECT_THAT(codes(), ElementsAre("SS004", "SS066"));
}

TEST_F(Wi2007Dagen, AMoveIsToldToTheNewMunicipalityAndTheOldOneGoesOnEnforcing) {
  handhaaf("2027-02-02");
  gaat("verhuizing", {{"gemeente", "0034"}});
  EXPECT_THAT(codes(), IsEmpty());
  EXPECT_THAT(codes(kAlmere), ElementsAre("SS001"));
  ASSERT_TRUE(scherm());
  EXPECT_EQ(scherm()->verblijf, "GewezenIngezetene");
  EXPECT_EQ(scherm(kAlmere)->verblijf, "WoonachtigInGemeente");
  dagen(Date(2027, 2, 3));
  EXPECT_THAT(codes(), ElementsAre("SS004", "SS066"));
  EXPECT_THAT(codes(kAlmere), ElementsAre("SS001"));
}

// W07-042
TEST_F(Wi2007Dagen, TheNewMunicipalitySeesTheProvisionOfTheOldOne) {
  handhaaf();
  gaat("voorziening", {{"soort", "Duaal"}, {"vormDuaalTraject", "Overig"}});
  gaat("verhuizing", {{"gemeente", "0034"}});
  ASSERT_EQ(scherm(kAlmere)->inburgeringsvoorzieningen.size(), 1U);
  EXPECT_EQ(scherm(kAlmere)->inburgeringsvoorzieningen[0].aanbodDoorGemeente, "0014");
}

// W07-030
TEST_F(Wi2007Dagen, TheScreenTellsHowManySignalsThereAre) {
  begin("MogelijkPlichtig");
  gaat("persoonsgegevens", {{"voornaam", "Ayşe"}});
  EXPECT_EQ(scherm()->signalen.nieuw, 2);
  EXPECT_EQ(scherm()->signalen.totaal(), 2);
}

TEST_F(Wi2007Dagen, ASignalCarriesTheNewNumberAndName) {
  begin("MogelijkPlichtig");
  gaat("persoonsgegevens", {{"achternaam", "Aslan"}, {"aNummer", "9101014074"}});
  for (const auto& signaal : signalen()) {
    EXPECT_EQ(signaal.achternaam, "Aslan");
    EXPECT_EQ(signaal.aNummer, "9101014074");
  }
}

// W07-106
TEST_F(Wi2007Dagen, TheExamSignalIsForWhoHasAKeyOrAskedForIt) {
  begin();
  const auto legtAf = [&] { gaat("examen", {{"examen", "KNS"}, {"uitslag", "NietGeslaagd"}}); };
  legtAf();
  EXPECT_THAT(codes(), IsEmpty());
  zetSleutelgemeenten(*world, {kAlmere});
  legtAf();
  EXPECT_THAT(codes(), IsEmpty()) << "another municipality's key";
  zetSleutelgemeenten(*world, {kGroningen});
  legtAf();
  EXPECT_THAT(codes(), ElementsAre("SS065"));
  zetSleutelgemeenten(*world, {});
  legtAf();
  EXPECT_THAT(codes(), ElementsAre("SS065")) << "the key has gone";
  gaat("examensignaal", {{"gemeente", "0014"}, {"gewenst", "ja"}});
  gaat("gedeeltelijke-vrijstelling", {{"door", "DUO"}, {"examenonderdeel", "KNS"}});
  EXPECT_THAT(codes(), ElementsAre("SS065", "SS065"));
  gaat("examensignaal", {{"gemeente", "0014"}, {"gewenst", "nee"}});
  legtAf();
  EXPECT_THAT(codes(), ElementsAre("SS065", "SS065"));
}

// W07-090
TEST_F(Wi2007Dagen, AfterADeathNothingIsLeftFromDayTwentyNine) {
  begin("Ind");
  gaat("overlijden");
  EXPECT_FALSE(scherm());
  dagen(kStart.plusDays(28));
  EXPECT_THAT(codes(), ElementsAre("SS008", "SS064"));
  EXPECT_EQ(rijen("SELECT COUNT(*) FROM dossier WHERE wet = 7"), 1);
  dagen(kStart.plusDays(29));
  EXPECT_THAT(codes(), IsEmpty());
  EXPECT_EQ(rijen("SELECT COUNT(*) FROM dossier WHERE wet = 7"), 0);
  EXPECT_EQ(rijen("SELECT COUNT(*) FROM zoek2007"), 0);
  EXPECT_EQ(rijen("SELECT COUNT(*) FROM wacht2007"), 0);
  const auto feed = Wi2007Store(*world).haalPersonen(namens(kGroningen), 0, 10).value();
  ASSERT_EQ(feed.ingangen.size(), 1U);
  EXPECT_TRUE(feed.ingangen[0].vervallen);
  EXPECT_FALSE(feed.ingangen[0].bsn);
}

// W07-107
TEST_F(Wi2007Dagen, SignalsAreNotCleanedUpWhileThePersonIsThere) {
  begin("Ind");
  {
    Database::Writing writer(*world);
    setSignaalstatus(*writer, Wet::wi2007, kGroningen, signalen()[0].signaalId,
                     isi::Signaalstatus::afgehandeld, kStart);
    writer.commit();
  }
  gaat("persoonsgegevens", {{"voornaam", "Ayşe"}});
  dagen(Date(2026, 10, 2));  // after the week of settled signals and two quarters of new ones
  EXPECT_THAT(codes(), ElementsAre("SS052", "SS064"));
}

TEST_F(Wi2007Dagen, ThePensionAgeMovesHimInTheFeedOnThatDay) {
  begin("Gemeente", "1959-06-01");  // 67 years on 1 June 2026
  const auto last = Wi2007Store(*world).haalPersonen(namens(kGroningen), 0, 10)->laatsteVolgnummer;
  const auto na = [&](Date dag) {
    dagen(dag);
    return Wi2007Store(*world).haalPersonen(namens(kGroningen, dag), last, 10).value();
  };
  EXPECT_THAT(na(Date(2026, 5, 31)).ingangen, IsEmpty());
  const auto feed = na(Date(2026, 6, 1));
  ASSERT_EQ(feed.ingangen.size(), 1U);
  EXPECT_EQ(feed.ingangen[0].herkomst, "Definitief");
}

TEST_F(Wi2007Dagen, APersonWhomNoTermConcernsIsNotWaitedFor) {
  begin();
  EXPECT_EQ(rijen("SELECT COUNT(*) FROM wacht2007"), 0);
  gaat("handhaving", {{"begin", "2023-08-02"}, {"einde", "2027-02-02"}});
  EXPECT_EQ(rijen("SELECT COUNT(*) FROM wacht2007 WHERE dag = '2026-08-02'"), 1);
}

TEST_F(Wi2007Dagen, AnEventThatIsRefusedStoresNothing) {
  begin();
  EXPECT_FALSE(geef("voorziening", {{"soort", "Regulier"}}).empty());
  EXPECT_THAT(scherm()->inburgeringsvoorzieningen, IsEmpty());
  EXPECT_FALSE(geef("verhuizing", {{"gemeente", "9999"}}).empty());
}

}  // namespace
}  // namespace cvsgw::store::wereld2007
