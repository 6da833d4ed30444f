// Events of the Wi2021 on SQL: what they settle, what they refuse, and that they are whole.
#include "adapters/store/gebeurtenissen.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>

#include "adapters/store/embedded_isi.hpp"
#include "adapters/store/wi2021/testing/gebeurtenissen_wereld.hpp"

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
  metTermijn();
  const Date dag(2028, 8, 3);
  gaat("verzoek", {{"soort", "VerlengingTermijn"}}, dag);
  gaat("besluit", {{"soort", "GedeeltelijkeVrijstelling"}, {"besluit", "Toegekend"}}, dag);
  gaat("besluit", {{"soort", "GedeeltelijkeOntheffing"}, {"besluit", "Toegekend"}}, dag);
  EXPECT_FALSE(afgehandeld("SS112"));
  gaat("diploma", {}, dag);
  for (const char* code : {"SS112", "SS117", "SS119"}) EXPECT_TRUE(afgehandeld(code)) << code;
  EXPECT_FALSE(afgehandeld("SS106"));
  EXPECT_EQ(lees().plicht.redenBeeindiging, "DiplomaBehaald");
}

// W21-607: § 3.6.13, the term starts on 3 February 2026.
TEST_F(GebeurtenissenTest, AnExtensionIsAskedForAfterTwoAndAHalfYears) {
  const Veldwaarden verlenging{{"soort", "VerlengingTermijn"}};
  begin();
  EXPECT_THAT(geef("verzoek", verlenging), ElementsAre(HasSubstr("nog geen inburgeringstermijn")));
  geefPip("B", "B1");
  dagen(kNaTermijnstart);
  EXPECT_THAT(geef("verzoek", verlenging, Date(2028, 8, 2)), ElementsAre(HasSubstr("vanaf 03-08-2028")));
  EXPECT_THAT(lees().aanvragen, IsEmpty());
  gaat("verzoek", verlenging, Date(2028, 8, 3));
  EXPECT_EQ(lees().aanvragen.size(), 1U);
}

// W21-608: § 3.6.6.2, obliged anew.
TEST_F(GebeurtenissenTest, ANewObligationBeginsAnewAndKeepsWhatWasDone) {
  metTermijn("Z");
  wijzig(
      [](Dossier& dossier) {
        dossier.aanbiedingen.emplace_back().gemeentecode = kAmsterdam;
        dossier.map.emplace().gemeentecode = kAmsterdam;
        dossier.map->voldaan = true;
        dossier.koppelingen = {{{}, kAmsterdam, "C1", kStart, std::nullopt}};
      },
      kNaTermijnstart);
  const Veldwaarden weer{{"achternaam", "Yılmaz"}, {"gemeente", "0344"}, {"doelgroep", "Asielstatushouder"}};
  const Date einde = kNaTermijnstart.plusDays(30);
  EXPECT_THAT(geef("nieuwe-plicht", weer, einde), ElementsAre(HasSubstr("eerst plicht-ingetrokken")));
  gaat("vertrek-buitenland", {}, einde);
  EXPECT_THAT(geef("nieuwe-plicht", weer, einde), ElementsAre(HasSubstr("eerst plicht-ingetrokken")));
  gaat("plicht-ingetrokken", {}, einde);
  EXPECT_THAT(geef("nieuwe-plicht", weer, einde), ElementsAre(HasSubstr(einde.dutch())));

  const Date dag = einde.plusDays(400);
  gaat("nieuwe-plicht", weer, dag);
  const Dossier nu = lees();
  EXPECT_THAT(codes(kUtrecht), ElementsAre("SS101", "SS139"));
  EXPECT_THAT(codes(), IsEmpty()) << "the municipality of the earlier obligation has no part in it";
  EXPECT_EQ(nu.plicht.datumVaststelling, dag);
  EXPECT_TRUE(nu.plicht.inburgeringsplichtig);
  EXPECT_FALSE(nu.plicht.einddatum || nu.plicht.termijn || nu.pip());
  EXPECT_EQ(nu.plicht.termijnHistorie.size(), 1U);
  EXPECT_EQ(nu.plicht.eerderePerioden.size(), 1U);
  EXPECT_EQ(nu.plicht.doelgroepHistorie.size(), 1U);
  EXPECT_EQ(nu.pips.size(), 1U);
  EXPECT_TRUE(nu.aanbiedingen.empty());
  EXPECT_EQ(nu.aanbodWijzigingen.size(), 1U);
  EXPECT_TRUE(nu.map && nu.map->voldaan) << "what was done counts";
  EXPECT_EQ(nu.personalia.geboortedatum, Date(1990, 5, 17)) << "what is not given stays";
  EXPECT_TRUE(nu.koppelingen.at(0).datumIngetrokken);

  geefPip("B", "B1", dag);
  dagen(dag.plusDays(15));
  EXPECT_EQ(lees().plicht.termijn->startdatum, dag.plusDays(1));
  EXPECT_TRUE(heeft("SS102", kUtrecht));
}

