// Passing on the initial plan, and what any plan may say. The name of each rule stands above its test.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/laws/wi2021/rules/pip_inhoud.hpp"
#include "gateway/laws/wi2021/rules/pip_test_world.hpp"
#include "gateway/laws/wi2021/rules/regels.hpp"

namespace cvsgw::laws::wi2021::piptest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// W21-502, and the manual's example: on 1 April 2022 a plan of 1 February 2022.
TEST(Wi2021VoegPipToe, ADateInThePastIsTakenOver) {
  Proef proef;
  proef.vandaag = Date(2022, 4, 1);
  proef.dossier.plicht.datumVaststelling = Date(2022, 1, 10);
  proef.dossier.verblijven[0].vanaf = Date(2022, 1, 5);
  const auto besluit = proef.voegToe(invoer(Date(2022, 2, 1)));
  EXPECT_THAT(codes(besluit), ElementsAre("AS114"));
  EXPECT_TRUE(besluit.meldingen[0].bevestigen);
  ASSERT_TRUE(besluit.dossier);
  const auto& pip = besluit.dossier->pips.at(0);
  EXPECT_EQ(pip.datumDagtekening, Date(2022, 2, 1));
  EXPECT_EQ(pip.datumDagtekeningInitieel, Date(2022, 2, 1));
  EXPECT_EQ(pip.datumRegistratie, Date(2022, 4, 1));
  EXPECT_EQ(pip.datumRegistratieInitieel, Date(2022, 4, 1));
  EXPECT_EQ(pip.gemeentecode, kAmsterdam);
  EXPECT_FALSE(besluit.dossier->plicht.termijn) << "not before it is definitive";
}

// W21-110
TEST(Wi2021VoegPipToe, OnlyWhileNoPlanStandsWhoeverMadeIt) {
  Proef proef;
  EXPECT_THAT(codes(proef.voegToe(invoer(kGisteren))), IsEmpty());
  proef.metPip(Date(2026, 5, 1));
  auto refused = proef.voegToe(invoer(kGisteren));
  EXPECT_THAT(codes(refused), ElementsAre("FS110"));
  EXPECT_FALSE(refused.dossier);
  proef.verhuisd(Date(2026, 6, 1));
  proef.gemeente = kUtrecht;
  EXPECT_THAT(codes(proef.voegToe(invoer(kGisteren))), ElementsAre("FS110"));
}

// W21-110, ALG-032
TEST(Wi2021VoegPipToe, TheSamePlanOnceMoreIsSaidToStandAlready) {
  Proef proef;
  proef.metPip(kGisteren);
  EXPECT_THAT(codes(proef.voegToe(invoer(kGisteren))), ElementsAre("FS110", "AS010"));
}

// W21-508
TEST(Wi2021VoegPipToe, ANewObligationNeedsANewPlan) {
  Proef proef;
  proef.metPip(Date(2026, 1, 10));
  proef.dossier.plicht.datumVaststelling = Date(2026, 1, 10);
  EXPECT_THAT(codes(proef.voegToe(invoer(kGisteren))), ElementsAre("FS110"));
  proef.dossier.plicht.datumVaststelling = Date(2026, 1, 11);
  const auto besluit = proef.voegToe(invoer(kGisteren));
  EXPECT_THAT(codes(besluit), IsEmpty());
  EXPECT_EQ(besluit.dossier->pips.size(), 2U) << "the earlier one stays as history";
}

// W21-111
TEST(Wi2021VoegPipToe, NotBeforeTheLaw) {
  Proef proef;
  proef.dossier.plicht.datumVaststelling = Date(2021, 12, 1);
  proef.dossier.verblijven[0].vanaf = Date(2021, 12, 1);
  EXPECT_THAT(codes(proef.voegToe(invoer(Date(2022, 1, 1)))), ElementsAre("AS114"));
  EXPECT_THAT(codes(proef.voegToe(invoer(Date(2021, 12, 31)))), ElementsAre("FS111", "AS114"));
}

