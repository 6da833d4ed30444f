#include "gateway/laws/algemeen/rules/bestelling.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::laws::algemeen {
namespace {

using ::testing::ElementsAre;

const BestellingInvoer kGoed{"Pvt",        25,          "A. de Vries", "a.devries@gemeente.example",
                             std::nullopt, std::nullopt};

struct Bestelwereld {
  isi::Namens namens{*Gemeentecode::parse("0363"), Rollen().add(Rol::Wi2021MUT), kToday};
  isi::Verwerking verwerking;
  std::vector<isi::loket::Bestelling> vandaag;
  isi::loket::Bestelbesluit besluit(const BestellingInvoer& invoer) const {
    return bestel({namens, verwerking, vandaag}, invoer);
  }
  std::vector<std::string> codes(const BestellingInvoer& invoer) const {
    std::vector<std::string> out;
    for (const auto& melding : besluit(invoer).meldingen)
      out.push_back(melding.code + (melding.veld ? " " + *melding.veld : ""));
    return out;
  }
};

BestellingInvoer met(std::string soort, std::int32_t aantal) {
  auto invoer = kGoed;
  invoer.soort = std::move(soort);
  invoer.aantal = aantal;
  return invoer;
}

// ALG-151, ALG-152, ALG-153, ALG-154
TEST(Bestelling, PvtPapersComeInSetsOfTwentyFiveUpToForty) {
  const Bestelwereld wereld;
  EXPECT_THAT(wereld.codes(met("Pvt", 0)), ElementsAre("FS052 bestelling/aantal"));
  EXPECT_THAT(wereld.codes(met("Pvt", 24)), ElementsAre("FS052 bestelling/aantal"));
  EXPECT_THAT(wereld.codes(met("Pvt", 25)), ElementsAre("AS060"));
  EXPECT_THAT(wereld.codes(met("Pvt", 26)), ElementsAre("FS051 bestelling/aantal"));
  EXPECT_THAT(wereld.codes(met("Pvt", 100)), ElementsAre("AS060")) << "four sets";
  EXPECT_THAT(wereld.codes(met("Pvt", 101)),
              ElementsAre("FS051 bestelling/aantal", "AS054 bestelling/aantal"));
  EXPECT_THAT(wereld.codes(met("Pvt", 125)), ElementsAre("AS054 bestelling/aantal", "AS060")) << "five sets";
  EXPECT_THAT(wereld.codes(met("Pvt", 1000)), ElementsAre("AS054 bestelling/aantal", "AS060"));
  EXPECT_THAT(wereld.codes(met("Pvt", 1025)), ElementsAre("FS053 bestelling/aantal"));
  EXPECT_THAT(wereld.codes(met("Pvt", 1001)),
              ElementsAre("FS051 bestelling/aantal", "FS053 bestelling/aantal"));
}

TEST(Bestelling, ZrouteComesInSetsOfFiftyUpToTwo) {
  const Bestelwereld wereld;
  EXPECT_THAT(wereld.codes(met("Zroute", 49)), ElementsAre("FS052 bestelling/aantal"));
  EXPECT_THAT(wereld.codes(met("Zroute", 50)), ElementsAre("AS060"));
  EXPECT_THAT(wereld.codes(met("Zroute", 75)), ElementsAre("FS051 bestelling/aantal"))
      << "25 is a set of the other";
  EXPECT_THAT(wereld.codes(met("Zroute", 100)), ElementsAre("AS060"));
  EXPECT_THAT(wereld.codes(met("Zroute", 150)), ElementsAre("FS053 bestelling/aantal"));
}

// ALG-150
TEST(Bestelling, ZroutePapersNeedTheRoleOfTheWi2021) {
  Bestelwereld wereld;
  wereld.namens.rollen = Rollen().add(Rol::Wi2013MUT).add(Rol::Wi2021);
  EXPECT_TRUE(magBestellen(wereld.namens.rollen));
  EXPECT_THAT(wereld.codes(met("Zroute", 50)), ElementsAre("FS050 bestelling/soort"));
  EXPECT_THAT(wereld.codes(met("Pvt", 50)), ElementsAre("AS060"));
  EXPECT_FALSE(magBestellen(Rollen().add(Rol::Wi2007).add(Rol::Wi2013).add(Rol::Wi2021)));
  EXPECT_TRUE(magBestellen(Rollen().add(Rol::Wi2021MUT)));
}

// ALG-155, ALG-156, ALG-157, ALG-158
TEST(Bestelling, TheSenderIsWholeAndEverythingBrokenComesAtOnce) {
  const Bestelwereld wereld;
  EXPECT_THAT(wereld.codes({"Pvt", 24, " ", "geen adres", " ", std::string(201, 'x')}),
              ElementsAre("FS052 bestelling/aantal", "FS055 bestelling/naam", "FS056 bestelling/email",
                          "FS058 bestelling/telefoonnummer", "FS057 bestelling/kenmerk"));
  auto lang = kGoed;
  lang.naam = std::string(200, 'x');
  lang.kenmerk = std::string(200, 'x');
  EXPECT_THAT(wereld.codes(lang), ElementsAre("AS060"));
  lang.naam += 'x';
  EXPECT_THAT(wereld.codes(lang), ElementsAre("FS057 bestelling/naam"));
}

// ALG-159
TEST(Bestelling, ASecondOrderOfTheDayIsAskedAbout) {
  Bestelwereld wereld;
  wereld.vandaag.push_back(*wereld.besluit(kGoed).bestelling);
  EXPECT_THAT(wereld.codes(kGoed), ElementsAre("AS059 bestelling", "AS060"));
  EXPECT_NE(wereld.besluit(kGoed).meldingen[0].tekst.find(" 25 stuks"), std::string::npos);
  EXPECT_THAT(wereld.codes(met("Zroute", 50)), ElementsAre("AS060")) << "of another paper";
}

TEST(Bestelling, WhatIsOrderedIsCountedInSets) {
  const auto bestelling = Bestelwereld().besluit(met("Pvt", 75)).bestelling;
  ASSERT_TRUE(bestelling);
  EXPECT_EQ(bestelling->aantalSets, 3);
  EXPECT_EQ(bestelling->datum, kToday);
}

}  // namespace
}  // namespace cvsgw::laws::algemeen
