// Changing and deleting a plan. The name of each rule stands above its test.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/laws/wi2021/rules/pip_test_world.hpp"

namespace cvsgw::laws::wi2021::piptest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// W21-125
TEST(Wi2021WijzigPip, ThereMustBeAPlanOfThisObligation) {
  Proef proef;
  EXPECT_THAT(codes(proef.wijzig(invoer(kGisteren))), ElementsAre("FS125"));
  EXPECT_THAT(codes(proef.verwijder()), ElementsAre("FS125"));
  proef.metPip(Date(2026, 6, 1));
  EXPECT_THAT(codes(proef.wijzig(invoer(kGisteren))), IsEmpty());
  proef.dossier.plicht.datumVaststelling = Date(2026, 6, 2);
  EXPECT_THAT(codes(proef.wijzig(invoer(kGisteren))), ElementsAre("FS125"));
}

// W21-506
TEST(Wi2021WijzigPip, TheEarlierStateStaysAndTheInitialDatesToo) {
  Proef proef;
  proef.metPip(Date(2026, 5, 1));
  auto plan = invoer(kGisteren);
  plan.alfabetisering = "A";
  const auto besluit = proef.wijzig(plan);
  ASSERT_TRUE(besluit.dossier);
  ASSERT_THAT(besluit.dossier->pips, SizeIs(2));
  const auto& nieuw = besluit.dossier->pips[0];
  EXPECT_EQ(nieuw.datumDagtekening, kGisteren);
  EXPECT_EQ(nieuw.datumRegistratie, proef.vandaag);
  EXPECT_EQ(nieuw.datumDagtekeningInitieel, Date(2026, 5, 1));
  EXPECT_EQ(nieuw.datumRegistratieInitieel, Date(2026, 5, 1));
  EXPECT_EQ(nieuw.alfabetisering, "A");
  EXPECT_EQ(besluit.dossier->pips[1], proef.dossier.pips[0]);
  EXPECT_THAT(besluit.signalen, IsEmpty()) << "one's own plan changed answers no signal";
}

// ALG-032
TEST(Wi2021WijzigPip, AChangeThatChangesNothingIsSaidAndStoresNoState) {
  Proef proef;
  proef.metPip(Date(2026, 5, 1));
  const auto same = proef.wijzig(invoer(Date(2026, 5, 1)));
  EXPECT_THAT(codes(same), ElementsAre("AS010"));
  EXPECT_FALSE(same.dossier);
  EXPECT_TRUE(same.toon);
  auto other = invoer(Date(2026, 5, 1));
  other.geschatteUrenIntensiteit = 601;
  EXPECT_THAT(codes(proef.wijzig(other)), ElementsAre("AS114"));
}

// ALG-031
TEST(Wi2021WijzigPip, AnotherVersionThanExpectedIsRefused) {
  Proef proef;
  proef.metPip(Date(2026, 6, 1));
  proef.verwerking.verwachteVersie = "v1";
  EXPECT_THAT(codes(proef.wijzig(invoer(kGisteren))), IsEmpty());
  EXPECT_THAT(codes(proef.verwijder()), IsEmpty());
  proef.verwerking.verwachteVersie = "v0";
  EXPECT_THAT(codes(proef.wijzig(invoer(kGisteren))), ElementsAre("FS010"));
  EXPECT_THAT(codes(proef.wijzig(invoer(Date(2026, 6, 1)))), Contains("FS010"));
  EXPECT_THAT(codes(proef.verwijder()), ElementsAre("FS010"));
}

