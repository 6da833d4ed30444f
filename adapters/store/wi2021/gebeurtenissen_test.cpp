// Events of the Wi2021 on SQL: what they settle, what they refuse, and that they are whole.
#include "adapters/store/gebeurtenissen.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>

#include "adapters/store/embedded_isi.hpp"
#include "adapters/store/wi2021/gebeurtenissen_wereld.hpp"

namespace cvsgw::store {
namespace {

using isi::wi2021::Dossier;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// W21-600: § 3.2.
TEST_F(GebeurtenissenTest, TheResultOfTheTestSettlesItsNotices) {
  begin();
  gaat("lbt-aanmelding");
  gaat("lbt-resultaat", {{"resultaat", "N"}});
  EXPECT_TRUE(afgehandeld("SS137"));
}

// W21-601
TEST_F(GebeurtenissenTest, AnExemptionThatEndsSettlesItsNotice) {
  begin();
  gaat("besluit", {{"soort", "TijdelijkeVrijstelling"}, {"besluit", "Toegekend"}});
  EXPECT_FALSE(afgehandeld("SS109"));
  EXPECT_FALSE(lees().plicht.inburgeringsplichtig);
  gaat("vrijstelling-ingetrokken");
  EXPECT_TRUE(afgehandeld("SS109"));
  EXPECT_TRUE(lees().plicht.inburgeringsplichtig);
}

// W21-602
TEST_F(GebeurtenissenTest, TheEndOfTheObligationSettlesWhatTheManualNames) {
  begin();
  gaat("verzoek", {{"soort", "VerlengingTermijn"}});
  gaat("besluit", {{"soort", "GedeeltelijkeVrijstelling"}, {"besluit", "Toegekend"}});
  gaat("besluit", {{"soort", "GedeeltelijkeOntheffing"}, {"besluit", "Toegekend"}});
  gaat("diploma");
  for (const char* code : {"SS112", "SS117", "SS119"}) EXPECT_TRUE(afgehandeld(code)) << code;
  EXPECT_FALSE(afgehandeld("SS101"));
  EXPECT_EQ(lees().plicht.redenBeeindiging, "DiplomaBehaald");
}

// W21-603: § 3.2.3, note 5.
TEST_F(GebeurtenissenTest, AMoveWithdrawsTheOpenTestsNoticeAndEndsTheLink) {
  begin();
  gaat("lbt-aanmelding");
  wijzig([](Dossier& dossier) { dossier.koppelingen = {{{}, kAmsterdam, "C1", kStart, std::nullopt}}; });
  gaat("vestiging", {{"gemeente", "0344"}});
  EXPECT_FALSE(heeft("SS137"));
  EXPECT_TRUE(heeft("SS122"));
  EXPECT_THAT(codes(kUtrecht), ElementsAre("SS120"));
  EXPECT_EQ(lees().koppelingen[0].datumIngetrokken, kStart);
}

// W21-604
TEST_F(GebeurtenissenTest, FromTheCoaLocationIntoTheLinkedMunicipalityTheTenWeeksStart) {
  begin("Asielstatushouder", "1990-05-17", "CoaGekoppeld");
  EXPECT_THAT(codes(), ElementsAre("SS101"));
  EXPECT_FALSE(lees().startTermijnPip);
  gaat("vestiging", {{"gemeente", "0363"}});
  EXPECT_THAT(codes(), ElementsAre("SS101", "SS139"));
  EXPECT_EQ(lees().startTermijnPip, kStart);
}

TEST_F(GebeurtenissenTest, AnotherCoaLinkMovesTheNotices) {
  begin("Asielstatushouder", "1990-05-17", "CoaGekoppeld");
  gaat("coa-koppeling", {{"gemeente", "0344"}});
  EXPECT_THAT(codes(kUtrecht), ElementsAre("SS101"));
  EXPECT_TRUE(heeft("SS122"));
}

// W21-605: § 3.6.4.1.
TEST_F(GebeurtenissenTest, RightsAreKeptUntilThePersonAsksAndThenOnce) {
  begin();
  EXPECT_THAT(geef("rechten-op-verzoek"), ElementsAre(HasSubstr("eerst doelgroep-wijziging")));
  gaat("doelgroep-wijziging", {{"naar", "GezinsmigrantEnOverigeMigrant"}});
  EXPECT_TRUE(lees().plicht.asielstatushouder());
  gaat("rechten-op-verzoek");
  EXPECT_FALSE(lees().plicht.asielstatushouder());
  EXPECT_THAT(geef("rechten-op-verzoek"), ElementsAre(HasSubstr("een keer")));
  gaat("doelgroep-wijziging", {{"naar", "Asielstatushouder"}});
  EXPECT_TRUE(lees().plicht.asielstatushouder()) << "the change is reversed";
  EXPECT_EQ(lees().plicht.doelgroepHistorie.size(), 3U);
}

TEST_F(GebeurtenissenTest, RightsCannotBeChosenAfterTheTerm) {
  metTermijn();  // until 2 February 2029
  gaat("doelgroep-wijziging", {{"naar", "GezinsmigrantEnOverigeMigrant"}}, kNaTermijnstart);
  const Date laatste(2029, 2, 2);
  EXPECT_THAT(geef("rechten-op-verzoek", {}, laatste.plusDays(1)), ElementsAre(HasSubstr("02-02-2029")));
  gaat("rechten-op-verzoek", {}, laatste);
}

// W21-606: the person leaves this law, and the correction carries a BSN alone.
TEST_F(GebeurtenissenTest, ACorrectionTakesThePersonOutOfSight) {
  begin();
  gaat("correctie", {{"code", "SS190"}});
  EXPECT_THAT(codes(), ElementsAre("SS190"));
  Database::Reading session(*world);
  EXPECT_FALSE(findZicht(*session, Wet::wi2021, kAmsterdam, kBsn));
  EXPECT_FALSE(loadDossier(*session, Wet::wi2021, kBsn));
}

TEST_F(GebeurtenissenTest, WhatIsRefusedSaysWhatWouldBeRightAndStoresNothing) {
  EXPECT_THAT(geef("diploma"), ElementsAre(HasSubstr("nieuwe-plicht")));
  EXPECT_THAT(geef("emigratie"), ElementsAre(HasSubstr("er zijn: nieuwe-plicht, coa-koppeling, vestiging")));
  EXPECT_THAT(geef("nieuwe-plicht", {{"gemeente", "9999"}, {"doelgroep", "Iets"}, {"naam", "x"}}),
              ElementsAre("achternaam ontbreekt", HasSubstr("bestaande gemeente"),
                          HasSubstr("Asielstatushouder, GezinsmigrantEnOverigeMigrant"),
                          HasSubstr("naam hoort niet bij nieuwe-plicht")));
  begin();
  EXPECT_THAT(geef("vestiging", {{"gemeente", "0363"}}), ElementsAre(HasSubstr("woont al")));
  EXPECT_THAT(geef("overlijden", {{"datum", kStart.plusDays(1).text()}}),
              ElementsAre(HasSubstr("niet na vandaag (02-02-2026)")));
  EXPECT_THAT(codes(), ElementsAre("SS101", "SS139"));
  gaat("overlijden");
  EXPECT_THAT(geef("diploma"), ElementsAre(HasSubstr("overleden")));
}

TEST_F(GebeurtenissenTest, TheDaysBeforeAnEventAreProcessedFirst) {
  begin();
  gaat("bio-verzoek", {}, kStart.plusDays(80));
  EXPECT_TRUE(heeft("SS126"));
}

TEST(Wi2021GebeurtenisNaast, AGatewayThatServesFromTheSameDataShowsItAtOnce) {
  std::string pattern = (std::filesystem::temp_directory_path() / "cvsgw-store-XXXXXX").string();
  const std::filesystem::path map = ::mkdtemp(pattern.data());
  {
    EmbeddedIsi gateway(map / "isi.sqlite");
    ASSERT_TRUE(gateway.enterDay(kStart));
    const isi::Namens namens{kAmsterdam, Rollen().add(Rol::Wi2021MUT), kStart};
    EXPECT_FALSE(*gateway.wi2021().raadpleegPersoon(namens, kBsn));
    Database ander(map / "isi.sqlite");
    GebeurtenissenStore commando(ander);
    const auto fouten = commando.verwerk({"nieuwe-plicht",
                                          {{"bsn", kBsn.value()},
                                           {"achternaam", "Yılmaz"},
                                           {"gemeente", "0363"},
                                           {"doelgroep", "Asielstatushouder"}}},
                                         kStart);
    EXPECT_THAT(*fouten, IsEmpty());
    EXPECT_TRUE(*gateway.wi2021().raadpleegPersoon(namens, kBsn));
    EXPECT_EQ(gateway.signalen().haal(Wet::wi2021, namens, 0, 10)->ingangen.size(), 2U);
  }
  std::filesystem::remove_all(map);
}

TEST(Wi2021Gebeurtenisregel, IsOneJsonObject) {
  const auto gelezen = leesGebeurtenis(
      R"({"gebeurtenis":"contract","bsn":999993653,"niveau":"B1","taalschakeltraject":true})");
  ASSERT_TRUE(gelezen);
  EXPECT_EQ(gelezen->naam, "contract");
  EXPECT_EQ(gelezen->velden.at("bsn"), "999993653");
  EXPECT_EQ(gelezen->velden.at("taalschakeltraject"), "ja");
  EXPECT_FALSE(leesGebeurtenis("[]"));
  EXPECT_FALSE(leesGebeurtenis("{"));
  EXPECT_FALSE(leesGebeurtenis(R"({"gebeurtenis":"diploma","bsn":null})"));
  EXPECT_FALSE(leesGebeurtenis(R"({"gebeurtenis":"diploma","bsn":"1","bsn":"2"})"));
  EXPECT_FALSE(leesGebeurtenis(R"({"bsn":"999993653"})"));
}

}  // namespace
}  // namespace cvsgw::store
