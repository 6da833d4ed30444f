// W21-556: what the final talk brings about when it becomes definitive.
#include "gateway/isi/wi2021/gevolgen_eindgesprek.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "gateway/domain/testing/hier_en_nu.hpp"
#include "gateway/isi/wi2021/testing/eindgesprek.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

Dossier metEindgesprek() {
  Dossier dossier;
  dossier.plicht.begindatum = dossier.plicht.wijzigingsdatum = Date(2023, 9, 1);
  dossier.eindgesprek = eindgesprekVan(kAmsterdam);
  return dossier;
}

TEST(Wi2021Eindgesprek, IsDefinitiveFromTheFifteenthDay) {
  EXPECT_FALSE(maakEindgesprekDefinitief(metEindgesprek(), kRegistratie.plusDays(14)));
  EXPECT_TRUE(maakEindgesprekDefinitief(metEindgesprek(), kRegistratie.plusDays(15)));
  EXPECT_TRUE(maakEindgesprekDefinitief(metEindgesprek(), kRegistratie.plusDays(40))) << "a day was missed";
}

TEST(Wi2021Eindgesprek, EndsTheObligation) {
  const Date dag = kRegistratie.plusDays(15);
  const auto gevolg = maakEindgesprekDefinitief(metEindgesprek(), dag);
  ASSERT_TRUE(gevolg);
  const auto& plicht = gevolg->dossier.plicht;
  EXPECT_FALSE(plicht.inburgeringsplichtig);
  EXPECT_EQ(plicht.einddatum, dag);
  EXPECT_EQ(plicht.wijzigingsdatum, dag);
  EXPECT_EQ(plicht.redenBeeindiging, "ZrouteVoldaan");
  ASSERT_EQ(plicht.eerderePerioden.size(), 1U);
  EXPECT_EQ(plicht.eerderePerioden[0].begindatum, Date(2023, 9, 1));
  EXPECT_EQ(plicht.eerderePerioden[0].einddatum, dag);
}

TEST(Wi2021Eindgesprek, PlacesTheCertificatesSignalAndSettlesThoseOfTheObligation) {
  const auto gevolg = maakEindgesprekDefinitief(metEindgesprek(), kRegistratie.plusDays(15));
  ASSERT_TRUE(gevolg);
  std::vector<std::string> afgehandeld;
  std::vector<std::string> geplaatst;
  for (const auto& actie : gevolg->signalen) {
    auto& lijst = actie.soort == Signaalactie::Soort::plaats ? geplaatst : afgehandeld;
    lijst.push_back(actie.code);
  }
  EXPECT_THAT(geplaatst, ::testing::ElementsAre("SS141"));
  EXPECT_EQ(gevolg->signalen.back().gemeente, kAmsterdam);
  EXPECT_THAT(afgehandeld, ::testing::ElementsAre("SS103", "SS104", "SS112", "SS117", "SS119", "SS128",
                                                  "SS130", "SS133", "SS135", "SS136", "SS194"));
}

TEST(Wi2021Eindgesprek, HappensOnce) {
  const auto gevolg = maakEindgesprekDefinitief(metEindgesprek(), kRegistratie.plusDays(15));
  ASSERT_TRUE(gevolg);
  EXPECT_FALSE(maakEindgesprekDefinitief(gevolg->dossier, kRegistratie.plusDays(16)));
}

TEST(Wi2021Eindgesprek, AnotherEndIsNotOverwritten) {
  Dossier dossier = metEindgesprek();
  dossier.plicht.einddatum = kRegistratie.plusDays(5);
  dossier.plicht.redenBeeindiging = "VolledigeOntheffing";
  EXPECT_FALSE(maakEindgesprekDefinitief(dossier, kRegistratie.plusDays(15)));
  dossier.plicht.redenBeeindiging = "TijdelijkeVrijstelling";
  EXPECT_TRUE(maakEindgesprekDefinitief(dossier, kRegistratie.plusDays(15))) << "that is no end";
}

TEST(Wi2021Eindgesprek, NoTalkAndTheDeceasedHaveNoEffect) {
  Dossier dossier = metEindgesprek();
  dossier.personalia.datumOverlijden = kRegistratie.plusDays(3);
  EXPECT_FALSE(maakEindgesprekDefinitief(dossier, kRegistratie.plusDays(15)));
  dossier = metEindgesprek();
  dossier.eindgesprek.reset();
  EXPECT_FALSE(maakEindgesprekDefinitief(dossier, kRegistratie.plusDays(15)));
}

}  // namespace
}  // namespace cvsgw::isi::wi2021
