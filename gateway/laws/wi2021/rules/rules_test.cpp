#include <gtest/gtest.h>

#include "gateway/laws/wi2021/rules/inzage.hpp"
#include "gateway/laws/wi2021/rules/zoeken.hpp"

namespace cvsgw::laws::wi2021 {
namespace {

TEST(Wi2021Zoeken, NineDigitsThatFailTheElevenTestAreNoBsn) {
  EXPECT_TRUE(controleerBsn("999993653", "bsn").empty());
  for (const char* bad : {"999993654", "000000000"}) {
    const auto broken = controleerBsn(bad, "criteria/bsn");
    ASSERT_EQ(broken.size(), 1U);
    EXPECT_EQ(broken[0].code, "FS001");
    EXPECT_EQ(broken[0].veld, "criteria/bsn");
    EXPECT_EQ(broken[0].tekst.find(bad), std::string::npos);
  }
}

TEST(Wi2021Zoeken, APeriodMayBeOneDayLongAndNotBackwards) {
  isi::wi2021::PersoonCriteria persons;
  persons.vaststellingVanaf = persons.vaststellingTotEnMet = Date(2026, 5, 2);
  EXPECT_TRUE(controleer(persons).empty());
  persons.vaststellingTotEnMet = Date(2026, 5, 1);
  ASSERT_EQ(controleer(persons).size(), 1U);
  EXPECT_EQ(controleer(persons)[0].code, "FS002");

  isi::SignaalCriteria signals;
  signals.datumVanaf = signals.datumTotEnMet = Date(2026, 5, 2);
  EXPECT_TRUE(controleer(signals).empty());
  signals.datumTotEnMet = Date(2026, 5, 1);
  ASSERT_EQ(controleer(signals).size(), 1U);
  EXPECT_EQ(controleer(signals)[0].veld, "criteria/datumTotEnMet");
}

TEST(Wi2021Zoeken, TheOptionOnOffersIsForAsielstatushouders) {
  isi::wi2021::PersoonCriteria criteria;
  criteria.aanbodNietDoorgegeven = true;
  EXPECT_TRUE(controleer(criteria).empty());
  criteria.doelgroep = "Asielstatushouder";
  EXPECT_TRUE(controleer(criteria).empty());
  criteria.doelgroep = "GezinsmigrantEnOverigeMigrant";
  criteria.vaststellingVanaf = Date(2026, 5, 2);
  criteria.vaststellingTotEnMet = Date(2026, 5, 1);
  const auto broken = controleer(criteria);
  ASSERT_EQ(broken.size(), 2U) << "all broken rules at once";
  EXPECT_EQ(broken[1].code, "FS102");
}

TEST(Wi2021Inzage, WhoLivesHereGetsNoWarning) {
  isi::wi2021::Inzage inzage;
  inzage.soort = "Woonachtig";
  EXPECT_TRUE(inzageMeldingen(inzage).empty());
}

TEST(Wi2021Inzage, TheDeceasedAreReadOnly) {
  isi::wi2021::Inzage inzage;
  inzage.soort = "Overleden";
  ASSERT_EQ(inzageMeldingen(inzage).size(), 1U);
  EXPECT_EQ(inzageMeldingen(inzage)[0].code, "AS003");
}

TEST(Wi2021Inzage, AfterAMoveTheDataAreDueWithinAMonth) {
  isi::wi2021::Inzage inzage;
  inzage.soort = "Vertrokken";
  inzage.vertrek = "AndereGemeente";
  inzage.datumVertrek = Date(2026, 1, 31);
  inzage.wijzigbaar = true;
  ASSERT_EQ(inzageMeldingen(inzage).size(), 1U);
  EXPECT_EQ(inzageMeldingen(inzage)[0].code, "AS101");
  EXPECT_NE(inzageMeldingen(inzage)[0].tekst.find("28-02-2026"), std::string::npos);
  inzage.vertrek = "Buitenland";
  EXPECT_EQ(inzageMeldingen(inzage)[0].code, "AS102");
  inzage.wijzigbaar = false;
  EXPECT_TRUE(inzageMeldingen(inzage).empty());
}

TEST(Wi2021Inzage, AnEndedObligationNamesTheLastDay) {
  isi::wi2021::Inzage inzage;
  inzage.soort = "PlichtBeeindigd";
  inzage.inzageTotEnMet = Date(2026, 3, 1);
  ASSERT_EQ(inzageMeldingen(inzage).size(), 1U);
  EXPECT_EQ(inzageMeldingen(inzage)[0].code, "AS103");
  EXPECT_NE(inzageMeldingen(inzage)[0].tekst.find("01-03-2026"), std::string::npos);
}

}  // namespace
}  // namespace cvsgw::laws::wi2021
