#include "gateway/isi/wi2007/zicht.hpp"

#include <gtest/gtest.h>

#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::isi::wi2007 {
namespace {

Dossier inwoner() {
  Dossier dossier;
  dossier.bsn = *Bsn::parse("999993653");
  dossier.achternaam = "Şahin";
  dossier.verblijf.push_back({kGroningen, Date(2008, 5, 1), std::nullopt});
  return dossier;
}

Inburgeringsvoorziening voorzieningVanaf(Date start) {
  Inburgeringsvoorziening voorziening;
  voorziening.datumStart = start;
  return voorziening;
}

TEST(Wi2007Zicht, TheMunicipalityOfThePresentStaySeesAResidentWithoutEnd) {
  const auto all = zichten(inwoner());
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].gemeente, kGroningen);
  EXPECT_EQ(all[0].verblijf, verblijfssoort::kWoonachtig);
  EXPECT_FALSE(all[0].zichtbaarTotEnMet);
}

// W07-016
TEST(Wi2007Zicht, AfterAMoveTheOldMunicipalityGoesOnSeeingAFormerResident) {
  auto dossier = inwoner();
  dossier.verblijf = {{kAlmere, Date(2008, 5, 1), Date(2015, 1, 31)},
                      {kGroningen, Date(2015, 2, 1), std::nullopt}};
  const auto all = zichten(dossier);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].gemeente, kAlmere);
  EXPECT_EQ(all[0].verblijf, verblijfssoort::kGewezen);
  EXPECT_FALSE(all[0].zichtbaarTotEnMet);
  EXPECT_EQ(all[1].verblijf, verblijfssoort::kWoonachtig);
}

// W07-016
TEST(Wi2007Zicht, WhoComesBackIsAResidentOnceNotTwice) {
  auto dossier = inwoner();
  dossier.verblijf = {{kGroningen, Date(2008, 5, 1), Date(2010, 1, 31)},
                      {kAlmere, Date(2010, 2, 1), Date(2015, 1, 31)},
                      {kGroningen, Date(2015, 2, 1), std::nullopt}};
  const auto all = zichten(dossier);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].verblijf, verblijfssoort::kWoonachtig);
  EXPECT_EQ(all[1].verblijf, verblijfssoort::kGewezen);
}

TEST(Wi2007Zicht, WhoNeverLivedAnywhereIsSeenByNobody) {
  auto dossier = inwoner();
  dossier.verblijf.clear();
  EXPECT_TRUE(zichten(dossier).empty());
}

TEST(Wi2007Zicht, AfterADeathEverySightEndsWithTheTwentyEighthDay) {
  auto dossier = inwoner();
  dossier.verblijf.push_back({kAlmere, Date(2007, 1, 1), Date(2008, 4, 30)});
  dossier.datumOverlijden = Date(2026, 11, 1);
  for (const auto& zicht : zichten(dossier)) EXPECT_EQ(zicht.zichtbaarTotEnMet, Date(2026, 11, 29));
}

// W07-059
TEST(Wi2007Zicht, TheScreenOpensUnlessThePersonHasDied) {
  auto dossier = inwoner();
  EXPECT_TRUE(schermTeOpenen(dossier));
  dossier.datumOverlijden = kToday;
  EXPECT_FALSE(schermTeOpenen(dossier));
}

// W07-015
TEST(Wi2007Herkomst, TheFourPositionsTowardsTheLawAreActief) {
  for (const auto positie : {posities::kPlichtig, posities::kTijdelijkNietPlichtig, posities::kVrijwillig,
                             posities::kMogelijkLater}) {
    auto dossier = inwoner();
    dossier.positie = positie;
    EXPECT_EQ(herkomst(dossier, kToday), "Actief") << positie;
    EXPECT_FALSE(definitiefVanaf(dossier)) << positie;
  }
}

// W07-011
TEST(Wi2007Herkomst, NoLongerUnderTheLawIsDefinitief) {
  auto dossier = inwoner();
  dossier.positie = posities::kBuitenWerking;
  EXPECT_EQ(herkomst(dossier, kToday), "Definitief");
}

// W07-013
TEST(Wi2007Herkomst, FullyExemptIsDefinitief) {
  auto dossier = inwoner();
  dossier.gegevens.geheleVrijstellingDoorDuo = true;
  EXPECT_EQ(herkomst(dossier, kToday), "Definitief");
}

// W07-014
TEST(Wi2007Herkomst, DeceasedIsDefinitiefFromTheDayOfDeath) {
  auto dossier = inwoner();
  dossier.datumOverlijden = kToday;
  EXPECT_EQ(herkomst(dossier, kToday.plusDays(-1)), "Actief");
  EXPECT_EQ(herkomst(dossier, kToday), "Definitief");
}

// W07-012
TEST(Wi2007Herkomst, AbroadBecomesDefinitiefAfterMoreThanAYear) {
  auto dossier = inwoner();
  dossier.gegevens.datumVestigingInNederland = Date(2008, 5, 1);
  dossier.gegevens.datumVertrekUitNederland = kToday.plusYears(-1);
  EXPECT_EQ(herkomst(dossier, kToday), "Actief") << "a year to the day is not longer than a year";
  EXPECT_EQ(herkomst(dossier, kToday.plusDays(1)), "Definitief");
}

// W07-012
TEST(Wi2007Herkomst, WhoHasComeBackFromAbroadIsActief) {
  auto dossier = inwoner();
  dossier.gegevens.datumVertrekUitNederland = Date(2012, 1, 1);
  dossier.gegevens.datumVestigingInNederland = Date(2012, 9, 1);
  EXPECT_EQ(herkomst(dossier, kToday), "Actief");
}

// W07-010
TEST(Wi2007Herkomst, ADiplomaWithoutProvisionIsDefinitief) {
  auto dossier = inwoner();
  dossier.examens.datumDiplomaBehaald = Date(2012, 6, 1);
  EXPECT_EQ(herkomst(dossier, kToday), "Definitief");
}

// W07-010
TEST(Wi2007Herkomst, ADiplomaIsDefinitiefWhenTheProvisionStartedBeforeItAndActiefWhenAfter) {
  const Date diploma(2012, 6, 1);
  auto dossier = inwoner();
  dossier.examens.datumDiplomaBehaald = diploma;
  dossier.voorzieningen = {voorzieningVanaf(diploma.plusDays(-1))};
  EXPECT_EQ(herkomst(dossier, kToday), "Definitief");
  dossier.voorzieningen = {voorzieningVanaf(diploma)};
  EXPECT_EQ(herkomst(dossier, kToday), "Definitief") << "the same day is not after";
  dossier.voorzieningen.push_back(voorzieningVanaf(diploma.plusDays(1)));
  EXPECT_EQ(herkomst(dossier, kToday), "Actief") << "one later provision is enough";
}

TEST(Wi2007Herkomst, ALaterProvisionDoesNotKeepADeceasedPersonActief) {
  auto dossier = inwoner();
  dossier.examens.datumDiplomaBehaald = Date(2012, 6, 1);
  dossier.voorzieningen = {voorzieningVanaf(Date(2012, 7, 1))};
  dossier.datumOverlijden = kToday.plusDays(-3);
  EXPECT_EQ(herkomst(dossier, kToday), "Definitief");
}

}  // namespace
}  // namespace cvsgw::isi::wi2007
