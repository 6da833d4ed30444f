#include "gateway/isi/wi2013/zicht.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/isi/wi2013/testing/testdossier.hpp"

namespace cvsgw::isi::wi2013 {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Dossier movedTo(const Gemeentecode& gemeente, Date day) {
  Dossier dossier = testDossier();
  dossier.verblijven[0].totEnMet = day.plusDays(-1);
  dossier.verblijven.push_back({gemeente, day, std::nullopt});
  return dossier;
}

TEST(Wi2013Zicht, TheMunicipalityOfResidenceSeesThePerson) {
  EXPECT_THAT(zichtOp(testDossier(), kToday), ElementsAre(Zicht{kGroningen, kWoont, std::nullopt}));
}

TEST(Wi2013Zicht, NobodyBeforeTheDayOnWhichThePersonIsPlacedUnderThisLaw) {
  Dossier dossier = testDossier();
  EXPECT_THAT(zichtOp(dossier, dossier.datumVaststelling.plusDays(-1)), IsEmpty());
  EXPECT_THAT(zichtOp(dossier, dossier.datumVaststelling), ElementsAre(Zicht{kGroningen, kWoont, {}}));
}

TEST(Wi2013Zicht, AMoveTakesEffectOnItsDayAndTheOldMunicipalityKeepsReading) {
  const Dossier dossier = movedTo(kAlmere, kToday);
  EXPECT_THAT(zichtOp(dossier, kToday.plusDays(-1)), ElementsAre(Zicht{kGroningen, kWoont, {}}));
  EXPECT_THAT(zichtOp(dossier, kToday),
              ElementsAre(Zicht{kGroningen, kWoonde, {}}, Zicht{kAlmere, kWoont, {}}));
  EXPECT_THAT(zichtOp(dossier, kToday.plusYears(5)),
              ElementsAre(Zicht{kGroningen, kWoonde, {}}, Zicht{kAlmere, kWoont, {}}));
}

TEST(Wi2013Zicht, AMunicipalityLeftBeforeThisLawAppliedSeesNothing) {
  Dossier dossier = movedTo(kAlmere, Date(2026, 3, 1));
  dossier.datumVaststelling = Date(2026, 3, 1);
  EXPECT_THAT(zichtOp(dossier, kToday), ElementsAre(Zicht{kAlmere, kWoont, {}}));
  dossier.datumVaststelling = Date(2026, 2, 28);
  EXPECT_THAT(zichtOp(dossier, kToday),
              ElementsAre(Zicht{kGroningen, kWoonde, {}}, Zicht{kAlmere, kWoont, {}}));
}

TEST(Wi2013Zicht, WhoComesBackIsAResidentAgainAndListedOnce) {
  Dossier dossier = movedTo(kAlmere, Date(2026, 5, 1));
  dossier.verblijven[1].totEnMet = Date(2026, 8, 31);
  dossier.verblijven.push_back({kGroningen, Date(2026, 9, 1), std::nullopt});
  EXPECT_THAT(zichtOp(dossier, kToday),
              ElementsAre(Zicht{kGroningen, kWoont, {}}, Zicht{kAlmere, kWoonde, {}}));
}

TEST(Wi2013Zicht, WhoLeftTheBrpIsAFormerResidentFromThatDay) {
  Dossier dossier = testDossier();
  dossier.datumUitschrijving = kToday;
  EXPECT_THAT(zichtOp(dossier, kToday.plusDays(-1)), ElementsAre(Zicht{kGroningen, kWoont, {}}));
  EXPECT_THAT(zichtOp(dossier, kToday), ElementsAre(Zicht{kGroningen, kWoonde, {}}));
}

TEST(Wi2013Zicht, TheDeceasedAreReadThroughTheTwentyEighthDay) {
  Dossier dossier = movedTo(kAlmere, Date(2026, 5, 1));
  dossier.datumOverlijden = kToday.plusDays(-28);
  EXPECT_THAT(zichtOp(dossier, kToday),
              ElementsAre(Zicht{kGroningen, kWoonde, kToday}, Zicht{kAlmere, kWoont, kToday}));
  EXPECT_THAT(zichtOp(dossier, kToday.plusDays(1)), IsEmpty());
}

TEST(Wi2013Verblijf, ItsStoredWordReadsBack) {
  EXPECT_EQ(parseVerblijfSoort(verblijfSoort(kWoont)), kWoont);
  EXPECT_EQ(parseVerblijfSoort(verblijfSoort(kWoonde)), kWoonde);
  EXPECT_TRUE(codes::kVerblijf.contains(verblijfCode(kWoont)));
  EXPECT_TRUE(codes::kVerblijf.contains(verblijfCode(kWoonde)));
}

}  // namespace
}  // namespace cvsgw::isi::wi2013