TEST_F(GebeurtenissenTest, AnUnfinishedFinalTalkDoesNotEndTheNewObligation) {  // W21-608
  metTermijn("Z");
  wijzig(
      [](Dossier& dossier) {
        auto& talk = dossier.eindgesprek.emplace();
        talk.gemeentecode = kAmsterdam;
        talk.datumEindgesprek = talk.datumRegistratie = kNaTermijnstart;
      },
      kNaTermijnstart);
  gaat("plicht-ingetrokken", {}, kNaTermijnstart.plusDays(1));
  const Date dag = kNaTermijnstart.plusDays(2);
  gaat("nieuwe-plicht", {{"achternaam", "Yılmaz"}, {"gemeente", "0363"}, {"doelgroep", "Asielstatushouder"}},
       dag);
  dagen(dag.plusDays(30));
  EXPECT_TRUE(lees().plicht.inburgeringsplichtig);
}

TEST_F(GebeurtenissenTest, OnlyAtA2AndKnmIsThereNoResult) {  // W21-618
  begin();
  const auto examen = [](const char* onderdeel, const char* niveau) {
    Veldwaarden velden{{"onderdeel", onderdeel}, {"status", "GeenResultaatVerwijtbaar"}};
    if (niveau) velden.emplace("niveau", niveau);
    return velden;
  };
  for (const char* niveau : {"B1", "B2"})
    EXPECT_THAT(geef("examen", examen("LE", niveau)),
                ElementsAre(HasSubstr("alleen een examen op niveau A2")));
  gaat("examen", examen("LE", "A2"));
  gaat("examen", examen("KNM", nullptr));
}

// The contract's volgnummer: the position of the latest change that the municipality can see.
TEST_F(GebeurtenissenTest, WhoSeesNoDifferenceKeepsHisPlaceInTheFeed) {
  begin();
  gaat("vestiging", {{"gemeente", "0344"}});
  std::map<std::string, std::int64_t> stand;
  const auto verschoven = [&] {
    std::vector<std::string> found;
    for (const auto* gemeente : {&kAmsterdam, &kUtrecht}) {
      Database::Reading session(*world);
      const auto nummer = findZicht(*session, Wet::wi2021, *gemeente, kBsn)->volgnummer;
      if (std::exchange(stand[gemeente->value()], nummer) != nummer) found.push_back(gemeente->value());
    }
    return found;
  };
  EXPECT_THAT(verschoven(), ElementsAre("0363", "0344"));
  wijzig([](Dossier&) {});
  EXPECT_THAT(verschoven(), IsEmpty());
  wijzig([](Dossier& dossier) { dossier.koppelingen = {{{}, kUtrecht, "C1", kStart, std::nullopt}}; });
  EXPECT_THAT(verschoven(), ElementsAre("0344"));
  gaat("lbt-aanmelding");
  EXPECT_THAT(verschoven(), ElementsAre("0344")) << "the test is not shown where he left";
  wijzig([](Dossier& dossier) { dossier.map.emplace().gemeentecode = kAmsterdam; });
  EXPECT_THAT(verschoven(), ElementsAre("0363", "0344"));
  geefPip("B", "B1");
  EXPECT_THAT(verschoven(), ElementsAre("0363", "0344"));
}

TEST_F(GebeurtenissenTest, AfterALinkToAnotherMunicipalityItsPlanIsTold) {  // W21-604
  begin("Asielstatushouder", "1990-05-17", "CoaGekoppeld");
  geefPip("B", "B1");
  gaat("vestiging", {{"gemeente", "0344"}}, kStart.plusDays(20));
  EXPECT_THAT(codes(kUtrecht), ElementsAre("SS121"));
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
