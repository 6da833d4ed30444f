#include "gateway/laws/wi2021/rules/aanbod.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/laws/wi2021/rules/testing/aanbod_wereld.hpp"

namespace cvsgw::laws::wi2021::aanbodtest {
namespace {

using isi::wi2021::Aanbod;
using isi::wi2021::Signaalactie;
using isi::wi2021::Uitkomst;
using isi::wi2021::UrenInstelling;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Wi2021Aanbod : public ::testing::Test {
 protected:
  Wi2021Aanbod() {
    nieuw.instellingsnummer = kTaalschool;
    nieuw.datumInschrijving = Date(2026, 6, 10);
    nieuw.startdatumOpleiding = Date(2026, 7, 1);
    nieuw.einddatumOpleiding = Date(2027, 6, 30);
    nieuw.alfabetisering = "NVT";
  }
  isi::wi2021::Besluit voeg() { return wereld.met(voegAanbodToe, nieuw); }
  isi::wi2021::Besluit wijzig() { return wereld.met(wijzigAanbod, "A21.90", nieuw); }
  isi::wi2021::Besluit verwijder(std::string_view id = "A21.90") { return wereld.met(verwijderAanbod, id); }
  /// The rules on dates are the same for a new and for a changed offer.
  void verwacht(std::vector<std::string> expected) {
    EXPECT_EQ(codes(voeg()), expected);
    wereld.staand(kAndereSchool);
    EXPECT_EQ(codes(wijzig()), expected);
    wereld.dossier.aanbiedingen.clear();
  }

  Wereld wereld;
  Aanbod nieuw;
};

TEST_F(Wi2021Aanbod, ANewOfferStandsFirstWithIdNameAndKindAndSettlesTheSignal) {
  wereld.staand(kAndereSchool);
  const auto besluit = voeg();
  EXPECT_THAT(codes(besluit), IsEmpty());
  ASSERT_TRUE(besluit.dossier);
  ASSERT_EQ(besluit.dossier->aanbiedingen.size(), 2U);
  const Aanbod& aanbod = besluit.dossier->aanbiedingen.front();
  EXPECT_EQ(aanbod.aanbodId, "A21.1");
  EXPECT_EQ(aanbod.gemeentecode, kHier);
  EXPECT_EQ(aanbod.instellingsnaam, "School 0000010018");
  EXPECT_EQ(aanbod.soortInstelling, "BOW");
  EXPECT_EQ(aanbod.datumRegistratie, kVandaag);
  ASSERT_THAT(signalen(besluit), ElementsAre("SS127"));
  EXPECT_EQ(besluit.signalen.front().soort, Signaalactie::Soort::handelAf);
  Uitkomst uitkomst;
  besluit.toon(*besluit.dossier, uitkomst);
  ASSERT_TRUE(uitkomst.aanbod);
  EXPECT_EQ(*uitkomst.aanbod, aanbod);
}

TEST_F(Wi2021Aanbod, OnlyAsielstatushoudersGetAnOffer) {  // W21-135
  wereld.dossier.plicht.doelgroep.indeling = "GezinsmigrantEnOverigeMigrant";
  const auto besluit = voeg();
  EXPECT_THAT(codes(besluit), ElementsAre("FS135"));
  EXPECT_FALSE(besluit.dossier);
}

TEST_F(Wi2021Aanbod, ThePlanComesFirst) {  // W21-136
  wereld.dossier.pips.clear();
  EXPECT_THAT(codes(voeg()), ElementsAre("FS136"));
}

TEST_F(Wi2021Aanbod, WhoHasLeftGetsNoNewOfferButItsOwnCanBeChanged) {  // W21-137
  wereld.staand(kAndereSchool);
  wereld.verhuis(kVandaag.plusDays(-3));
  EXPECT_THAT(codes(voeg()), ElementsAre("FS137"));
  EXPECT_THAT(codes(wijzig()), IsEmpty());
  wereld.namens.gemeente = kElders;
  EXPECT_THAT(codes(voeg()), IsEmpty()) << "where the person went";
}

TEST_F(Wi2021Aanbod, TheInstitutionIsKnownAndHasTheMarkOfTheRoute) {  // W21-138, W21-139
  const std::vector<std::string> fits;
  const std::vector<std::string> unfit{"FS139"};
  const std::vector<std::string> unknown{"FS138"};
  struct Row {
    const char* route;
    std::string school;
    std::vector<std::string> expected;
  };
  for (const auto& [route, school, expected] :
       {Row{"B", kTaalschool, fits}, Row{"B", kSchakelschool, unfit}, Row{"B", kBeide, fits},
        Row{"Z", kTaalschool, fits}, Row{"Z", kSchakelschool, unfit}, Row{"O", kTaalschool, fits},
        Row{"O", kSchakelschool, fits}, Row{"O", kZonderKeurmerk, unfit}, Row{"B", kZonderKeurmerk, unfit},
        Row{"O", "0000000001", unknown}}) {
    wereld.route(route);
    nieuw.instellingsnummer = school;
    EXPECT_EQ(codes(voeg()), expected) << route << " " << school;
  }
}

TEST_F(Wi2021Aanbod, WithBothMarksTheRouteSaysWhichCounts) {
  nieuw.instellingsnummer = kBeide;
  EXPECT_EQ(voeg().dossier->aanbiedingen.front().soortInstelling, "BOW");
  wereld.route("O");
  EXPECT_EQ(voeg().dossier->aanbiedingen.front().soortInstelling, "TST");
}

TEST_F(Wi2021Aanbod, EnrolmentIsNotBeforeTheInitialPlan) {  // W21-140
  nieuw.datumInschrijving = kDagtekening;
  verwacht({});
  nieuw.datumInschrijving = kDagtekening.plusDays(-1);
  verwacht({"FS140"});
  EXPECT_THAT(voeg().meldingen[0].tekst, HasSubstr("20-02-2026"));
  EXPECT_EQ(voeg().meldingen[0].veld, "aanbod/datumInschrijving");
  // A later plan leaves the initial one's day.
  wereld.dossier.pips.front().datumDagtekening = Date(2026, 5, 1);
  nieuw.datumInschrijving = kDagtekening;
  verwacht({});
}

TEST_F(Wi2021Aanbod, TheStartIsNotBeforeEnrolment) {  // W21-141
  nieuw.startdatumOpleiding = nieuw.datumInschrijving;
  verwacht({});
  nieuw.startdatumOpleiding = nieuw.datumInschrijving.plusDays(-1);
  verwacht({"FS141"});
}

TEST_F(Wi2021Aanbod, TheStartLiesWithinTheTerm) {  // W21-142
  nieuw.einddatumOpleiding.reset();
  nieuw.startdatumOpleiding = Date(2029, 2, 20);
  verwacht({});
  nieuw.startdatumOpleiding = Date(2029, 2, 21);
  verwacht({"FS142"});
  nieuw.datumInschrijving = kDagtekening;
  nieuw.startdatumOpleiding = kDagtekening.plusDays(1);
  verwacht({});
  nieuw.startdatumOpleiding = kDagtekening;
  verwacht({"FS142"});
}

TEST_F(Wi2021Aanbod, WithoutATermThreeYearsFromThePlanCount) {  // W21-142, W21-144
  wereld.dossier.plicht.termijn.reset();
  nieuw.startdatumOpleiding = nieuw.einddatumOpleiding = Date(2029, 2, 20);
  verwacht({});
  nieuw.einddatumOpleiding = Date(2029, 2, 21);
  verwacht({"FS144"});
  nieuw.startdatumOpleiding = Date(2029, 2, 21);
  verwacht({"FS142", "FS144"});
}

TEST_F(Wi2021Aanbod, AnExtendedTermMakesRoom) {  // W21-142
  wereld.dossier.plicht.termijn->einddatum = Date(2029, 8, 20);
  nieuw.startdatumOpleiding = nieuw.einddatumOpleiding = Date(2029, 8, 20);
  verwacht({});
  nieuw.einddatumOpleiding = Date(2029, 8, 21);
  verwacht({"FS144"});
}

TEST_F(Wi2021Aanbod, TheEndIsOnOrAfterTheStart) {  // W21-143
  nieuw.einddatumOpleiding = nieuw.startdatumOpleiding;
  verwacht({});
  nieuw.einddatumOpleiding = nieuw.startdatumOpleiding->plusDays(-1);
  verwacht({"FS143"});
  nieuw.startdatumOpleiding.reset();
  verwacht({});
  nieuw.einddatumOpleiding = nieuw.datumInschrijving;
  verwacht({});
  nieuw.einddatumOpleiding = nieuw.datumInschrijving.plusDays(-1);
  verwacht({"FS143"});
}

TEST_F(Wi2021Aanbod, OneCurrentOfferPerInstitution) {  // W21-145
  auto& staand = wereld.staand(kTaalschool);
  EXPECT_THAT(codes(voeg()), ElementsAre("FS145"));
  EXPECT_THAT(voeg().meldingen[0].tekst, HasSubstr("A21.90"));
  staand.einddatumOpleiding = kVandaag;
  EXPECT_THAT(codes(voeg()), ElementsAre("FS145")) << "current on its last day";
  staand.einddatumOpleiding = kVandaag.plusDays(-1);
  EXPECT_THAT(codes(voeg()), IsEmpty());
}

TEST_F(Wi2021Aanbod, AnEndedOfferIsNotRevivedBesideAnother) {  // W21-145
  wereld.staand(kTaalschool, "A21.91");
  wereld.staand(kTaalschool).einddatumOpleiding = kVandaag.plusDays(-1);
  EXPECT_THAT(codes(wijzig()), ElementsAre("FS145"));
  nieuw.startdatumOpleiding = Date(2026, 6, 10);
  nieuw.einddatumOpleiding = kVandaag.plusDays(-2);
  EXPECT_THAT(codes(wijzig()), IsEmpty()) << "it stays ended";
}

TEST_F(Wi2021Aanbod, AtThePreviousMunicipalitysSchoolTheOwnPlanComesFirst) {  // W21-145, W21-523
  wereld.staand(kTaalschool);
  wereld.verhuis(kVandaag.plusDays(-20));
  wereld.namens.gemeente = kElders;
  EXPECT_THAT(codes(voeg()), ElementsAre("FS145"));
  wereld.nieuwPip(kVandaag.plusDays(-5), kVandaag.plusDays(-5));
  EXPECT_THAT(codes(voeg()), IsEmpty());
}

TEST_F(Wi2021Aanbod, InTheORouteALateStartAsksAndLengthensTheTerm) {  // W21-146, W21-521
  wereld.route("O");
  nieuw.einddatumOpleiding.reset();
  nieuw.startdatumOpleiding = Date(2026, 12, 15);
  EXPECT_THAT(codes(voeg()), IsEmpty());
  EXPECT_EQ(voeg().dossier->plicht.termijn->einddatum, Date(2029, 2, 20));
  nieuw.startdatumOpleiding = Date(2026, 12, 16);
  const auto besluit = voeg();
  ASSERT_THAT(codes(besluit), ElementsAre("AS146"));
  EXPECT_TRUE(besluit.meldingen[0].bevestigen);
  EXPECT_THAT(besluit.meldingen[0].tekst, HasSubstr("15-12-2026"));
  const auto& plicht = besluit.dossier->plicht;
  EXPECT_EQ(plicht.termijn->einddatum, Date(2029, 8, 20));
  EXPECT_EQ(plicht.termijn->verlengingsgrond, "2");
  ASSERT_EQ(plicht.termijnHistorie.size(), 1U);
  EXPECT_EQ(plicht.termijnHistorie[0].einddatum, Date(2029, 2, 20));
  EXPECT_EQ(plicht.redenWijziging, "TermijnAmbtshalveVerlengd");
  EXPECT_THAT(signalen(besluit), ElementsAre("SS127", "SS103"));
}

TEST_F(Wi2021Aanbod, OtherRoutesMayStartLater) {  // W21-146
  nieuw.startdatumOpleiding = Date(2026, 12, 16);
  for (const char* route : {"B", "Z"}) {
    wereld.route(route);
    EXPECT_THAT(codes(voeg()), IsEmpty()) << route;
    EXPECT_THAT(signalen(voeg()), ElementsAre("SS127"));
  }
}

TEST_F(Wi2021Aanbod, AChangedStartAsksAgainAndTheTermGrowsOnce) {  // W21-146, W21-521
  wereld.route("O");
  wereld.staand(kSchakelschool).startdatumOpleiding = Date(2026, 10, 1);
  nieuw.startdatumOpleiding = Date(2026, 12, 16);
  auto besluit = wijzig();
  EXPECT_THAT(codes(besluit), ElementsAre("AS146"));
  EXPECT_THAT(signalen(besluit), ElementsAre("SS103"));
  wereld.dossier = *besluit.dossier;
  nieuw.startdatumOpleiding = Date(2027, 1, 4);
  besluit = wijzig();
  EXPECT_THAT(codes(besluit), ElementsAre("AS146"));
  EXPECT_EQ(besluit.dossier->plicht.termijn->einddatum, Date(2029, 8, 20));
  EXPECT_THAT(signalen(besluit), IsEmpty());
  wereld.dossier = *besluit.dossier;
  nieuw.einddatumOpleiding = Date(2027, 7, 1);
  EXPECT_THAT(codes(wijzig()), IsEmpty()) << "the start was accepted already";
}

TEST_F(Wi2021Aanbod, TheFirstOfferMoreThanThreeMonthsAfterThePlanIsLate) {  // W21-147
  wereld.namens.vandaag = Date(2026, 6, 20);
  EXPECT_THAT(codes(voeg()), IsEmpty());
  wereld.namens.vandaag = Date(2026, 6, 21);
  const auto besluit = voeg();
  ASSERT_THAT(codes(besluit), ElementsAre("AS147"));
  EXPECT_FALSE(besluit.meldingen[0].bevestigen);
  EXPECT_EQ(besluit.dossier->plicht.termijn->einddatum, Date(2029, 2, 20))
      << "not until the term nears its end";
  wereld.staand(kAndereSchool);
  EXPECT_THAT(codes(voeg()), IsEmpty()) << "not the first";
}

TEST_F(Wi2021Aanbod, NoOneChangesTheDeceasedOrAfterTheWindow) {  // W21-004, W21-005
  wereld.staand(kTaalschool);
  wereld.verhuis(kVandaag.plusDays(-40));
  wereld.nieuwPip(kVandaag.plusDays(-28), kVandaag.plusDays(-20));
  EXPECT_THAT(codes(wijzig()), IsEmpty());
  wereld.dossier.pips.front().datumDagtekening = kVandaag.plusDays(-29);
  EXPECT_THAT(codes(wijzig()), ElementsAre("FS105"));
  EXPECT_THAT(codes(verwijder()), IsEmpty()) << "deleting counts from the registration";
  wereld.dossier.pips.front().datumRegistratie = kVandaag.plusDays(-28);
  EXPECT_THAT(codes(verwijder()), IsEmpty());
  wereld.dossier.personalia.datumOverlijden = kVandaag;
  EXPECT_THAT(codes(wijzig()), ElementsAre("FS104"));
  EXPECT_THAT(codes(verwijder()), ElementsAre("FS104"));
}

TEST_F(Wi2021Aanbod, AfterTheWindowForDeletingOnlyChangingIsLeft) {  // W21-006
  wereld.staand(kTaalschool);
  wereld.verhuis(kVandaag.plusDays(-40));
  wereld.nieuwPip(kVandaag.plusDays(-10), kVandaag.plusDays(-29));
  EXPECT_THAT(codes(verwijder()), ElementsAre("FS106"));
  EXPECT_THAT(codes(wijzig()), IsEmpty());
}

TEST_F(Wi2021Aanbod, AnOfferOfAnotherMunicipalityAndNoOfferAreRefused) {  // W21-148, W21-149
  EXPECT_THAT(codes(wijzig()), ElementsAre("FS148"));
  EXPECT_THAT(codes(verwijder()), ElementsAre("FS148"));
  wereld.staand(kTaalschool).gemeentecode = kElders;
  EXPECT_THAT(codes(wijzig()), ElementsAre("FS149"));
  EXPECT_THAT(codes(verwijder()), ElementsAre("FS149"));
}

TEST_F(Wi2021Aanbod, AChangeLeavesThePreviousStateInTheHistory) {
  wereld.staand(kAndereSchool, "A21.7");
  wereld.staand(kTaalschool);
  const Aanbod oud = wereld.dossier.aanbiedingen.front();
  nieuw.alfabetisering = "AA";
  nieuw.einddatumOpleiding.reset();
  const auto besluit = wijzig();
  EXPECT_THAT(codes(besluit), IsEmpty());
  ASSERT_TRUE(besluit.dossier);
  EXPECT_THAT(besluit.dossier->aanbodWijzigingen, ElementsAre(oud));
  const auto& now = besluit.dossier->aanbiedingen;
  ASSERT_EQ(now.size(), 2U);
  EXPECT_EQ(now[0].aanbodId, oud.aanbodId);
  EXPECT_EQ(now[0].instellingsnummer, kTaalschool);
  EXPECT_EQ(now[0].datumInschrijving, nieuw.datumInschrijving);
  EXPECT_EQ(now[0].alfabetisering, "AA");
  EXPECT_FALSE(now[0].einddatumOpleiding) << "what is absent becomes absent";
  EXPECT_EQ(now[0].datumRegistratie, kVandaag);
  EXPECT_EQ(now[1].aanbodId, "A21.7");
  EXPECT_THAT(signalen(besluit), IsEmpty());
}

TEST_F(Wi2021Aanbod, AChangeThatChangesNothingLeavesNoHistory) {  // ALG-032
  nieuw = wereld.staand(kTaalschool);
  const auto besluit = wijzig();
  EXPECT_THAT(codes(besluit), ElementsAre("AS010"));
  EXPECT_FALSE(besluit.dossier);
  Uitkomst uitkomst;
  besluit.toon(wereld.dossier, uitkomst);
  EXPECT_EQ(uitkomst.aanbod, nieuw);
}

TEST_F(Wi2021Aanbod, AStaleVersionIsRefused) {  // ALG-031
  wereld.staand(kTaalschool);
  wereld.verwerking.verwachteVersie = "v1";
  EXPECT_THAT(codes(wijzig()), IsEmpty());
  EXPECT_THAT(codes(verwijder()), IsEmpty());
  wereld.verwerking.verwachteVersie = "v0";
  EXPECT_THAT(codes(wijzig()), ElementsAre("FS010"));
  EXPECT_THAT(codes(verwijder()), ElementsAre("FS010"));
}

TEST_F(Wi2021Aanbod, AnOfferCanBeRemovedUntilTheTermIsThirtyMonthsOld) {  // W21-150
  wereld.staand(kTaalschool);
  wereld.namens.vandaag = Date(2028, 8, 21);
  EXPECT_THAT(codes(verwijder()), IsEmpty());
  wereld.namens.vandaag = Date(2028, 8, 22);
  EXPECT_THAT(codes(verwijder()), ElementsAre("FS150"));
  EXPECT_THAT(verwijder().meldingen[0].tekst, HasSubstr("21-08-2028"));
  wereld.dossier.plicht.termijn.reset();
  EXPECT_THAT(codes(verwijder()), IsEmpty()) << "no term has begun";
}

TEST_F(Wi2021Aanbod, RemovingTakesItsStatesAndNothingElse) {
  wereld.staand(kAndereSchool, "A21.7");
  wereld.staand(kTaalschool);
  wereld.dossier.aanbodWijzigingen = wereld.dossier.aanbiedingen;
  const auto besluit = verwijder();
  EXPECT_THAT(codes(besluit), IsEmpty());
  ASSERT_TRUE(besluit.dossier);
  ASSERT_EQ(besluit.dossier->aanbiedingen.size(), 1U);
  EXPECT_EQ(besluit.dossier->aanbiedingen[0].aanbodId, "A21.7");
  ASSERT_EQ(besluit.dossier->aanbodWijzigingen.size(), 1U);
  EXPECT_EQ(besluit.dossier->aanbodWijzigingen[0].aanbodId, "A21.7");
  EXPECT_FALSE(besluit.toon) << "nothing is left to show";
  EXPECT_THAT(signalen(besluit), IsEmpty()) << "a settled signal is not reopened";
}

TEST_F(Wi2021Aanbod, TheHoursThatHangOnAnOfferGoWithIt) {  // W21-151
  wereld.staand(kTaalschool);
  const auto uren = [](const Gemeentecode& gemeente, const std::string& school) {
    UrenInstelling row;
    row.gemeentecode = gemeente;
    row.instellingsnummer = school;
    row.instellingsnaam = "School " + school;
    row.urenTaallesKnm = 410;
    return row;
  };
  wereld.dossier.urenInstelling = {uren(kHier, kAndereSchool), uren(kElders, kTaalschool)};
  EXPECT_THAT(codes(verwijder()), IsEmpty()) << "of another school, or another municipality";
  EXPECT_EQ(verwijder().dossier->urenInstelling.size(), 2U);
  wereld.dossier.urenInstelling.push_back(uren(kHier, kTaalschool));
  const auto besluit = verwijder();
  ASSERT_THAT(codes(besluit), ElementsAre("AS151"));
  EXPECT_TRUE(besluit.meldingen[0].bevestigen);
  EXPECT_THAT(besluit.meldingen[0].tekst, HasSubstr("School 0000010018, taalles en KNM 410"));
  EXPECT_THAT(besluit.dossier->urenInstelling,
              ElementsAre(uren(kHier, kAndereSchool), uren(kElders, kTaalschool)));
  wereld.staand(kAndereSchool, "A21.4");
  EXPECT_THAT(codes(verwijder()), ElementsAre("AS151")) << "an offer at another school bears nothing here";
  wereld.staand(kTaalschool, "A21.5").gemeentecode = kElders;
  EXPECT_THAT(codes(verwijder()), ElementsAre("AS151")) << "nor does one of another municipality";
  wereld.staand(kTaalschool, "A21.3").einddatumOpleiding = kVandaag.plusDays(-9);
  EXPECT_THAT(codes(verwijder()), IsEmpty()) << "another offer at that school still bears the hours";
}

TEST_F(Wi2021Aanbod, AllBrokenRulesComeAtOnceInOrder) {
  wereld.dossier.plicht.doelgroep.indeling = "GezinsmigrantEnOverigeMigrant";
  wereld.verhuis(kVandaag.plusDays(-3));
  wereld.verwerking.verwachteVersie = "v0";
  nieuw.instellingsnummer = kSchakelschool;
  nieuw.datumInschrijving = kDagtekening.plusDays(-1);
  nieuw.startdatumOpleiding = kDagtekening.plusDays(-2);
  nieuw.einddatumOpleiding = kDagtekening.plusDays(-3);
  EXPECT_THAT(codes(voeg()),
              ElementsAre("FS010", "FS135", "FS137", "FS139", "FS140", "FS141", "FS142", "FS143", "FS144"));
}

}  // namespace
}  // namespace cvsgw::laws::wi2021::aanbodtest
