// Deadlines day by day: for each the day before and the day itself, and what keeps it from coming.
#include "gateway/isi/wi2021/termijnen.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

const Date kStart(2025, 3, 3);

Dossier persoon() {
  Dossier dossier;
  dossier.personalia.bsn = *Bsn::parse("999993653");
  dossier.personalia.geboortedatum = Date(1990, 5, 17);
  dossier.plicht.doelgroep.indeling = "Asielstatushouder";
  dossier.plicht.datumVaststelling = kStart;
  dossier.verblijven = {{kAmsterdam, "Ingezetene", kStart, std::nullopt, std::nullopt}};
  dossier.startTermijnPip = kStart;
  return dossier;
}

Dossier metPip(Date registratie, std::string leerroute = "B") {
  Dossier dossier = persoon();
  Pip pip;
  pip.gemeentecode = kAmsterdam;
  pip.datumDagtekening = pip.datumDagtekeningInitieel = registratie;
  pip.datumRegistratie = pip.datumRegistratieInitieel = registratie;
  pip.leerroute = std::move(leerroute);
  dossier.pips = {pip};
  return dossier;
}

/// With a term that ends on `einde`.
Dossier metTermijn(Date einde, std::string leerroute = "B") {
  Dossier dossier = metPip(einde.plusYears(-3), std::move(leerroute));
  dossier.plicht.datumVaststelling = std::min(kStart, einde.plusYears(-3));
  dossier.plicht.termijn = Termijn{einde.plusYears(-3).plusDays(1), einde, std::nullopt, std::nullopt};
  dossier.aanbiedingen.emplace_back().gemeentecode = kAmsterdam;
  return dossier;
}

std::vector<std::string> op(const Dossier& dossier, Date dag) {
  std::vector<std::string> codes;
  for (const auto& actie : signalenOp(dossier, dossier, dag)) {
    EXPECT_EQ(actie.soort, Signaalactie::Soort::plaats);
    EXPECT_EQ(actie.gemeente, kAmsterdam);
    codes.push_back(actie.code);
  }
  return codes;
}

void nietErvoorWelOpDeDagNietErna(const Dossier& dossier, std::string_view code, Date dag) {
  EXPECT_THAT(op(dossier, dag.plusDays(-1)), Not(Contains(code)));
  EXPECT_THAT(op(dossier, dag), Contains(code));
  EXPECT_THAT(op(dossier, dag.plusDays(1)), Not(Contains(code)));
  EXPECT_EQ(volgendeDag(dossier, dag.plusDays(-1)), dag) << "the day processing looks at him on that day";
}

// W21-580: ten weeks are until day 70.
TEST(Wi2021Termijnen, NoPlanOnTheSeventyFirstDay) {
  nietErvoorWelOpDeDagNietErna(persoon(), "SS126", kStart.plusDays(71));
}

TEST(Wi2021Termijnen, NoReminderOfAPlanThatStandsOrThatIsNotRequired) {
  const Date dag = kStart.plusDays(71);
  EXPECT_THAT(op(metPip(kStart.plusDays(70)), dag), IsEmpty());
  Dossier oud = persoon();
  oud.personalia.geboortedatum = Date(1958, 11, 1);  // 67 on 1 November 2025
  EXPECT_THAT(op(oud, dag), IsEmpty()) << "AOW within six months: no plan is required (§ 4.1 SS128)";
  oud.personalia.geboortedatum = Date(1958, 11, 14);  // six months before: 14 May, the day after
  EXPECT_THAT(op(oud, dag), ElementsAre("SS126"));
}

TEST(Wi2021Termijnen, AnotherMunicipalitysPlanIsNotOnesOwn) {
  Dossier dossier = metPip(kStart.plusDays(5));
  dossier.pips[0].gemeentecode = kUtrecht;
  EXPECT_THAT(op(dossier, kStart.plusDays(71)), ElementsAre("SS126"));
}