// W21-112
TEST(Wi2021VoegPipToe, NotInTheFuture) {
  const Proef proef;
  EXPECT_THAT(codes(proef.voegToe(invoer(proef.vandaag))), IsEmpty());
  const auto refused = proef.voegToe(invoer(proef.vandaag.plusDays(1)));
  EXPECT_THAT(codes(refused), ElementsAre("FS112"));
  EXPECT_EQ(refused.meldingen[0].veld, "pip/datumDagtekening");
  EXPECT_THAT(tekst(refused, "FS112"), HasSubstr("15-06-2026"));
}

// W21-113
TEST(Wi2021VoegPipToe, NotBeforeTheObligation) {
  Proef proef;
  proef.vandaag = Date(2026, 1, 20);
  EXPECT_THAT(codes(proef.voegToe(invoer(Date(2026, 1, 10)))), IsEmpty());
  const auto refused = proef.voegToe(invoer(Date(2026, 1, 9)));
  EXPECT_THAT(codes(refused), ElementsAre("FS113"));
  EXPECT_THAT(tekst(refused, "FS113"), HasSubstr("10-01-2026"));
}

// W21-114
TEST(Wi2021VoegPipToe, OlderThanThirtyDaysIsAskedOnce) {
  Proef proef;
  EXPECT_THAT(codes(proef.voegToe(invoer(proef.vandaag.plusDays(-30)))), IsEmpty());
  const auto asked = proef.voegToe(invoer(proef.vandaag.plusDays(-31)));
  EXPECT_THAT(codes(asked), ElementsAre("AS114"));
  EXPECT_EQ(isi::weeg(asked.meldingen, proef.verwerking), isi::Resultaat::bevestigingNodig);
  proef.verwerking.bevestigd = {"AS114"};
  EXPECT_EQ(isi::weeg(asked.meldingen, proef.verwerking), isi::Resultaat::verwerkt);
}

// W21-115
TEST(Wi2021VoegPipToe, BeforeTheLinkIsAskedWithItsDate) {
  Proef proef;
  proef.dossier.verblijven[0].vanaf = Date(2026, 6, 10);
  EXPECT_THAT(codes(proef.voegToe(invoer(Date(2026, 6, 10)))), IsEmpty());
  const auto asked = proef.voegToe(invoer(Date(2026, 6, 9)));
  EXPECT_THAT(codes(asked), ElementsAre("AS115"));
  EXPECT_TRUE(asked.meldingen[0].bevestigen);
  EXPECT_THAT(tekst(asked, "AS115"), HasSubstr("De datum koppeling is 10-06-2026"));
  EXPECT_TRUE(asked.dossier) << "stored once confirmed";
}

// W21-115
TEST(Wi2021VoegPipToe, WhoWasLinkedByCoaFirstIsLinkedSinceThen) {
  Proef proef;
  auto& stays = proef.dossier.verblijven;
  stays = {{kAmsterdam, "Ingezetene", Date(2026, 6, 1), std::nullopt, std::nullopt},
           {kAmsterdam, "CoaGekoppeld", Date(2026, 3, 1), Date(2026, 6, 1), std::nullopt}};
  EXPECT_EQ(datumKoppeling(proef.dossier, kAmsterdam), Date(2026, 3, 1));
  stays[1].tot = Date(2026, 5, 1);
  EXPECT_EQ(datumKoppeling(proef.dossier, kAmsterdam), Date(2026, 6, 1)) << "he was away";
  EXPECT_FALSE(datumKoppeling(proef.dossier, kUtrecht));
}

