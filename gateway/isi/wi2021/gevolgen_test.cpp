#include "gateway/isi/wi2021/gevolgen.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

const Date kGeregistreerd(2022, 4, 1);

/// Plan of 1 February 2022, passed on at 1 April 2022: the manual's own example (§ 3.6.6.1).
Dossier handleidingsvoorbeeld() {
  Dossier dossier;
  dossier.plicht.doelgroep.indeling = "Asielstatushouder";
  dossier.plicht.datumVaststelling = Date(2022, 1, 10);
  dossier.verblijven = {{kAmsterdam, "Ingezetene", Date(2022, 1, 5), std::nullopt, std::nullopt}};
  Pip pip;
  pip.gemeentecode = kAmsterdam;
  pip.datumDagtekeningInitieel = pip.datumDagtekening = Date(2022, 2, 1);
  pip.datumRegistratieInitieel = pip.datumRegistratie = kGeregistreerd;
  pip.leerroute = "B";
  dossier.pips = {pip};
  return dossier;
}

std::vector<std::string> codesVan(const std::vector<Signaalactie>& acties, Signaalactie::Soort soort) {
  std::vector<std::string> codes;
  for (const auto& actie : acties) {
    if (actie.soort == soort) codes.push_back(actie.code);
  }
  return codes;
}

// W21-503
TEST(Wi2021PipDefinitief, TheTermStartsOnDayFifteenAndNotOnDayFourteen) {
  EXPECT_FALSE(maakPipDefinitief(handleidingsvoorbeeld(), kGeregistreerd.plusDays(14)));
  const auto gevolg = maakPipDefinitief(handleidingsvoorbeeld(), kGeregistreerd.plusDays(15));
  ASSERT_TRUE(gevolg);
  const auto& plicht = gevolg->dossier.plicht;
  ASSERT_TRUE(plicht.termijn);
  EXPECT_EQ(plicht.termijn->startdatum, Date(2022, 2, 2));
  EXPECT_EQ(plicht.termijn->einddatum, Date(2025, 2, 1));
  EXPECT_EQ(plicht.termijn->wijzigingsdatum, kGeregistreerd.plusDays(15));
  EXPECT_EQ(plicht.redenWijziging, "TermijnGestart");
}

// W21-504, W21-505
TEST(Wi2021PipDefinitief, ItIsSignalledAndSettlesWhatWaitedForIt) {
  const auto gevolg = maakPipDefinitief(handleidingsvoorbeeld(), kGeregistreerd.plusDays(15));
  ASSERT_TRUE(gevolg);
  EXPECT_THAT(codesVan(gevolg->signalen, Signaalactie::Soort::plaats), UnorderedElementsAre("SS102"));
  EXPECT_THAT(codesVan(gevolg->signalen, Signaalactie::Soort::handelAf),
              UnorderedElementsAre("SS101", "SS120", "SS131", "SS132"));
}

TEST(Wi2021PipDefinitief, ItHappensOnce) {
  const auto first = maakPipDefinitief(handleidingsvoorbeeld(), kGeregistreerd.plusDays(15));
  ASSERT_TRUE(first);
  EXPECT_FALSE(maakPipDefinitief(first->dossier, kGeregistreerd.plusDays(16)));
}

TEST(Wi2021PipDefinitief, ADayThatWasMissedIsCaughtUp) {
  EXPECT_TRUE(maakPipDefinitief(handleidingsvoorbeeld(), kGeregistreerd.plusDays(40)));
}

TEST(Wi2021PipDefinitief, ACorrectedInitialDateCountsAndALaterPlanDoesNot) {
  Dossier dossier = handleidingsvoorbeeld();
  Pip changed = dossier.pips.front();
  changed.datumDagtekeningInitieel = Date(2024, 2, 29);
  changed.datumDagtekening = Date(2022, 4, 3);
  changed.datumRegistratie = Date(2022, 4, 3);
  dossier.pips.insert(dossier.pips.begin(), changed);
  EXPECT_FALSE(maakPipDefinitief(dossier, kGeregistreerd.plusDays(14)));
  const auto gevolg = maakPipDefinitief(dossier, kGeregistreerd.plusDays(15));
  ASSERT_TRUE(gevolg) << "the change does not put it off";
  EXPECT_EQ(gevolg->dossier.plicht.termijn->startdatum, Date(2024, 3, 1));
  EXPECT_EQ(gevolg->dossier.plicht.termijn->einddatum, Date(2027, 2, 28)) << "clamped to the month's end";
}

