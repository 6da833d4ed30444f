// What holds for every change: W21-004 (deceased), W21-005 (too late to change), W21-006 (too late to
// delete), ALG-031 (stale version), each on both sides of its boundary.
#include "gateway/laws/wi2021/rules/wijzigen.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::laws::wi2021 {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class NoWorld final : public isi::wi2021::Raadpleging {
 public:
  std::optional<isi::wi2021::Instelling> instelling(std::string_view) override { return {}; }
  std::optional<isi::wi2021::Contactpersoon> contactpersoon(std::string_view) override { return {}; }
  std::string nieuwKenmerk(std::string_view) override { return {}; }
};

class WijzigenTest : public ::testing::Test {
 protected:
  isi::wi2021::Stand stand() { return {namens, verwerking, dossier, zicht, world}; }
  std::vector<std::string> wijzigbaar() { return codes(controleerWijzigbaar(stand())); }
  std::vector<std::string> verwijderbaar() { return codes(controleerVerwijderbaar(stand())); }
  std::vector<std::string> versie(std::string_view stored) {
    return codes(controleerVersie(stand(), stored));
  }
  static std::vector<std::string> codes(const std::vector<Melding>& meldingen) {
    std::vector<std::string> out;
    for (const auto& melding : meldingen) out.push_back(melding.code);
    return out;
  }

  isi::Namens namens{*Gemeentecode::parse("0363"), Rollen().add(Rol::Wi2021MUT), kToday};
  isi::Verwerking verwerking;
  isi::wi2021::Dossier dossier;
  isi::wi2021::Zicht zicht{.gemeente = *Gemeentecode::parse("0363")};
  NoWorld world;
};

TEST_F(WijzigenTest, OfOneWhoHasDiedNothingChanges_W21_004) {
  EXPECT_THAT(wijzigbaar(), IsEmpty());
  EXPECT_THAT(verwijderbaar(), IsEmpty());
  dossier.personalia.datumOverlijden = kToday;
  // Told alone: that it is too late, too, is of no use.
  zicht.wijzigbaarTotEnMet = kToday.plusDays(-1);
  EXPECT_THAT(wijzigbaar(), ElementsAre("FS104"));
  EXPECT_THAT(verwijderbaar(), ElementsAre("FS104"));
}

TEST_F(WijzigenTest, TheLastDayOfChangingIsIncluded_W21_005) {
  zicht.wijzigbaarTotEnMet = kToday;
  EXPECT_THAT(wijzigbaar(), IsEmpty());
  EXPECT_THAT(verwijderbaar(), IsEmpty());
  zicht.wijzigbaarTotEnMet = kToday.plusDays(-1);
  EXPECT_THAT(wijzigbaar(), ElementsAre("FS105"));
  EXPECT_THAT(verwijderbaar(), ElementsAre("FS105"));
  EXPECT_THAT(controleerWijzigbaar(stand())[0].tekst, HasSubstr("21-11-2026"));
}

TEST_F(WijzigenTest, WhoMayOnlyReadChangesNothing_W21_005) {
  zicht.wijzigbaar = false;
  EXPECT_THAT(wijzigbaar(), ElementsAre("FS105"));
}

TEST_F(WijzigenTest, AfterAMoveDeletingHasItsOwnLastDay_W21_006) {
  zicht.vertrokken = true;
  zicht.wijzigbaarTotEnMet = kToday.plusDays(-1);
  EXPECT_THAT(verwijderbaar(), IsEmpty()) << "no plan of the new municipality yet: no last day";
  zicht.verwijderbaarTotEnMet = kToday;
  EXPECT_THAT(verwijderbaar(), IsEmpty());
  zicht.verwijderbaarTotEnMet = kToday.plusDays(-1);
  EXPECT_THAT(verwijderbaar(), ElementsAre("FS106"));
  EXPECT_THAT(controleerVerwijderbaar(stand())[0].tekst, HasSubstr("21-11-2026"));
}

TEST_F(WijzigenTest, OnlyTheVersionThatStandsIsAccepted_ALG_031) {
  EXPECT_THAT(versie("abc"), IsEmpty()) << "none expected";
  verwerking.verwachteVersie = "abc";
  EXPECT_THAT(versie("abc"), IsEmpty());
  EXPECT_THAT(versie("abd"), ElementsAre("FS010"));
  EXPECT_THAT(versie(""), ElementsAre("FS010")) << "the object is not there any more";
}

TEST(Wijzigen, AnIdenticalStateOnlyInforms_ALG_032) {
  EXPECT_FALSE(meldingRow("AS010").bevestigen);
  EXPECT_EQ(isi::weeg({melding("AS010")}, {}), isi::Resultaat::verwerkt);
}

}  // namespace
}  // namespace cvsgw::laws::wi2021