// W21-116, W21-118, W21-119, W21-120, W21-500
TEST(Wi2021VoegPipToe, EveryRouteWithEveryLevel) {
  const Proef proef;
  struct Rij {
    const char* route;
    const char* niveau;  // null: left out
    std::vector<std::string> meldingen;
    const char* wordt;
  };
  for (const auto& rij :
       {Rij{"B", "B1", {}, "B1"}, Rij{"B", nullptr, {}, "B1"}, Rij{"B", "A2", {"FS116"}, nullptr},
        Rij{"O", "B1", {}, "B1"}, Rij{"O", nullptr, {}, "B1"}, Rij{"O", "A2", {"FS120"}, nullptr},
        Rij{"Z", "A2", {"AS118"}, "A2"}, Rij{"Z", nullptr, {}, ""}, Rij{"Z", "B1", {"FS119"}, nullptr}}) {
    auto plan = invoer(kGisteren, rij.route);
    if (rij.niveau) plan.niveau = rij.niveau;
    const auto besluit = proef.voegToe(plan);
    EXPECT_EQ(codes(besluit), rij.meldingen) << rij.route << (rij.niveau ? rij.niveau : "");
    EXPECT_EQ(besluit.dossier.has_value(), rij.wordt != nullptr);
    if (besluit.dossier) {
      EXPECT_EQ(besluit.dossier->pip()->niveau.value_or(""), rij.wordt);
    }
    EXPECT_NE(isi::weeg(besluit.meldingen, {}), isi::Resultaat::bevestigingNodig);
  }
}

// W21-121, W21-122
TEST(Wi2021VoegPipToe, HoursOfIntensityAreForAsielstatushoudersInTheB1Route) {
  Proef proef;
  for (const bool asiel : {true, false}) {
    proef.dossier.plicht.doelgroep.indeling = asiel ? "Asielstatushouder" : "GezinsmigrantEnOverigeMigrant";
    for (const std::string route : {"B", "O", "Z"}) {
      const bool nodig = asiel && route == "B";
      auto plan = invoer(kGisteren, route);
      plan.geschatteUrenIntensiteit = 600;
      EXPECT_EQ(codes(proef.voegToe(plan)).empty(), nodig) << route;
      if (!nodig) {
        EXPECT_THAT(codes(proef.voegToe(plan)), ElementsAre("FS122"));
      }
      plan.geschatteUrenIntensiteit.reset();
      EXPECT_EQ(codes(proef.voegToe(plan)).empty(), !nodig) << route;
      if (nodig) {
        EXPECT_THAT(codes(proef.voegToe(plan)), ElementsAre("FS121"));
      }
    }
  }
}

// W21-123
TEST(Wi2021VoegPipToe, HoursOfIntensityGoFromOneToFourDigits) {
  const Proef proef;
  auto plan = invoer(kGisteren);
  for (const int good : {1, 9999}) {
    plan.geschatteUrenIntensiteit = good;
    EXPECT_THAT(codes(proef.voegToe(plan)), IsEmpty()) << good;
  }
  for (const int bad : {0, 10000}) {
    plan.geschatteUrenIntensiteit = bad;
    EXPECT_THAT(codes(proef.voegToe(plan)), ElementsAre("FS123")) << bad;
  }
}

// W21-124
TEST(Wi2021VoegPipToe, AdjustedHoursNeedRouteGroupAndAGrantedPartialExemption) {
  Proef proef;
  auto plan = invoer(kGisteren, "Z");
  plan.urenBelastbaarheidParticipatie = 0;
  EXPECT_THAT(codes(proef.voegToe(plan)), ElementsAre("FS124"));
  isi::wi2021::Aanvraag ontheffing;
  ontheffing.typeVerzoek = "Ontheffing";
  ontheffing.toelichting = "GedeeltelijkeOntheffing";
  ontheffing.status = "Toegekend";
  proef.dossier.aanvragen = {ontheffing};
  const auto besluit = proef.voegToe(plan);
  EXPECT_THAT(codes(besluit), IsEmpty());
  EXPECT_EQ(besluit.dossier->pip()->urenBelastbaarheidParticipatie, 0);

  auto otherRoute = invoer(kGisteren, "O");
  otherRoute.urenBelastbaarheidParticipatie = 10;
  EXPECT_THAT(codes(proef.voegToe(otherRoute)), ElementsAre("FS124"));
  proef.dossier.plicht.doelgroep.indeling = "GezinsmigrantEnOverigeMigrant";
  EXPECT_THAT(codes(proef.voegToe(plan)), ElementsAre("FS124"));
  proef.dossier.plicht.doelgroep.indeling = "Asielstatushouder";
  for (const auto& [soort, status] : {std::pair{"GedeeltelijkeOntheffing", "Ingediend"},
                                      {"GedeeltelijkeOntheffing", "Afgewezen"},
                                      {"GeheleOntheffing", "Toegekend"},
                                      {"GedeeltelijkeVrijstelling", "Toegekend"}}) {
    proef.dossier.aanvragen[0].toelichting = soort;
    proef.dossier.aanvragen[0].status = status;
    EXPECT_THAT(codes(proef.voegToe(plan)), ElementsAre("FS124")) << soort << status;
  }
}

