#include "gateway/isi/wi2007/termijnen.hpp"

#include <gtest/gtest.h>

#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::isi::wi2007 {
namespace {

constexpr Date kEinde(2026, 8, 31);

Dossier gehandhaafd() {
  Dossier dossier;
  dossier.bsn = *Bsn::parse("999993653");
  dossier.achternaam = "Şahin";
  dossier.verblijf = {{kGroningen, Date(2009, 5, 1), std::nullopt}};
  dossier.handhaving.gehandhaafd = true;
  dossier.handhaving.gemeente = "0014";
  dossier.handhaving.beginHandhaving = Date(2023, 2, 28);
  dossier.handhaving.eindeHandhavingstermijn = kEinde;
  return dossier;
}

std::vector<std::string> codesOp(const Dossier& dossier, Date dag) {
  std::vector<std::string> found;
  for (const auto& actie : signalenOp(dossier, dag)) found.push_back(actie.code);
  return found;
}
using Codes = std::vector<std::string>;

// W07-084
TEST(Wi2007Termijnen, TheEndApproachesSixMonthsBeforeItNotADayEarlierOrLater) {
  const auto dossier = gehandhaafd();
  EXPECT_TRUE(codesOp(dossier, Date(2026, 2, 27)).empty());
  EXPECT_EQ(codesOp(dossier, Date(2026, 2, 28)), Codes{"SS004"}) << "clamped to the month's last day";
  EXPECT_TRUE(codesOp(dossier, Date(2026, 3, 1)).empty());
}

// W07-085
TEST(Wi2007Termijnen, TheTermIsOverOnTheDayAfterItsLastDay) {
  const auto dossier = gehandhaafd();
  EXPECT_TRUE(codesOp(dossier, kEinde).empty());
  EXPECT_EQ(codesOp(dossier, kEinde.plusDays(1)), Codes{"SS066"});
  EXPECT_TRUE(codesOp(dossier, kEinde.plusDays(2)).empty());
}

// W07-086
TEST(Wi2007Termijnen, WhoIsNotEnforcedOrHasTheDiplomaOrHasDiedGetsNeither) {
  const Date na = kEinde.plusDays(1);
  auto dossier = gehandhaafd();
  dossier.handhaving.gehandhaafd = false;
  EXPECT_TRUE(codesOp(dossier, na).empty());
  dossier = gehandhaafd();
  dossier.examens.datumDiplomaBehaald = Date(2025, 1, 1);
  EXPECT_TRUE(codesOp(dossier, na).empty());
  dossier = gehandhaafd();
  dossier.datumOverlijden = Date(2026, 8, 30);
  EXPECT_TRUE(codesOp(dossier, na).empty());
}

TEST(Wi2007Termijnen, AfterAMoveTheSignalStillGoesToTheMunicipalityThatEnforces) {
  auto dossier = gehandhaafd();
  dossier.verblijf = {{kGroningen, Date(2009, 5, 1), Date(2026, 1, 31)},
                      {kAlmere, Date(2026, 2, 1), std::nullopt}};
  const auto acties = signalenOp(dossier, kEinde.plusDays(1));
  ASSERT_EQ(acties.size(), 1U);
  EXPECT_EQ(acties[0].gemeente, kGroningen);
}

// W07-089
TEST(Wi2007Termijnen, EighteenIsToldOnTheBirthdayUnlessExemptOrOutOfTheLaw) {
  Dossier dossier;
  dossier.geboortedatum = Date(2008, 6, 15);
  dossier.positie = posities::kMogelijkLater;
  dossier.verblijf = {{kGroningen, Date(2009, 5, 1), std::nullopt}};
  const Date jarig(2026, 6, 15);
  EXPECT_TRUE(codesOp(dossier, jarig.plusDays(-1)).empty());
  EXPECT_EQ(codesOp(dossier, jarig), Codes{"SS007"});
  EXPECT_TRUE(codesOp(dossier, jarig.plusDays(1)).empty());
  auto anders = dossier;
  anders.vrijstellingen = {{"Tijdelijk", "DUO", Date(2024, 8, 1), jarig, std::nullopt, std::nullopt}};
  EXPECT_TRUE(codesOp(anders, jarig).empty()) << "the exemption's last day";
  anders.vrijstellingen[0].einde = jarig.plusDays(-1);
  EXPECT_EQ(codesOp(anders, jarig), Codes{"SS007"}) << "ended the day before";
  anders = dossier;
  anders.gegevens.geheleVrijstellingDoorDuo = true;
  EXPECT_TRUE(codesOp(anders, jarig).empty());
  anders = dossier;
  anders.examens.datumDiplomaBehaald = Date(2026, 1, 1);
  EXPECT_TRUE(codesOp(anders, jarig).empty());
  anders = dossier;
  anders.positie = posities::kBuitenWerking;
  EXPECT_TRUE(codesOp(anders, jarig).empty());
  anders = dossier;
  anders.gegevens.nationaliteit2 = "Nederlandse";
  EXPECT_TRUE(codesOp(anders, jarig).empty());
}

TEST(Wi2007Termijnen, ADeadlineThatAnEventPutsInThePastIsMadeUpForOnce) {
  const auto nieuw = gehandhaafd();
  auto oud = nieuw;
  oud.handhaving.eindeHandhavingstermijn = Date(2025, 1, 1);
  const auto codes = [&](const Dossier* voor, Date dag) {
    Codes found;
    for (const auto& actie : ingehaaldeSignalen(voor, nieuw, dag)) found.push_back(actie.code);
    return found;
  };
  EXPECT_TRUE(codes(&oud, Date(2026, 2, 27)).empty());
  EXPECT_EQ(codes(&oud, Date(2026, 2, 28)), Codes{"SS004"});
  EXPECT_EQ(codes(&oud, kEinde), Codes{"SS004"});
  EXPECT_EQ(codes(&oud, kEinde.plusDays(1)), Codes{"SS066"});
  EXPECT_TRUE(codes(&nieuw, kEinde.plusDays(1)).empty()) << "had that deadline before";
  oud = nieuw;
  oud.handhaving.gehandhaafd = false;
  EXPECT_EQ(codes(&oud, kEinde), Codes{"SS004"}) << "it did not run, so it gave no signal";
}

TEST(Wi2007Termijnen, ThePersonIsLookedAtOnTheNextDayOnWhichSomethingHappens) {
  auto dossier = gehandhaafd();
  EXPECT_EQ(volgendeDag(dossier, Date(2026, 1, 1)), Date(2026, 2, 28));
  EXPECT_EQ(volgendeDag(dossier, Date(2026, 2, 28)), kEinde.plusDays(1));
  EXPECT_EQ(volgendeDag(dossier, kEinde.plusDays(1)), std::nullopt);
  dossier.datumOverlijden = Date(2026, 9, 10);
  EXPECT_EQ(volgendeDag(dossier, kEinde.plusDays(1)), Date(2026, 10, 9));
  EXPECT_EQ(schoonDag(dossier), Date(2026, 10, 9)) << "the day after day 28";
}

// W07-080
TEST(Wi2007Termijnen, SignalsGoWhereHeLivesOrLastLived) {
  Dossier dossier;
  EXPECT_EQ(gemeenteVan(dossier), nullptr);
  dossier.verblijf = {{kAlmere, Date(2015, 2, 1), Date(2020, 1, 31)},
                      {kGroningen, Date(2009, 5, 1), Date(2015, 1, 31)}};
  EXPECT_EQ(*gemeenteVan(dossier), kAlmere);
  dossier.verblijf.push_back({kGroningen, Date(2021, 1, 1), std::nullopt});
  EXPECT_EQ(*gemeenteVan(dossier), kGroningen);
}

}  // namespace
}  // namespace cvsgw::isi::wi2007
