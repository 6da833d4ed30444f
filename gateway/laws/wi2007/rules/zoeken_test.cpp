#include "gateway/laws/wi2007/rules/zoeken.hpp"

#include <gtest/gtest.h>

namespace cvsgw::laws::wi2007 {
namespace {

using isi::wi2007::PersonenCriteria;
using Codes = std::vector<std::string>;

constexpr Nummers kNone{};
constexpr Nummers kGoodBsn{"999993653", false};
constexpr Nummers kBadBsn{"999993654", false};
constexpr Nummers kANummer{std::nullopt, true};

Codes codesOf(const std::vector<Melding>& meldingen) {
  Codes out;
  for (const auto& melding : meldingen) out.push_back(melding.code);
  return out;
}

PersonenCriteria born(std::optional<Date> vanaf, std::optional<Date> totEnMet) {
  PersonenCriteria criteria;
  criteria.geboortedatumVanaf = vanaf;
  criteria.geboortedatumTotEnMet = totEnMet;
  return criteria;
}

TEST(Wi2007Zoeken, EitherNumberOrBothWillDo) {
  EXPECT_TRUE(controleerZoeken(kGoodBsn, {}).empty());
  EXPECT_TRUE(controleerZoeken(kANummer, {}).empty());
  EXPECT_TRUE(controleerZoeken({"999993653", true}, {}).empty());
}

TEST(Wi2007Zoeken, ABsnThatFailsTheElevenTestIsFs001AndStillCountsAsANumber) {
  EXPECT_EQ(codesOf(controleerZoeken(kBadBsn, {})), Codes{"FS001"});
  EXPECT_EQ(codesOf(controleerZoeken({"000000000", false}, {})), Codes{"FS001"});
}

TEST(Wi2007Zoeken, AnEmptySearchIsFs003) {
  const auto meldingen = controleerZoeken(kNone, {});
  ASSERT_EQ(codesOf(meldingen), Codes{"FS003"});
  EXPECT_NE(meldingen[0].tekst.find("bsn of aNummer"), std::string::npos);
}

TEST(Wi2007Zoeken, EachOfTheThreeKindsOfFieldsIsEnough) {
  PersonenCriteria bySex;
  bySex.geslacht = "Vrouw";
  PersonenCriteria byNationality;
  byNationality.nationaliteit = "Turkse";
  EXPECT_TRUE(controleerZoeken(kNone, bySex).empty());
  EXPECT_TRUE(controleerZoeken(kNone, byNationality).empty());
  EXPECT_TRUE(controleerZoeken(kNone, born(Date(1967, 4, 4), std::nullopt)).empty());
  EXPECT_TRUE(controleerZoeken(kNone, born(std::nullopt, Date(1967, 4, 4))).empty());
}

TEST(Wi2007Zoeken, PartOfIsiAndResidenceAloneAreNotEnough) {
  PersonenCriteria criteria;
  criteria.herkomst = "Actief";
  criteria.verblijf = "WoonachtigInGemeente";
  const auto meldingen = controleerZoeken(kNone, criteria);
  ASSERT_EQ(codesOf(meldingen), Codes{"FS003"});
  EXPECT_EQ(meldingen[0].tekst.find("bsn"), std::string::npos) << "numbers are another way of searching";
  criteria.geslacht = "Man";
  EXPECT_TRUE(controleerZoeken(kNone, criteria).empty());
}

TEST(Wi2007Zoeken, NumbersAndOtherFieldsDoNotGoTogether) {
  PersonenCriteria criteria;
  criteria.herkomst = "Actief";
  EXPECT_EQ(codesOf(controleerZoeken(kGoodBsn, criteria)), Codes{"FS004"});
  EXPECT_EQ(codesOf(controleerZoeken(kANummer, criteria)), Codes{"FS004"});
}

TEST(Wi2007Zoeken, APeriodMayBeOneDayAndNotEndBeforeItBegins) {
  EXPECT_TRUE(controleerZoeken(kNone, born(Date(1967, 4, 4), Date(1967, 4, 4))).empty());
  const auto meldingen = controleerZoeken(kNone, born(Date(1967, 4, 4), Date(1967, 4, 3)));
  ASSERT_EQ(codesOf(meldingen), Codes{"FS002"});
  EXPECT_EQ(meldingen[0].veld, "criteria/geboortedatumTotEnMet");
}

TEST(Wi2007Zoeken, AllBrokenRulesAreToldAtOnceInAFixedOrder) {
  EXPECT_EQ(codesOf(controleerZoeken(kBadBsn, born(Date(1967, 4, 4), Date(1967, 4, 3)))),
            (Codes{"FS001", "FS004", "FS002"}));
}

TEST(Wi2007Raadplegen, ExactlyOneNumber) {
  EXPECT_TRUE(controleerRaadplegen(kGoodBsn).empty());
  EXPECT_TRUE(controleerRaadplegen(kANummer).empty());
  EXPECT_EQ(codesOf(controleerRaadplegen(kNone)), Codes{"FS003"});
  EXPECT_EQ(codesOf(controleerRaadplegen({"999993653", true})), Codes{"FS004"});
  EXPECT_EQ(codesOf(controleerRaadplegen({"999993654", true})), (Codes{"FS001", "FS004"}));
}

TEST(Wi2007Signalen, NoCriteriaAreFine) {
  EXPECT_TRUE(controleerSignalen(kNone, {}).empty());
}

TEST(Wi2007Signalen, OpenSignalsAndSettledOnesDoNotGoTogether) {
  isi::SignaalCriteria criteria;
  criteria.nietAfgehandeld = true;
  for (const auto status : {isi::Signaalstatus::nieuw, isi::Signaalstatus::inBehandeling}) {
    criteria.status = status;
    EXPECT_TRUE(controleerSignalen(kNone, criteria).empty());
  }
  criteria.status = isi::Signaalstatus::afgehandeld;
  EXPECT_EQ(codesOf(controleerSignalen(kNone, criteria)), Codes{"FS004"});
  criteria.nietAfgehandeld = false;
  EXPECT_TRUE(controleerSignalen(kNone, criteria).empty());
}

TEST(Wi2007Signalen, PeriodAndBsnAreChecked) {
  isi::SignaalCriteria criteria;
  criteria.datumVanaf = Date(2026, 11, 2);
  criteria.datumTotEnMet = Date(2026, 11, 1);
  EXPECT_EQ(codesOf(controleerSignalen(kBadBsn, criteria)), (Codes{"FS001", "FS002"}));
}

}  // namespace
}  // namespace cvsgw::laws::wi2007
