// The learnability test: exemption and asking for it once more, on both sides of each boundary.
#include "gateway/laws/wi2021/rules/lbt.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/laws/wi2021/testing/afronding_proef.hpp"

namespace cvsgw::laws::wi2021::afrondingproef {
namespace {

using isi::wi2021::Besluit;
using isi::wi2021::Leerbaarheidstoets;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kToelichting = "herkansing/toelichting";

class Lbt : public ::testing::Test {
 protected:
  Besluit onthef() {
    return proef.besluit([](const auto& stand) { return ontheftLbt(stand); });
  }
  Besluit opnieuw(const std::string& reden = "TechnischeStoring",
                  const std::optional<std::string>& toelichting = {}) {
    return proef.besluit([&](const auto& stand) {
      return vraagLbtOpnieuwAan(stand, {stand.namens.vandaag, reden, toelichting});
    });
  }
  /// The latest test; without a result it has been applied for only.
  void toets(std::optional<std::string> resultaat) {
    Leerbaarheidstoets nieuw;
    nieuw.gemeentecode = kAmsterdam;
    nieuw.examennummer = "LBT0000001";
    nieuw.datumAanmelding = kAfname.plusDays(-20);
    if (resultaat) nieuw.datumToetsafname = kAfname;
    nieuw.resultaat = std::move(resultaat);
    auto& toetsen = proef.dossier.lbt.toetsen;
    toetsen.insert(toetsen.begin(), std::move(nieuw));
  }

  const Date kAfname{2026, 2, 1};
  Proef proef;
};

// W21-200
TEST_F(Lbt, ExemptionIsPossibleUntilTheTestIsTaken) {
  EXPECT_THAT(codes(onthef()), IsEmpty()) << "no test yet";
  toets(std::nullopt);
  EXPECT_THAT(codes(onthef()), IsEmpty()) << "applied for";
  toets("O");
  EXPECT_THAT(codes(onthef()), ElementsAre("FS200")) << "taken, whatever the result";
}

TEST_F(Lbt, AnExemptionHasTheDayOnWhichItIsGiven) {
  const auto besluit = onthef();
  ASSERT_TRUE(besluit.dossier);
  EXPECT_TRUE(besluit.dossier->lbt.ontheven);
  EXPECT_EQ(besluit.dossier->lbt.datumOntheffing, proef.vandaag);
}

// W21-201
TEST_F(Lbt, AnExemptionIsFinal) {
  proef.dossier.lbt.ontheven = true;
  EXPECT_THAT(codes(onthef()), ElementsAre("FS201"));
}

// W21-207: the block is not even shown to a municipality that the person has left.
TEST_F(Lbt, TheTestIsForTheMunicipalityOfThePerson) {
  toets("N");
  proef.verhuist(proef.vandaag.plusDays(-5));
  EXPECT_THAT(codes(onthef()), ElementsAre("FS207", "FS200"));
  EXPECT_THAT(codes(opnieuw()), ElementsAre("FS207"));
  proef.gemeente = kUtrecht;
  EXPECT_THAT(codes(opnieuw()), IsEmpty());
}

// ALG-031, W21-004
TEST_F(Lbt, StaleAndDeceasedComeFirst) {
  toets("N");
  proef.dossier.lbt.versie = "v2";
  proef.verwerking.verwachteVersie = "v1";
  EXPECT_THAT(codes(opnieuw()), ElementsAre("FS010 verwerking/verwachteVersie"));
  proef.verwerking.verwachteVersie = "v2";
  EXPECT_THAT(codes(opnieuw()), IsEmpty());
  proef.dossier.personalia.datumOverlijden = proef.vandaag.plusDays(-1);
  EXPECT_THAT(codes(opnieuw()), ElementsAre("FS104 bsn"));
}

// W21-202
TEST_F(Lbt, OnlyAfterTheResultNo) {
  EXPECT_THAT(codes(opnieuw()), ElementsAre("FS202")) << "no test";
  toets("J");
  EXPECT_THAT(codes(opnieuw()), ElementsAre("FS202"));
  toets("O");
  EXPECT_THAT(codes(opnieuw()), ElementsAre("FS202"));
  toets("N");
  EXPECT_THAT(codes(opnieuw()), IsEmpty());
  toets(std::nullopt);
  EXPECT_THAT(codes(opnieuw()), ElementsAre("FS202")) << "the latest counts: it is to be taken";
}

// W21-203
TEST_F(Lbt, OneRequestForOneResult) {
  toets("N");
  proef.dossier.lbt.herkansing = {kAfname.plusDays(-1), "Overig", "Eerdere toets"};
  EXPECT_THAT(codes(opnieuw()), IsEmpty()) << "asked for before this result";
  proef.dossier.lbt.herkansing->datumVerzoek = kAfname;
  EXPECT_THAT(codes(opnieuw()), ElementsAre("FS203"));
}

// W21-204, W21-205
TEST_F(Lbt, AnExplanationGoesWithOtherReasonsAndOnlyThere) {
  toets("N");
  EXPECT_THAT(codes(opnieuw("Overig")), ElementsAre(std::string("FS204 ") + kToelichting));
  EXPECT_THAT(codes(opnieuw("Overig", "  \n")), ElementsAre(std::string("FS204 ") + kToelichting));
  EXPECT_THAT(codes(opnieuw("Overig", "Brandalarm")), IsEmpty());
  EXPECT_THAT(codes(opnieuw("TechnischeStoring", "Brandalarm")),
              ElementsAre(std::string("FS205 ") + kToelichting));
}

// W21-206: 140 characters, whatever they take in bytes.
TEST_F(Lbt, AnExplanationHasAtMost140Characters) {
  toets("N");
  std::string lang;
  for (int i = 0; i < 140; ++i) lang += "ë";
  EXPECT_EQ(lang.size(), 280U);
  EXPECT_THAT(codes(opnieuw("Overig", lang)), IsEmpty());
  const auto besluit = opnieuw("Overig", lang + "a");
  EXPECT_THAT(codes(besluit), ElementsAre(std::string("FS206 ") + kToelichting));
  EXPECT_NE(tekst(besluit).find("141"), std::string::npos);
}

// W21-592: the day processing makes it available again; until then the request stands.
TEST_F(Lbt, TheRequestStandsBesideTheTest) {
  toets("N");
  const auto besluit = opnieuw("Overig", "Brandalarm");
  ASSERT_TRUE(besluit.dossier);
  const auto& lbt = besluit.dossier->lbt;
  EXPECT_EQ(lbt.herkansing, (isi::wi2021::LbtHerkansing{proef.vandaag, "Overig", "Brandalarm"}));
  EXPECT_EQ(lbt.toetsen.size(), 1U);
}

// ALG-032
TEST_F(Lbt, TheSameRequestOnceMoreChangesNothing) {
  toets("N");
  proef.dossier.lbt.herkansing = {proef.vandaag.plusDays(-1), "Overig", "Brandalarm"};
  const auto besluit = opnieuw("Overig", "Brandalarm");
  EXPECT_THAT(codes(besluit), ElementsAre("AS010"));
  EXPECT_FALSE(besluit.dossier);
  EXPECT_THAT(codes(opnieuw("Overig", "Storing")), ElementsAre("FS203"));
}

}  // namespace
}  // namespace cvsgw::laws::wi2021::afrondingproef