// The person came back: what was planned before the other municipality's plan is not the present plan.
TEST(Wi2021Termijnen, AMunicipalityToWhichHeReturnsHasToPlanAnew) {
  Dossier dossier = metPip(kStart.plusDays(5));
  Pip elders = dossier.pips[0];
  elders.gemeentecode = kUtrecht;
  elders.datumRegistratie = kStart.plusDays(60);
  dossier.pips.insert(dossier.pips.begin(), elders);
  dossier.startTermijnPip = kStart.plusDays(100);
  const Date dag = kStart.plusDays(171);
  nietErvoorWelOpDeDagNietErna(dossier, "SS126", dag);
  Pip weer = dossier.pips[1];
  weer.datumRegistratie = dag.plusDays(-1);
  dossier.pips.insert(dossier.pips.begin(), weer);
  EXPECT_THAT(op(dossier, dag), IsEmpty());
  nietErvoorWelOpDeDagNietErna(dossier, "SS127", dag.plusDays(-1).plusMonths(3).plusDays(1));
}

// W21-508: § 3.6.6.2, a new obligation needs a new plan.
TEST(Wi2021Termijnen, APlanOfAnEarlierObligationStopsNoReminder) {
  Dossier dossier = metPip(kStart.plusDays(-1));
  EXPECT_THAT(op(dossier, kStart.plusDays(71)), ElementsAre("SS126"));
  dossier = metPip(kStart);
  EXPECT_THAT(op(dossier, kStart.plusDays(71)), IsEmpty());
}

// W21-581: three months are until the same day of the month.
TEST(Wi2021Termijnen, NoOfferOnTheDayAfterThreeMonths) {
  nietErvoorWelOpDeDagNietErna(metPip(Date(2025, 4, 10)), "SS127", Date(2025, 7, 11));
  nietErvoorWelOpDeDagNietErna(metPip(Date(2025, 11, 30)), "SS127", Date(2026, 3, 1));
}

TEST(Wi2021Termijnen, OnlyAsielstatushoudersWithoutAnOfferAreReminded) {
  Dossier dossier = metPip(Date(2025, 4, 10));
  dossier.plicht.doelgroep.indeling = "GezinsmigrantEnOverigeMigrant";
  EXPECT_THAT(op(dossier, Date(2025, 7, 11)), IsEmpty());
  dossier = metPip(Date(2025, 4, 10));
  dossier.aanbiedingen.emplace_back().gemeentecode = kAmsterdam;
  EXPECT_THAT(op(dossier, Date(2025, 7, 11)), IsEmpty());
  dossier.aanbiedingen[0].gemeentecode = kUtrecht;
  EXPECT_THAT(op(dossier, Date(2025, 7, 11)), ElementsAre("SS127")) << "the plan's municipality has to offer";
}

// W21-582
TEST(Wi2021Termijnen, TheLearnabilityTestExpiresWithinAMonth) {
  Dossier dossier = metTermijn(Date(2029, 1, 1));
  Leerbaarheidstoets toets;
  toets.gemeentecode = kAmsterdam;
  toets.datumAanmelding = toets.periodeVanaf = Date(2025, 4, 1);
  toets.periodeTotEnMet = Date(2026, 3, 31);
  dossier.lbt.toetsen = {toets};
  nietErvoorWelOpDeDagNietErna(dossier, "SS138", Date(2026, 2, 28));
  dossier.lbt.toetsen[0].datumToetsafname = Date(2026, 2, 27);
  EXPECT_THAT(op(dossier, Date(2026, 2, 28)), IsEmpty());
  dossier.lbt.toetsen[0].datumToetsafname.reset();
  dossier.lbt.ontheven = true;
  EXPECT_THAT(op(dossier, Date(2026, 2, 28)), IsEmpty());
}

// W21-583
TEST(Wi2021Termijnen, SixMonthsBeforeThePensionAge) {
  Dossier dossier = metTermijn(Date(2029, 6, 1));
  dossier.personalia.geboortedatum = Date(1959, 10, 20);  // 67 on 20 October 2026
  nietErvoorWelOpDeDagNietErna(dossier, "SS128", Date(2026, 4, 20));
  dossier.personalia.geboortedatum.reset();
  EXPECT_THAT(op(dossier, Date(2026, 4, 20)), IsEmpty());
}

