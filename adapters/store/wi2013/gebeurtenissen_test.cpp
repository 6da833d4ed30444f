// Events and days of the Wi2013 on SQL: both sides of each day, both sides of a move, the weekly run,
// clean-up, and one person's way over the laws.
#include "adapters/store/wi2013/gebeurtenissen.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/store/algemeen.hpp"
#include "adapters/store/wi2013/dag.hpp"
#include "adapters/store/wi2013/testing/wereld.hpp"
#include "adapters/store/zicht.hpp"

namespace cvsgw::store::wereld2013 {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Wi2013Dagen : public Wereld2013 {};

// W13-061 to W13-063: the day before and the day itself.
TEST_F(Wi2013Dagen, EachDeadlineComesOnItsDay) {
  begin();
  dagen(kEinde.plusMonths(-2).plusDays(-1));
  EXPECT_FALSE(heeft("SS602"));
  dagen(kEinde.plusMonths(-2));
  EXPECT_THAT(codes(), Contains("SS602"));
  dagen(kEinde);
  EXPECT_FALSE(heeft("SS603"));
  dagen(kEinde.plusDays(1));
  EXPECT_TRUE(heeft("SS603"));
  dagen(kEinde.plusDays(14));
  EXPECT_FALSE(heeft("SS604"));
  dagen(kEinde.plusDays(15));
  EXPECT_TRUE(heeft("SS604"));
  const auto all = codes();
  EXPECT_EQ(std::ranges::count(all, "SS603"), 1) << "each comes once";
}

TEST_F(Wi2013Dagen, WhoHasSignedGetsNoneOfThem) {
  begin();
  registreer(nullptr, kStart, kStart);
  dagen(kEinde.plusDays(30));
  EXPECT_FALSE(heeft("SS602"));
  EXPECT_FALSE(heeft("SS603"));
  EXPECT_FALSE(heeft("SS604"));
}

TEST_F(Wi2013Dagen, AReasonKeepsBackOnlyTheLastOne) {
  begin();
  const Date dag = kEinde.plusDays(-10);
  dagen(dag);
  registreer("Ziekte", std::nullopt, dag);
  dagen(kEinde.plusDays(30));
  EXPECT_TRUE(heeft("SS603"));
  EXPECT_FALSE(heeft("SS604"));
}

// W13-030: registered on a Monday, the first run after day 14 is day 21; on a Tuesday it is day 20.
TEST_F(Wi2013Dagen, ARegistrationBecomesDefinitiveInTheWeeklyRun) {
  begin();
  registreer("Ziekte", std::nullopt, kStart);
  dagen(kStart.plusDays(14));
  EXPECT_EQ(lees().pvt.definitief, false);
  dagen(kStart.plusDays(20));
  EXPECT_EQ(lees().pvt.definitief, false);
  dagen(kStart.plusDays(21));
  EXPECT_EQ(lees().pvt.definitief, true);
  ASSERT_EQ(lees().brieven.size(), 1U);
  EXPECT_EQ(lees().brieven[0].datum, kStart.plusDays(21));
  EXPECT_EQ(lees().pvt.pvtPlichtig, true) << "a reason does not end the duty";
}

TEST_F(Wi2013Dagen, TheDayOfTheRunCanBeSetAndMissedDaysAreMadeUp) {
  zetPvtWeekdag(*world, 3);
  begin();
  registreer("Ziekte", std::nullopt, kStart);
  dagen(kStart.plusDays(15));
  EXPECT_EQ(lees().pvt.definitief, false);
  dagen(kStart.plusDays(60));  // all at once
  EXPECT_EQ(lees().brieven.at(0).datum, kStart.plusDays(16)) << "the Wednesday after day 14";
}

TEST_F(Wi2013Dagen, AnotherDayHoldsForWhoIsWaiting) {
  begin();
  registreer("Ziekte", std::nullopt, kStart);
  zetPvtWeekdag(*world, 5);
  dagen(kStart.plusDays(60));
  EXPECT_EQ(lees().brieven.at(0).datum, kStart.plusDays(18)) << "the Friday after day 14";
}

// W13-031
TEST_F(Wi2013Dagen, WhoHasDefinitivelyFulfilledHasTheDutyNoLonger) {
  begin();
  registreer(nullptr, kStart, kStart);
  dagen(kStart.plusDays(20));
  EXPECT_EQ(lees().pvt.pvtPlichtig, true);
  dagen(kStart.plusDays(21));
  EXPECT_EQ(lees().pvt.pvtPlichtig, false);
  EXPECT_TRUE(heeft("SS607"));
}

// W13-032: the reason goes, its history stays, and the second overrun gives its signals again.
TEST_F(Wi2013Dagen, ANewTermCleansTheReasonAndKeepsIt) {
  begin();
  dagen(kEinde.plusDays(1));
  registreer("GeenAanbod", std::nullopt, kEinde.plusDays(1));
  const Veldwaarden nieuw{{"einde", "2028-02-01"}};
  dagen(kEinde.plusDays(40));
  gaat("pvt-termijn", nieuw, kEinde.plusDays(40));
  const auto dossier = lees();
  EXPECT_EQ(dossier.pvt.redenNietVoldaan, std::nullopt);
  EXPECT_EQ(dossier.pvt.definitief, std::nullopt);
  ASSERT_EQ(dossier.eerdereRedenen.size(), 1U);
  EXPECT_EQ(dossier.eerdereRedenen[0].reden, "GeenAanbod");
  dagen(Date(2028, 2, 16));
  const auto all = codes();
  EXPECT_TRUE(heeft("SS604"));
  EXPECT_GE(std::ranges::count(all, "SS603"), 1);
}

// It would otherwise stand in the way of the second overrun's reason (FS311).
TEST_F(Wi2013Dagen, AReasonThatIsNotYetDefinitiveStaysUntilItIs) {
  begin();
  dagen(kEinde.plusDays(1));
  registreer("GeenAanbod", std::nullopt, kEinde.plusDays(1));
  gaat("pvt-termijn", {{"einde", "2028-02-01"}}, kEinde.plusDays(2));
  EXPECT_EQ(lees().pvt.redenNietVoldaan, "GeenAanbod");
  EXPECT_THAT(lees().eerdereRedenen, IsEmpty());
  dagen(kEinde.plusDays(40));
  const auto dossier = lees();
  EXPECT_EQ(dossier.brieven.size(), 1U);
  EXPECT_EQ(dossier.pvt.redenNietVoldaan, std::nullopt);
  ASSERT_EQ(dossier.eerdereRedenen.size(), 1U);
  EXPECT_EQ(dossier.eerdereRedenen[0].reden, "GeenAanbod");
  dagen(Date(2028, 2, 16));
  EXPECT_TRUE(heeft("SS604"));
}

TEST_F(Wi2013Dagen, AReasonOfTheTermThatRunsStaysWhenItIsDefinitive) {
  begin();
  dagen(kEinde.plusMonths(-2));
  registreer("GeenAanbod", std::nullopt, kEinde.plusMonths(-2));
  dagen(kEinde.plusDays(40));
  EXPECT_EQ(lees().pvt.redenNietVoldaan, "GeenAanbod");
  EXPECT_EQ(lees().pvt.definitief, true);
  EXPECT_THAT(lees().eerdereRedenen, IsEmpty());
}

// W13-066: both sides of a move.
TEST_F(Wi2013Dagen, AfterAMoveBothHearAndTheOldOneStillReads) {
  begin();
  gaat("vestiging", {{"gemeente", "0034"}}, kStart.plusDays(5));
  EXPECT_THAT(codes(kGroningen), ElementsAre("SS601", "SS614"));
  EXPECT_THAT(codes(kAlmere), ElementsAre("SS613"));
  Wi2013Store store(*world);
  const isi::Namens oud{kGroningen, Rollen().add(Rol::Wi2013MUT), kStart.plusDays(5)};
  const isi::Namens nieuw{kAlmere, Rollen().add(Rol::Wi2013MUT), kStart.plusDays(5)};
  EXPECT_FALSE(store.raadpleegPersoon(oud, kBsn)->value().persoonsgegevens.wijzigenMogelijk);
  EXPECT_TRUE(store.raadpleegPersoon(nieuw, kBsn)->value().persoonsgegevens.wijzigenMogelijk);
  dagen(kEinde.plusDays(1));
  EXPECT_FALSE(heeft("SS603")) << "what comes later is for where he lives";
  EXPECT_TRUE(heeft("SS603", kAlmere));
}

TEST_F(Wi2013Dagen, BackFromAbroadIsAnArrivalOnly) {
  begin();
  gaat("vertrek-buitenland");
  EXPECT_THAT(codes(), ElementsAre("SS601", "SS614"));
  gaat("vestiging", {{"gemeente", "0014"}}, kStart.plusDays(5));
  EXPECT_THAT(codes(), ElementsAre("SS601", "SS613", "SS614"));
}

// W13-067, W13-068
TEST_F(Wi2013Dagen, SettledGoesAfterAWeekAndNewAfterAQuarter) {
  begin();
  {
    Database::Writing writer(*world);
    settleSignals(*writer, Wet::wi2013, kGroningen, kBsn, "SS601", kStart);
    writer.commit();
  }
  gaat("pvt-termijn", {{"einde", "2027-08-01"}});
  dagen(kStart.plusDays(7));
  EXPECT_TRUE(heeft("SS601"));
  dagen(kStart.plusDays(8));
  EXPECT_FALSE(heeft("SS601"));
  dagen(Date(2026, 6, 30));
  EXPECT_TRUE(heeft("SS609"));
  dagen(Date(2026, 7, 1));
  EXPECT_FALSE(heeft("SS609"));
}

class Wi2013Gebeurtenissen : public Wereld2013 {};

// W13-064
TEST_F(Wi2013Gebeurtenissen, StartAndEndOfTheTermHaveTheirOwnSignals) {
  begin();
  gaat("pvt-termijn", {{"start", "2026-03-01"}});
  EXPECT_THAT(codes(), ElementsAre("SS601", "SS608", "SS609"));
  EXPECT_EQ(lees().pvt.datumEindePvtPlicht, Date(2027, 2, 28));
  EXPECT_THAT(geef("pvt-termijn", {{"start", "2026-03-01"}}), ElementsAre(HasSubstr("loopt al zo")));
  EXPECT_THAT(geef("pvt-termijn", {{"einde", "2026-02-28"}}), ElementsAre(HasSubstr("01-03-2026")));
  EXPECT_THAT(geef("pvt-termijn"), ElementsAre(HasSubstr("geef start, einde of beide")));
}

// W13-060: the day before the PVT was introduced, and the day itself.
TEST_F(Wi2013Gebeurtenissen, BeforeOctober2017ThereIsNoPvtDuty) {
  begin({{"datum", "2017-09-30"}});
  EXPECT_EQ(lees().pvt.pvtPlichtig, false);
  EXPECT_THAT(codes(), ElementsAre("SS606"));
}
TEST_F(Wi2013Gebeurtenissen, FromOctober2017ThereIs) {
  begin({{"datum", "2017-10-01"}});
  EXPECT_EQ(lees().pvt.pvtPlichtig, true);
  EXPECT_THAT(codes(), ElementsAre("SS601", "SS603", "SS604")) << "the term has long passed";
}

// W13-065: from each state to each other.
TEST_F(Wi2013Gebeurtenissen, AnInvoiceGoesThroughItsSixStates) {
  metFactuur();
  gaat("factuur-status", {{"status", "3"}});
  gaat("factuur-status", {{"status", "4"}});
  EXPECT_THAT(geef("factuur-status", {{"status", "6"}}), ElementsAre(HasSubstr("niet naar 6")));
  gaat("factuur-status", {{"status", "5"}});
  EXPECT_THAT(geef("factuur-status", {{"status", "1"}}), ElementsAre(HasSubstr("niet naar 1")));
  EXPECT_THAT(codes(), ElementsAre("SS601", "SS612"));
}

TEST_F(Wi2013Gebeurtenissen, WhatIsRefusedSaysWhatWouldBeRight) {
  EXPECT_THAT(geef("lening"), ElementsAre(HasSubstr("nieuwe-plicht")));
  begin();
  EXPECT_THAT(geef("factuur-status", {{"status", "4"}}), ElementsAre(HasSubstr("geen factuur")));
  EXPECT_THAT(geef("factuur-status", {{"status", "7"}}), ElementsAre(HasSubstr("1, 2, 3, 4, 5, 6")));
  EXPECT_THAT(geef("nieuwe-plicht", {{"wet", "Wi2013"}, {"achternaam", "A"}, {"gemeente", "0014"}}),
              ElementsAre(HasSubstr("valt al onder de Wi2013")));
  EXPECT_THAT(geef("vestiging", {{"gemeente", "0014"}}), ElementsAre(HasSubstr("woont al")));
  EXPECT_THAT(geef("vestiging", {{"gemeente", "0034"}, {"datum", "2026-02-01"}}),
              ElementsAre(HasSubstr("02-02-2026")));
  EXPECT_THAT(geef("diploma", {{"wet", "Wi2014"}}), ElementsAre(HasSubstr("Wi2021, Wi2013")));
  EXPECT_THAT(geef("lening", {{"wet", "Wi2021"}}), ElementsAre(HasSubstr("een van deze zijn: Wi2013")));
  gaat("overlijden");
  EXPECT_THAT(geef("lening"), ElementsAre(HasSubstr("overleden")));
}

TEST_F(Wi2013Gebeurtenissen, TheLawOfThePersonIsTakenWhenNoneIsGiven) {
  begin();
  gaat("diploma");
  EXPECT_FALSE(lees().inburgeringsplichtig);
}

TEST_F(Wi2013Gebeurtenissen, AnAccountNumberBelongsToAMunicipality) {
  gaat("rekeningnummer", {{"gemeente", "0014"}, {"bekend", "nee"}});
  EXPECT_THAT(geef("rekeningnummer", {{"gemeente", "0014"}, {"bekend", "nee"}}),
              ElementsAre(HasSubstr("al niet bekend")));
  gaat("rekeningnummer", {{"gemeente", "0014"}, {"bekend", "ja"}});
}

// W13-070 to W13-074
TEST_F(Wi2013Gebeurtenissen, TheRightToBegeleidingComesWithTheFirstAddressThatIsNoAzc) {
  begin({{"asiel", "ja"}, {"azc", "ja"}});
  EXPECT_EQ(lees().maatschappelijkeBegeleiding.recht, false);
  gaat("vestiging", {{"gemeente", "0014"}}, kStart.plusDays(3));
  auto begeleiding = lees().maatschappelijkeBegeleiding;
  EXPECT_EQ(begeleiding.recht, true);
  EXPECT_EQ(begeleiding.gemeldBijBzk, false);
  EXPECT_FALSE(begeleiding.datumGemeldBijBzk);
  EXPECT_THAT(codes(), ElementsAre("SS601", "SS610"));
  gaat("begeleiding-gemeld", {}, kStart.plusDays(9));
  begeleiding = lees().maatschappelijkeBegeleiding;
  EXPECT_EQ(begeleiding.gemeldBijBzk, true);
  EXPECT_EQ(begeleiding.datumGemeldBijBzk, kStart.plusDays(9));
  EXPECT_THAT(geef("begeleiding-gemeld", {}, kStart.plusDays(9)), ElementsAre(HasSubstr("al gemeld")));
  gaat("begeleiding", {{"eerderVergoed", "ja"}}, kStart.plusDays(9));
  EXPECT_EQ(lees().maatschappelijkeBegeleiding.recht, true) << "what was reported stands";
}

// W13-080 and the restart document: wrongly under the Wi2021, then nothing but a BSN, then the Wi2013.
class Overgang : public Wereld2013 {
 protected:
  void onterecht() {
    gaat("nieuwe-plicht",
         {{"achternaam", "Yılmaz"}, {"gemeente", "0014"}, {"doelgroep", "Asielstatushouder"}});
  }
  isi::WetVanPersoon wet() {
    AlgemeenStore algemeen(*world);
    return *algemeen.bepaalWet({kGroningen, Rollen().add(Rol::Wi2013MUT).add(Rol::Wi2021MUT), kStart}, kBsn);
  }
  std::optional<isi::Signaal> signaal(std::string_view code) {
    SignalenStore signalen(*world);
    isi::SignaalCriteria criteria;
    criteria.code = code;
    const isi::Namens namens{kGroningen, Rollen().add(Rol::Wi2021MUT), kStart};
    const auto page = signalen.zoek(Wet::wi2021, namens, criteria, {1, 20}, {});
    return page->rijen.empty() ? std::nullopt : std::optional(page->rijen[0]);
  }
};

TEST_F(Overgang, FromTheWi2021ByCorrectionToTheWi2013) {
  onterecht();
  EXPECT_EQ(wet().wet, Wet::wi2021);
  EXPECT_THAT(geef("nieuwe-plicht", {{"wet", "Wi2013"}, {"achternaam", "Yılmaz"}, {"gemeente", "0014"}}),
              ElementsAre(HasSubstr("geef eerst correctie")));
  gaat("correctie", {{"code", "SS190"}});
  EXPECT_THAT(codes(kGroningen, Wet::wi2021), ElementsAre("SS190"));
  const auto correctie = signaal("SS190");
  ASSERT_TRUE(correctie);
  EXPECT_EQ(correctie->bsn, kBsn);
  EXPECT_FALSE(correctie->achternaam);
  EXPECT_FALSE(correctie->doelgroep);
  EXPECT_EQ(wet().wet, std::nullopt) << "not visible under the Wi2013 at once";
  begin();
  EXPECT_EQ(wet().wet, Wet::wi2013);
  EXPECT_TRUE(wet().gegevensInzien);
  EXPECT_THAT(codes(), ElementsAre("SS601"));
  EXPECT_THAT(codes(kGroningen, Wet::wi2021), ElementsAre("SS190")) << "the correction stays";
}

TEST_F(Overgang, ParkedAfterSs191UntilDuoDecides) {
  onterecht();
  gaat("correctie", {{"code", "SS191"}});
  EXPECT_THAT(codes(kGroningen, Wet::wi2021), ElementsAre("SS191"));
  EXPECT_FALSE(signaal("SS191")->achternaam);
  EXPECT_EQ(wet().wet, std::nullopt);
  gaat("nieuwe-persoon", {{"grond", "MogelijkPlichtig"}, {"gemeente", "0014"}, {"achternaam", "Yılmaz"}},
       kStart.plusDays(60));
  EXPECT_EQ(wet().wet, Wet::wi2007);
  EXPECT_THAT(codes(kGroningen, Wet::wi2021), ElementsAre("SS191")) << "the correction stays";
}

TEST_F(Overgang, WithSs192ThePersonStaysUntilHeChooses) {
  onterecht();
  gaat("correctie", {{"code", "SS192"}});
  EXPECT_THAT(codes(kGroningen, Wet::wi2021), Contains("SS192"));
  EXPECT_EQ(signaal("SS192")->achternaam, "Yılmaz") << "he is still of this law";
  EXPECT_EQ(wet().wet, Wet::wi2021);
  gaat("correctie", {{"code", "SS190"}});
  begin();
  EXPECT_EQ(wet().wet, Wet::wi2013);
  EXPECT_THAT(codes(), ElementsAre("SS601"));
}

}  // namespace
}  // namespace cvsgw::store::wereld2013