TEST(Wi2021PipDefinitief, TheMunicipalityWhereHeLivesIsTold) {
  Dossier dossier = handleidingsvoorbeeld();
  dossier.verblijven[0].tot = Date(2022, 4, 10);
  dossier.verblijven[0].vertrek = "AndereGemeente";
  dossier.verblijven.insert(dossier.verblijven.begin(),
                            {kUtrecht, "Ingezetene", Date(2022, 4, 10), std::nullopt, std::nullopt});
  const auto gevolg = maakPipDefinitief(dossier, kGeregistreerd.plusDays(15));
  ASSERT_TRUE(gevolg);
  EXPECT_EQ(gevolg->signalen.front().gemeente, kUtrecht);
  EXPECT_EQ(codesVan(gevolg->signalen, Signaalactie::Soort::plaats).size(), 1U);

  dossier.verblijven.erase(dossier.verblijven.begin());
  dossier.verblijven[0].vertrek = "Buitenland";
  EXPECT_EQ(maakPipDefinitief(dossier, kGeregistreerd.plusDays(15))->signalen.front().gemeente, kAmsterdam);
}

TEST(Wi2021PipDefinitief, NoTermWithoutAnObligationOrAfterDeathOrWithoutAPlan) {
  const Date day = kGeregistreerd.plusDays(15);
  Dossier exempt = handleidingsvoorbeeld();
  exempt.plicht.inburgeringsplichtig = false;
  EXPECT_FALSE(maakPipDefinitief(exempt, day));
  Dossier dead = handleidingsvoorbeeld();
  dead.personalia.datumOverlijden = day;
  EXPECT_FALSE(maakPipDefinitief(dead, day));
  Dossier none = handleidingsvoorbeeld();
  none.pips.clear();
  EXPECT_FALSE(maakPipDefinitief(none, day));
}

TEST(Wi2021PipDefinitief, ANewObligationGetsItsOwnTerm) {
  Dossier dossier = maakPipDefinitief(handleidingsvoorbeeld(), kGeregistreerd.plusDays(15))->dossier;
  dossier.plicht.datumVaststelling = Date(2025, 6, 1);
  EXPECT_EQ(geldendPip(dossier), nullptr) << "the plan is the earlier obligation's";
  EXPECT_FALSE(maakPipDefinitief(dossier, Date(2025, 7, 1)));
  Pip next = dossier.pips.front();
  next.datumDagtekeningInitieel = next.datumDagtekening = Date(2025, 6, 1);
  next.datumRegistratieInitieel = next.datumRegistratie = Date(2025, 6, 2);
  dossier.pips.insert(dossier.pips.begin(), next);
  const auto gevolg = maakPipDefinitief(dossier, Date(2025, 6, 17));
  ASSERT_TRUE(gevolg);
  EXPECT_EQ(gevolg->dossier.plicht.termijn->startdatum, Date(2025, 6, 2));
  ASSERT_EQ(gevolg->dossier.plicht.termijnHistorie.size(), 1U);
  EXPECT_EQ(gevolg->dossier.plicht.termijnHistorie[0].startdatum, Date(2022, 2, 2));
}

// W21-501
TEST(Wi2021PipDoorgegeven, SettlesWhatAskedForIt) {
  const auto acties = signalenBijPip();
  EXPECT_THAT(codesVan(acties, Signaalactie::Soort::handelAf),
              UnorderedElementsAre("SS121", "SS122", "SS126", "SS129", "SS139"));
  for (const auto& actie : acties)
    EXPECT_FALSE(actie.gemeente) << "everywhere: SS122 is the old municipality's";
  EXPECT_THAT(codesVan(acties, Signaalactie::Soort::plaats), IsEmpty());
}

}  // namespace
}  // namespace cvsgw::isi::wi2021
