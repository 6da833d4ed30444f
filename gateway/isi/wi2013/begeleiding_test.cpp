// W13-070 to W13-073: each condition of § 4.1 alone, in each group, on both sides of its day.
#include "gateway/isi/wi2013/begeleiding.hpp"

#include <gtest/gtest.h>

#include "gateway/isi/wi2013/testing/testdossier.hpp"

namespace cvsgw::isi::wi2013 {
namespace {

Dossier met(Date startPlicht, Date vestiging) {
  Dossier dossier = testDossier();
  dossier.begeleidingsgronden = {true, false, false, startPlicht};
  dossier.verblijven = {{kGroningen, vestiging, std::nullopt}};
  return dossier;
}

TEST(Begeleiding, IsUnknownUntilIndHasToldTheGround) {
  EXPECT_FALSE(bepaalBegeleiding(testDossier()));
}

TEST(Begeleiding, TheGroupFollowsFromTheStartOfTheObligationAndFromResettlement) {
  auto groep = [](const Dossier& dossier) { return bepaalBegeleiding(dossier)->groep; };
  auto dossier = met(Date(2017, 10, 1), Date(2018, 1, 1));
  EXPECT_EQ(groep(dossier), Begeleidingsgroep::algemeen);
  dossier.begeleidingsgronden->hervestigd = true;
  EXPECT_EQ(groep(dossier), Begeleidingsgroep::hervestiger);
  dossier.begeleidingsgronden->startInburgeringsplicht = Date(2017, 9, 30);
  EXPECT_EQ(groep(dossier), Begeleidingsgroep::eerdereStart);
}

TEST(Begeleiding, EachConditionCountsInEachGroup) {
  for (const Date start : {Date(2017, 9, 30), Date(2017, 10, 1)}) {
    for (const bool hervestigd : {false, true}) {
      const auto recht = [&](auto wijzig) {
        auto dossier = met(start, Date(2017, 10, 1));
        dossier.begeleidingsgronden->hervestigd = hervestigd;
        wijzig(dossier);
        return bepaalBegeleiding(dossier)->recht;
      };
      EXPECT_TRUE(recht([](Dossier&) {}));
      EXPECT_FALSE(recht([](Dossier& d) { d.begeleidingsgronden->asiel = false; }));
      EXPECT_FALSE(recht([](Dossier& d) { d.begeleidingsgronden->eerderVergoed = true; }));
      EXPECT_FALSE(recht([](Dossier& d) { d.verblijven[0].vanaf = Date(2017, 9, 30); }));
      EXPECT_FALSE(recht([](Dossier& d) { d.verblijven[0].azc = true; }));
    }
  }
}

TEST(Begeleiding, TheFirstMunicipalityAtAnAddressThatIsNoAzcIsPaid) {
  auto dossier = met(Date(2018, 1, 1), Date(2018, 1, 1));
  dossier.verblijven = {{kAlmere, Date(2017, 1, 1), Date(2017, 12, 31), true},
                        {kGroningen, Date(2018, 1, 1), Date(2018, 6, 30)},
                        {kAlmere, Date(2018, 7, 1), std::nullopt}};
  const auto bepaald = bepaalBegeleiding(dossier);
  EXPECT_TRUE(bepaald->recht);
  EXPECT_EQ(bepaald->gemeente, kGroningen);
}

}  // namespace
}  // namespace cvsgw::isi::wi2013