TEST(Wi2021Termijnen, ThePensionAgeFollowsTheYearInWhichItIsReached) {
  EXPECT_EQ(aowDatum(Date(1955, 12, 31)), Date(2022, 7, 31));
  EXPECT_EQ(aowDatum(Date(1957, 2, 28)), Date(2023, 12, 28));
  EXPECT_EQ(aowDatum(Date(1957, 3, 1)), Date(2024, 3, 1));
  EXPECT_EQ(aowDatum(Date(1960, 12, 31)), Date(2027, 12, 31));
  EXPECT_EQ(aowDatum(Date(1961, 1, 1)), Date(2028, 4, 1));
}

// W21-584, W21-585, W21-586, W21-587
TEST(Wi2021Termijnen, TheTermsEndIsAnnouncedAndReportedDayByDay) {
  const Dossier dossier = metTermijn(Date(2027, 8, 31));
  nietErvoorWelOpDeDagNietErna(dossier, "SS194", Date(2027, 2, 28));
  nietErvoorWelOpDeDagNietErna(dossier, "SS195", Date(2027, 6, 30));
  nietErvoorWelOpDeDagNietErna(dossier, "SS196", Date(2027, 9, 1));
  nietErvoorWelOpDeDagNietErna(dossier, "SS197", Date(2027, 10, 1));
  EXPECT_EQ(volgendeDag(dossier, Date(2027, 10, 1)), Date(2056, 11, 17).plusMonths(3)) << "then only AOW";
}

TEST(Wi2021Termijnen, OnlyMissingDataAreAskedForAfterTheTerm) {
  const Date einde(2027, 8, 31);
  const Date dag(2027, 10, 1);
  Dossier dossier = metTermijn(einde);
  dossier.pvt.emplace().voldaan = true;
  dossier.pvt->datumOndertekening = einde;
  dossier.map.emplace().verwijtbaarheid = "NietVerwijtbaar";
  EXPECT_THAT(op(dossier, dag), IsEmpty());
  dossier.pvt->datumOndertekening = einde.plusDays(1);
  EXPECT_THAT(op(dossier, dag), ElementsAre("SS197")) << "fulfilled after the term: whose fault is missing";
  dossier.pvt->verwijtbaarheid = "Verwijtbaar";
  EXPECT_THAT(op(dossier, dag), IsEmpty());
  dossier.map.reset();
  EXPECT_THAT(op(dossier, dag), ElementsAre("SS197"));
  dossier.pips[0].leerroute = "O";
  EXPECT_THAT(op(dossier, dag), IsEmpty()) << "no MAP in the O-route";
}

TEST(Wi2021Termijnen, WhoIsNoLongerObligedGetsNoReminders) {
  const Date einde(2027, 8, 31);
  const auto stil = [&](const Dossier& dossier) { return op(dossier, einde.plusDays(1)).empty(); };
  Dossier dossier = metTermijn(einde);
  EXPECT_FALSE(stil(dossier));
  dossier.plicht.einddatum = einde.plusDays(-10);
  EXPECT_TRUE(stil(dossier));
  dossier = metTermijn(einde);
  dossier.plicht.inburgeringsplichtig = false;
  EXPECT_TRUE(stil(dossier)) << "temporary exemption";
  dossier = metTermijn(einde);
  dossier.personalia.datumOverlijden = einde;
  EXPECT_TRUE(stil(dossier));
  dossier = metTermijn(einde);
  dossier.verblijven[0].tot = einde;
  EXPECT_TRUE(stil(dossier)) << "lives nowhere in the country";
}

TEST(Wi2021Termijnen, AChangeThatPutsADeadlineInThePastGivesItsSignalOnce) {
  const Date vandaag(2027, 9, 15);
  const Dossier zonder = metPip(Date(2024, 8, 31));
  const Dossier met = metTermijn(Date(2027, 8, 31));
  std::vector<std::string> codes;
  for (const auto& actie : ingehaaldeSignalen(&zonder, met, vandaag)) codes.push_back(actie.code);
  EXPECT_THAT(codes, ElementsAre("SS196")) << "SS194 and SS195 are no longer true, SS197 not yet";
  EXPECT_THAT(ingehaaldeSignalen(&met, met, vandaag), IsEmpty());
  EXPECT_THAT(signalenOp(zonder, met, Date(2027, 9, 1)), IsEmpty()) << "it came with the change";
}