// W21-126
TEST(Wi2021WijzigPip, TheInitialDateCanBeCorrectedUntilDayFourteen) {
  Proef proef;
  proef.metPip(Date(2026, 6, 1));
  auto plan = invoer(Date(2026, 6, 2));
  plan.datumDagtekeningInitieel = Date(2026, 6, 2);
  EXPECT_EQ(proef.vandaag, Date(2026, 6, 15)) << "day 14";
  const auto besluit = proef.wijzig(plan);
  EXPECT_THAT(codes(besluit), IsEmpty());
  EXPECT_EQ(besluit.dossier->pip()->datumDagtekeningInitieel, Date(2026, 6, 2));
  EXPECT_EQ(besluit.dossier->pip()->datumRegistratieInitieel, Date(2026, 6, 1)) << "the two weeks run on";
  proef.vandaag = Date(2026, 6, 16);
  const auto refused = proef.wijzig(plan);
  EXPECT_THAT(codes(refused), ElementsAre("FS126"));
  EXPECT_THAT(tekst(refused, "FS126"), HasSubstr("16-06-2026"));
  plan.datumDagtekeningInitieel = Date(2026, 6, 1);
  EXPECT_THAT(codes(proef.wijzig(plan)), IsEmpty()) << "naming the date that stands is no change of it";
  plan.datumDagtekeningInitieel.reset();
  EXPECT_THAT(codes(proef.wijzig(plan)), IsEmpty()) << "the rest can be changed at any time";
}

// W21-111 … W21-115
TEST(Wi2021WijzigPip, BothDatesKeepTheRulesOnDates) {
  Proef proef;
  proef.metPip(Date(2026, 6, 1));
  proef.dossier.verblijven[0].vanaf = Date(2026, 5, 20);
  auto plan = invoer(proef.vandaag.plusDays(1));
  plan.datumDagtekeningInitieel = Date(2026, 1, 9);
  const auto refused = proef.wijzig(plan);
  EXPECT_THAT(codes(refused), ElementsAre("FS112", "FS113", "AS114", "AS115"));
  EXPECT_EQ(refused.meldingen[0].veld, "pip/datumDagtekening");
  EXPECT_EQ(refused.meldingen[1].veld, "pip/datumDagtekeningInitieel");

  EXPECT_THAT(codes(proef.wijzig(invoer(Date(2026, 5, 20)))), IsEmpty());
  EXPECT_THAT(codes(proef.wijzig(invoer(Date(2026, 5, 19)))), ElementsAre("AS115"));
  EXPECT_THAT(codes(proef.wijzig(invoer(Date(2026, 5, 15)))), ElementsAre("AS114", "AS115"));
  EXPECT_THAT(codes(proef.wijzig(invoer(Date(2021, 12, 31)))),
              ElementsAre("FS111", "FS113", "AS114", "AS115"));
}

// W21-117, W21-118, W21-119, W21-120
TEST(Wi2021WijzigPip, TheB1RouteMayGoDownToA2) {
  for (const auto& [route, niveau, expected] : {std::tuple{"B", "B1", ""},
                                                {"B", "A2", "AS117"},
                                                {"O", "B1", ""},
                                                {"O", "A2", "FS120"},
                                                {"Z", "A2", "AS118"},
                                                {"Z", "B1", "FS119"}}) {
    Proef proef;
    proef.metPip(Date(2026, 6, 1), route);
    auto plan = invoer(kGisteren, route);
    plan.niveau = niveau;
    const auto besluit = proef.wijzig(plan);
    const std::string_view code = expected;
    EXPECT_EQ(codes(besluit), code.empty() ? std::vector<std::string>{} : std::vector{std::string(code)})
        << route << niveau;
    EXPECT_NE(isi::weeg(besluit.meldingen, {}), isi::Resultaat::bevestigingNodig);
  }
}

// W21-129
TEST(Wi2021WijzigPip, TheRouteChangesFreelyForEighteenMonths) {
  for (const auto& [van, naar, vraag] : {std::tuple{"B", "Z", true},
                                         {"B", "O", true},
                                         {"O", "B", false},
                                         {"O", "Z", true},
                                         {"Z", "B", true},
                                         {"Z", "O", true},
                                         {"Z", "Z", false}}) {
    Proef proef;
    proef.metPip(Date(2026, 1, 31), van);  // term from 1 February 2026
    proef.vandaag = Date(2027, 8, 1);
    auto plan = invoer(proef.vandaag, naar);
    EXPECT_THAT(codes(proef.wijzig(plan)), IsEmpty()) << van << naar;
    proef.vandaag = Date(2027, 8, 2);
    plan.datumDagtekening = proef.vandaag;
    const auto asked = proef.wijzig(plan);
    EXPECT_EQ(codes(asked), vraag ? std::vector<std::string>{"AS129"} : std::vector<std::string>{})
        << van << naar;
    if (!vraag) continue;
    EXPECT_EQ(isi::weeg(asked.meldingen, {}), isi::Resultaat::bevestigingNodig);
    EXPECT_THAT(tekst(asked, "AS129"), HasSubstr("01-08-2027"));
  }
}