// W21-500
TEST(Wi2021VoegPipToe, WhatIsLeftOutHasItsDefaultAndWhatIsGivenStays) {
  const Proef proef;
  auto plan = invoer(kGisteren);
  const auto sober = proef.voegToe(plan);
  EXPECT_EQ(sober.dossier->pip()->alfabetisering, "NVT");
  EXPECT_FALSE(sober.dossier->pip()->toestemmingNietVrijstellendeOpleiding);
  EXPECT_EQ(sober.dossier->pip()->geschatteUrenIntensiteit, 600);
  plan.alfabetisering = "AA";
  plan.toestemmingNietVrijstellendeOpleiding = true;
  const auto full = proef.voegToe(plan);
  EXPECT_EQ(full.dossier->pip()->alfabetisering, "AA");
  EXPECT_TRUE(full.dossier->pip()->toestemmingNietVrijstellendeOpleiding);
}

// W21-501
TEST(Wi2021VoegPipToe, SettlesTheSignalsThatAskedForAPlan) {
  const auto besluit = Proef().voegToe(invoer(kGisteren));
  std::vector<std::string> settled;
  for (const auto& actie : besluit.signalen) settled.push_back(actie.code);
  EXPECT_THAT(settled, ElementsAre("SS121", "SS122", "SS126", "SS129", "SS139"));
}

TEST(Wi2021VoegPipToe, AllBrokenRulesComeAtOnceInTheManualsOrder) {
  Proef proef;
  proef.verwerking.verwachteVersie = "oud";
  proef.dossier.personalia.datumOverlijden = proef.vandaag;
  auto plan = invoer(Date(2021, 12, 31));
  plan.niveau = "A2";
  plan.geschatteUrenIntensiteit.reset();
  plan.urenBelastbaarheidParticipatie = 5;
  const auto refused = proef.voegToe(plan);
  EXPECT_THAT(codes(refused),
              ElementsAre("FS104", "FS010", "FS111", "FS113", "AS114", "AS115", "FS116", "FS121", "FS124"));
  EXPECT_FALSE(refused.dossier);
}

TEST(Wi2021PipRegels, EveryMessageOfTheAreaIsARowAndEveryRowIsWhole) {
  for (const auto& regel : pipRegels()) {
    if (!regel.code.empty()) {
      EXPECT_TRUE(meldingRow(regel.code).regel.starts_with(regel.id)) << regel.id;
      continue;
    }
    EXPECT_FALSE(regel.bron.empty() || regel.tekst.empty()) << regel.id;
    EXPECT_EQ(regel.aard == Regel::Aard::nietToetsbaar, !regel.toelichting.empty()) << regel.id;
  }
  int messages = 0;
  for (const auto& row : meldingRegister()) {
    if (row.regel.substr(4, 3) < "110" || row.regel.substr(4, 3) > "134" || !row.regel.starts_with("W21"))
      continue;
    ++messages;
    EXPECT_TRUE(std::ranges::any_of(pipRegels(), [&](const Regel& regel) { return regel.code == row.code; }))
        << row.code;
  }
  EXPECT_EQ(messages, 24);
}

}  // namespace
}  // namespace cvsgw::laws::wi2021::piptest