TEST(Wi2021Termijnen, AWithdrawnPlanDoesNotBringThePassedReminderBack) {
  const Dossier met = metPip(kStart.plusDays(80));
  EXPECT_THAT(ingehaaldeSignalen(&met, persoon(), kStart.plusDays(85)), IsEmpty());
}

// W21-590
TEST(Wi2021Termijnen, ALinkEndsOnTheDayOfLeaving) {
  Dossier dossier = persoon();
  const Date vertrek(2026, 2, 1);
  dossier.verblijven[0].tot = vertrek;
  dossier.verblijven.insert(dossier.verblijven.begin(),
                            {kUtrecht, "Ingezetene", vertrek, std::nullopt, std::nullopt});
  dossier.koppelingen = {{{}, kAmsterdam, "C1", kStart, std::nullopt},
                         {{}, kUtrecht, "C2", vertrek, std::nullopt}};
  EXPECT_FALSE(beeindigKoppelingen(dossier, vertrek.plusDays(-1)));
  EXPECT_TRUE(beeindigKoppelingen(dossier, vertrek));
  EXPECT_EQ(dossier.koppelingen[0].datumIngetrokken, vertrek);
  EXPECT_FALSE(dossier.koppelingen[1].datumIngetrokken);
  EXPECT_FALSE(beeindigKoppelingen(dossier, vertrek.plusDays(1))) << "once";
}

// W21-591
TEST(Wi2021Termijnen, AnExpiredTestIsSetUpAnewWithANewNumber) {
  Dossier dossier = persoon();
  Leerbaarheidstoets toets;
  toets.gemeentecode = kAmsterdam;
  toets.examennummer = "1";
  toets.datumAanmelding = toets.periodeVanaf = Date(2025, 4, 1);
  toets.periodeTotEnMet = Date(2026, 3, 31);
  dossier.lbt.toetsen = {toets};
  const auto nummer = [] { return std::string("2"); };
  EXPECT_FALSE(verwerkDag(dossier, Date(2026, 3, 31), nummer).gewijzigd);
  const auto stap = verwerkDag(dossier, Date(2026, 4, 1), nummer);
  ASSERT_TRUE(stap.gewijzigd);
  ASSERT_EQ(stap.dossier.lbt.toetsen.size(), 2U);
  EXPECT_EQ(stap.dossier.lbt.toetsen[0].examennummer, "2");
  EXPECT_EQ(stap.dossier.lbt.toetsen[0].periodeTotEnMet, Date(2027, 3, 31));
  ASSERT_EQ(stap.signalen.size(), 1U);
  EXPECT_EQ(stap.signalen[0].code, "SS137");
  EXPECT_FALSE(verwerkDag(stap.dossier, Date(2026, 4, 2), nummer).gewijzigd);
}

// W21-592: two working days, so that a request of Friday is honoured on Tuesday.
TEST(Wi2021Termijnen, ATestAskedForAgainIsThereAfterTwoWorkingDays) {
  Dossier dossier = persoon();
  Leerbaarheidstoets toets;
  toets.gemeentecode = kAmsterdam;
  toets.datumAanmelding = toets.datumToetsafname = Date(2025, 4, 1);
  toets.resultaat = "N";
  dossier.lbt.toetsen = {toets};
  dossier.lbt.herkansing = LbtHerkansing{Date(2025, 5, 2), "TechnischeStoring", std::nullopt};
  const auto nummer = [] { return std::string("2"); };
  EXPECT_EQ(volgendeDag(dossier, Date(2025, 5, 2)), Date(2025, 5, 6));
  EXPECT_FALSE(verwerkDag(dossier, Date(2025, 5, 5), nummer).gewijzigd);
  const auto stap = verwerkDag(dossier, Date(2025, 5, 6), nummer);
  ASSERT_TRUE(stap.gewijzigd);
  EXPECT_FALSE(verwerkDag(stap.dossier, Date(2025, 5, 7), nummer).gewijzigd);
}

}  // namespace
}  // namespace cvsgw::isi::wi2021