// W21-133
TEST(Wi2021WijzigPip, TheRouteStaysWhileAFinalTalkStands) {
  Proef proef;
  proef.metPip(Date(2026, 1, 31), "Z");
  auto plan = invoer(proef.vandaag, "Z");
  auto ander = invoer(proef.vandaag, "O");
  EXPECT_THAT(codes(proef.wijzig(ander)), IsEmpty());
  proef.dossier.eindgesprek.emplace().datumEindgesprek = Date(2026, 6, 1);
  EXPECT_THAT(codes(proef.wijzig(ander)), ElementsAre("FS133"));
  EXPECT_THAT(tekst(proef.wijzig(ander), "FS133"), HasSubstr("01-06-2026"));
  EXPECT_THAT(codes(proef.wijzig(plan)), IsEmpty());
}

// W21-129
TEST(Wi2021WijzigPip, TheTermThatDuoEstablishedIsWhatCounts) {
  Proef proef;
  proef.metPip(Date(2026, 1, 31), "B");
  proef.dossier.plicht.termijn = isi::wi2021::Termijn{Date(2026, 3, 1), Date(2029, 2, 28), {}, {}};
  proef.vandaag = Date(2027, 9, 1);
  EXPECT_THAT(codes(proef.wijzig(invoer(proef.vandaag, "Z"))), IsEmpty());
  proef.vandaag = Date(2027, 9, 2);
  EXPECT_THAT(codes(proef.wijzig(invoer(proef.vandaag, "Z"))), ElementsAre("AS129"));
}

// W21-121: § 3.6.6.2, change of target group
TEST(Wi2021WijzigPip, WhoBecomesAsielstatushouderNeedsHoursFromThenOn) {
  Proef proef;
  proef.metPip(Date(2026, 6, 1));
  auto plan = invoer(kGisteren);
  plan.geschatteUrenIntensiteit.reset();
  EXPECT_THAT(codes(proef.wijzig(plan)), ElementsAre("FS121"));
  proef.dossier.plicht.doelgroep.indeling = "GezinsmigrantEnOverigeMigrant";
  EXPECT_THAT(codes(proef.wijzig(plan)), IsEmpty());
}

// W21-128, W21-507, W21-501
TEST(Wi2021WijzigPip, ANewMunicipalityTakesOverTheRouteAndNothingElse) {
  Proef proef;
  proef.metPip(Date(2026, 5, 1));
  proef.dossier.pips[0].alfabetisering = "A";
  proef.dossier.pips[0].toestemmingNietVrijstellendeOpleiding = true;
  proef.verhuisd(Date(2026, 6, 5));
  proef.gemeente = kUtrecht;
  const auto refused = proef.wijzig(invoer(kGisteren, "Z"));
  EXPECT_THAT(codes(refused), ElementsAre("FS128"));
  EXPECT_THAT(tekst(refused, "FS128"), HasSubstr("leerroute B"));

  const auto besluit = proef.wijzig(invoer(kGisteren));
  EXPECT_THAT(codes(besluit), IsEmpty());
  const auto& nieuw = *besluit.dossier->pip();
  EXPECT_EQ(nieuw.gemeentecode, kUtrecht);
  EXPECT_EQ(nieuw.datumDagtekeningInitieel, Date(2026, 5, 1));
  EXPECT_EQ(nieuw.datumDagtekening, kGisteren);
  EXPECT_EQ(nieuw.alfabetisering, "NVT");
  EXPECT_FALSE(nieuw.toestemmingNietVrijstellendeOpleiding);
  EXPECT_THAT(besluit.signalen, SizeIs(5));

  proef.dossier = *besluit.dossier;
  proef.vandaag = proef.vandaag.plusDays(1);
  const auto next = proef.wijzig(invoer(proef.vandaag, "Z"));
  EXPECT_THAT(codes(next), IsEmpty()) << "its own plan it changes as it likes";
  EXPECT_THAT(next.signalen, IsEmpty());
}

