// The advice BIO, on both sides of each boundary.
#include "gateway/laws/wi2021/rules/bio.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/laws/wi2021/testing/afronding_proef.hpp"

namespace cvsgw::laws::wi2021::afrondingproef {
namespace {

using isi::wi2021::Besluit;
using isi::wi2021::BioAdvies;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Bio : public ::testing::Test {
 protected:
  Bio() { proef.dossier.bio.datumVerzoek = Date(2026, 2, 20); }
  Besluit geef() {
    return proef.besluit([&](const auto& stand) { return geefBioAdvies(stand, advies); });
  }
  static std::string tekens(int aantal) {
    std::string tekst;
    for (int i = 0; i < aantal; ++i) tekst += "é";
    return tekst;
  }

  BioAdvies advies{kAmsterdam, "C.1", true, "Positief", "Mantelzorg", "Lesuren verminderd", "Gesprekken"};
  Proef proef;
};

TEST_F(Bio, TheAdviceIsKeptAndItsDateShown) {
  const auto besluit = geef();
  EXPECT_THAT(codes(besluit), IsEmpty());
  ASSERT_TRUE(besluit.dossier);
  EXPECT_EQ(besluit.dossier->bio.advies, advies);
  isi::wi2021::Uitkomst uitkomst;
  besluit.toon(*besluit.dossier, uitkomst);
  EXPECT_EQ(uitkomst.bio->datumAdvies, proef.vandaag);
  EXPECT_FALSE(uitkomst.bio->adviesGevraagd);
}

// W21-208
TEST_F(Bio, OnlyWhenDuoAsked) {
  proef.dossier.bio.datumVerzoek.reset();
  EXPECT_THAT(codes(geef()), ElementsAre("FS208"));
}

// W21-209, ALG-032
TEST_F(Bio, OnlyOnce) {
  proef.dossier.bio.datumAdvies = Date(2026, 2, 25);
  EXPECT_THAT(codes(geef()), ElementsAre("FS209")) << "given before the advice was kept";
  proef.dossier.bio.advies = advies;
  EXPECT_THAT(codes(geef()), ElementsAre("AS010")) << "the same advice once more";
  advies.oordeel = "Negatief";
  EXPECT_THAT(codes(geef()), ElementsAre("FS209"));
}

// W21-210: characters, not bytes.
TEST_F(Bio, AnAnswerHasAtMost1167Characters) {
  advies.antwoordOmstandigheden = advies.antwoordInspanningen = advies.antwoordOnderbouwing = tekens(1167);
  EXPECT_THAT(codes(geef()), IsEmpty());
  advies.antwoordInspanningen = tekens(1168);
  EXPECT_THAT(codes(geef()), ElementsAre("FS210 advies/antwoordInspanningen"));
  advies.antwoordOmstandigheden = advies.antwoordOnderbouwing = tekens(1168);
  EXPECT_THAT(codes(geef()),
              ElementsAre("FS210 advies/antwoordOmstandigheden", "FS210 advies/antwoordInspanningen",
                          "FS210 advies/antwoordOnderbouwing"));
}

// W21-211
TEST_F(Bio, AllThreeQuestionsAreAnswered) {
  advies.antwoordOnderbouwing = " \n\t";
  EXPECT_THAT(codes(geef()), ElementsAre("FS211 advies/antwoordOnderbouwing"));
  advies.antwoordOnderbouwing = " .";
  EXPECT_THAT(codes(geef()), IsEmpty());
}

// W21-212
TEST_F(Bio, WithoutContactIsConfirmed) {
  advies.contactGehad = false;
  const auto besluit = geef();
  EXPECT_THAT(codes(besluit), ElementsAre("AS212 advies/contactGehad"));
  EXPECT_TRUE(wacht(besluit));
  EXPECT_TRUE(besluit.dossier);
}

// W21-001
TEST_F(Bio, TheContactPersonIsOneOfTheMunicipality) {
  advies.contactpersoonId = "C.2";
  EXPECT_THAT(codes(geef()), ElementsAre("FS101 advies/contactpersoonId"));
}

// ALG-031
TEST_F(Bio, AStaleVersionIsRefused) {
  proef.dossier.bio.versie = "v2";
  proef.verwerking.verwachteVersie = "v1";
  EXPECT_THAT(codes(geef()), ElementsAre("FS010 verwerking/verwachteVersie"));
}

}  // namespace
}  // namespace cvsgw::laws::wi2021::afrondingproef
