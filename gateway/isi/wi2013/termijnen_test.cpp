#include "gateway/isi/wi2013/termijnen.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/isi/wi2013/testing/testdossier.hpp"

namespace cvsgw::isi::wi2013 {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The term ends on 28 February 2027.
std::vector<std::string> codes(const std::vector<Signaalactie>& acties) {
  std::vector<std::string> out;
  for (const auto& actie : acties) out.push_back(actie.code);
  return out;
}

TEST(Wi2013Termijnen, OnlyWhoHasToDoSomethingIsTold) {
  auto dossier = testDossier();
  EXPECT_EQ(termijndagen(dossier).size(), 3U);
  dossier.pvt.redenNietVoldaan = "Ziekte";
  EXPECT_EQ(termijndagen(dossier).size(), 2U);
  dossier = testDossier();
  dossier.pvt.datumVoldaan = kToday;
  EXPECT_THAT(termijndagen(dossier), IsEmpty());
  dossier = testDossier();
  dossier.pvt.pvtPlichtig = false;
  EXPECT_THAT(termijndagen(dossier), IsEmpty());
  dossier = testDossier();
  dossier.datumOverlijden = kToday;
  EXPECT_THAT(termijndagen(dossier), IsEmpty());
  dossier = testDossier();
  dossier.datumUitschrijving = kToday;
  EXPECT_THAT(termijndagen(dossier), IsEmpty());
}

TEST(Wi2013Termijnen, AChangeThatPutsADeadlineInThePastGivesItsSignal) {
  const auto dossier = testDossier();
  auto korter = dossier;
  korter.pvt.datumEindePvtPlicht = kToday.plusMonths(2);
  EXPECT_THAT(codes(ingehaaldeSignalen(&dossier, korter, kToday)), ElementsAre("SS602"));
  korter.pvt.datumEindePvtPlicht = kToday.plusMonths(2).plusDays(1);
  EXPECT_THAT(codes(ingehaaldeSignalen(&dossier, korter, kToday)), IsEmpty());
  korter.pvt.datumEindePvtPlicht = kToday;
  EXPECT_THAT(codes(ingehaaldeSignalen(&dossier, korter, kToday)), ElementsAre("SS602"));
  korter.pvt.datumEindePvtPlicht = kToday.plusDays(-1);
  EXPECT_THAT(codes(ingehaaldeSignalen(&dossier, korter, kToday)), ElementsAre("SS603"));
  korter.pvt.datumEindePvtPlicht = kToday.plusDays(-15);
  EXPECT_THAT(codes(ingehaaldeSignalen(&dossier, korter, kToday)), ElementsAre("SS603", "SS604"));
  EXPECT_THAT(codes(ingehaaldeSignalen(&korter, korter, kToday)), IsEmpty()) << "they were told";
}

TEST(Wi2013Termijnen, TheNextDayIsTheFirstOnWhichSomethingHappens) {
  auto dossier = testDossier();
  EXPECT_EQ(volgendeDag(dossier, kToday, std::chrono::Monday), Date(2026, 12, 28));
  dossier.pvt.redenNietVoldaan = "Ziekte";
  dossier.pvt.datumRegistratie = kToday;
  EXPECT_EQ(volgendeDag(dossier, kToday, std::chrono::Monday), Date(2026, 12, 7));
  EXPECT_EQ(volgendeDag(dossier, kToday, std::chrono::Tuesday), Date(2026, 12, 8));
  dossier.pvt.datumRegistratie = Date(2026, 1, 1);
  EXPECT_EQ(volgendeDag(dossier, kToday, std::chrono::Monday), kToday.plusDays(1))
      << "a run that was missed is made up";
  dossier.pvt.definitief = true;
  dossier.pvt.datumVoldaan = kToday;
  EXPECT_EQ(volgendeDag(dossier, kToday, std::chrono::Monday), std::nullopt);
}

TEST(Wi2013Termijnen, WhatIsNotRegisteredDoesNotBecomeDefinitive) {
  EXPECT_FALSE(verwerkDag(testDossier(), Date(2027, 1, 4), std::chrono::Monday).gewijzigd);
}

}  // namespace
}  // namespace cvsgw::isi::wi2013