// W21-128: the same words as the previous municipality's are a plan of one's own
TEST(Wi2021WijzigPip, ANewMunicipalitysEqualPlanIsNotTheOldOne) {
  Proef proef;
  proef.metPip(Date(2026, 6, 10));
  proef.verhuisd(Date(2026, 6, 12));
  proef.gemeente = kUtrecht;
  const auto besluit = proef.wijzig(invoer(Date(2026, 6, 10)));
  EXPECT_THAT(codes(besluit), ElementsAre("AS115"));
  EXPECT_THAT(besluit.dossier->pips, SizeIs(2));
}

// W21-127, W21-005
TEST(Wi2021WijzigPip, TheOldMunicipalityChangesItsPlanUntilThereIsANewOne) {
  Proef proef;
  proef.metPip(Date(2026, 5, 1));
  proef.verhuisd(Date(2026, 6, 5));
  EXPECT_THAT(codes(proef.wijzig(invoer(kGisteren))), IsEmpty());
  proef.metPip(Date(2026, 6, 15), "B", kUtrecht);
  EXPECT_THAT(codes(proef.wijzig(invoer(kGisteren))), ElementsAre("FS127"));
}

// W21-004, W21-005
TEST(Wi2021WijzigPip, NotAfterDeathAndUntilDayTwentyEightAfterTheEnd) {
  Proef proef;
  proef.metPip(Date(2026, 6, 1));
  proef.dossier.plicht.einddatum = proef.vandaag.plusDays(-28);
  proef.dossier.plicht.redenBeeindiging = "DiplomaBehaald";
  EXPECT_THAT(codes(proef.wijzig(invoer(kGisteren))), IsEmpty());
  proef.dossier.personalia.datumOverlijden = kGisteren;
  EXPECT_THAT(codes(proef.wijzig(invoer(kGisteren))), ElementsAre("FS104"));
  EXPECT_THAT(codes(proef.verwijder()), ElementsAre("FS104"));
}

// W21-130
TEST(Wi2021VerwijderPip, UntilDayFourteen) {
  Proef proef;
  proef.metPip(Date(2026, 6, 1));
  const auto besluit = proef.verwijder();
  EXPECT_THAT(codes(besluit), IsEmpty()) << "day 14";
  ASSERT_TRUE(besluit.dossier);
  EXPECT_THAT(besluit.dossier->pips, IsEmpty());
  EXPECT_THAT(besluit.signalen, IsEmpty()) << "settled signals are not reopened";
  EXPECT_FALSE(besluit.toon);
  proef.vandaag = Date(2026, 6, 16);
  const auto refused = proef.verwijder();
  EXPECT_THAT(codes(refused), ElementsAre("FS130"));
  EXPECT_THAT(tekst(refused, "FS130"), HasSubstr("16-06-2026"));
}

// W21-130: a change does not start the two weeks anew
TEST(Wi2021VerwijderPip, TheInitialRegistrationCountsAndAllItsStatesGo) {
  Proef proef;
  proef.metPip(Date(2026, 6, 1));
  proef.dossier = *proef.wijzig(invoer(kGisteren)).dossier;
  ASSERT_THAT(proef.dossier.pips, SizeIs(2));
  EXPECT_THAT(proef.verwijder().dossier->pips, IsEmpty());
  proef.vandaag = Date(2026, 6, 16);
  EXPECT_THAT(codes(proef.verwijder()), ElementsAre("FS130"));
}

TEST(Wi2021VerwijderPip, ThePlanOfAnEarlierObligationStays) {
  Proef proef;
  proef.metPip(Date(2026, 2, 1));
  proef.dossier.plicht.datumVaststelling = Date(2026, 5, 1);
  proef.metPip(Date(2026, 6, 10));
  const auto besluit = proef.verwijder();
  ASSERT_THAT(besluit.dossier->pips, SizeIs(1));
  EXPECT_EQ(besluit.dossier->pips[0].datumRegistratieInitieel, Date(2026, 2, 1));
}

isi::wi2021::Aanbod aanbod(const std::string& id, const std::string& school, Date dag) {
  isi::wi2021::Aanbod offer;
  offer.aanbodId = id;
  offer.gemeentecode = kAmsterdam;
  offer.instellingsnummer = school;
  offer.instellingsnaam = "School " + id;
  offer.datumInschrijving = offer.datumRegistratie = dag;
  return offer;
}
isi::wi2021::UrenInstelling uren(const std::string& school, Date dag) {
  isi::wi2021::UrenInstelling hours;
  hours.gemeentecode = kAmsterdam;
  hours.instellingsnummer = school;
  hours.instellingsnaam = "School " + school;
  hours.datumRegistratie = dag;
  return hours;
}

// W21-132
TEST(Wi2021VerwijderPip, OffersAndTheirHoursGoTooWhenThatIsConfirmed) {
  Proef proef;
  proef.metPip(Date(2026, 6, 1));
  auto& dossier = proef.dossier;
  dossier.aanbiedingen = {aanbod("A", "0000000001", Date(2026, 6, 3)),
                          aanbod("B", "0000000002", Date(2026, 6, 1)),
                          aanbod("oud", "0000000003", Date(2026, 5, 31))};
  dossier.aanbodWijzigingen = {aanbod("A", "0000000001", Date(2026, 6, 2)),
                               aanbod("oud", "0000000003", Date(2026, 5, 30))};
  dossier.urenInstelling = {uren("0000000001", Date(2026, 6, 10)), uren("0000000003", Date(2026, 6, 10))};
  const auto asked = proef.verwijder();
  EXPECT_THAT(codes(asked), ElementsAre("AS132"));
  EXPECT_EQ(isi::weeg(asked.meldingen, {}), isi::Resultaat::bevestigingNodig);
  EXPECT_THAT(tekst(asked, "AS132"), HasSubstr("School A, het inburgeringsaanbod bij School B, de uren bij "
                                               "School 0000000001."));
  ASSERT_TRUE(asked.dossier);
  ASSERT_THAT(asked.dossier->aanbiedingen, SizeIs(1)) << "of an earlier obligation";
  EXPECT_EQ(asked.dossier->aanbiedingen[0].aanbodId, "oud");
  EXPECT_THAT(asked.dossier->aanbodWijzigingen, SizeIs(1));
  ASSERT_THAT(asked.dossier->urenInstelling, SizeIs(1));
  EXPECT_EQ(asked.dossier->urenInstelling[0].instellingsnummer, "0000000003");
}

TEST(Wi2021VerwijderPip, ALongListIsCounted) {
  Proef proef;
  proef.metPip(Date(2026, 6, 1));
  for (int i = 0; i < 10; ++i)
    proef.dossier.aanbiedingen.push_back(aanbod(std::to_string(i), "0000000001", Date(2026, 6, 3)));
  EXPECT_THAT(tekst(proef.verwijder(), "AS132"), HasSubstr("bij School 9."));
  proef.dossier.aanbiedingen.push_back(aanbod("tien", "0000000002", Date(2026, 6, 3)));
  EXPECT_THAT(tekst(proef.verwijder(), "AS132"), HasSubstr("bij School 9 en nog 1 andere."));
}

// W21-131, W21-006
TEST(Wi2021VerwijderPip, OnlyOnesOwnPlanThatNoOtherMunicipalityHasTakenUp) {
  Proef proef;
  proef.metPip(Date(2026, 6, 5));
  proef.verhuisd(Date(2026, 6, 8));
  EXPECT_THAT(codes(proef.verwijder()), IsEmpty()) << "the old municipality, as long as it is its plan";
  proef.gemeente = kUtrecht;
  EXPECT_THAT(codes(proef.verwijder()), ElementsAre("FS131"));
  proef.dossier = *proef.wijzig(invoer(kGisteren)).dossier;
  EXPECT_THAT(codes(proef.verwijder()), ElementsAre("FS131"));
  proef.gemeente = kAmsterdam;
  EXPECT_THAT(codes(proef.verwijder()), ElementsAre("FS131"));
}

}  // namespace
}  // namespace cvsgw::laws::wi2021::piptest
