#include <gtest/gtest.h>

#include "gateway/laws/wi2013/rules/inzage.hpp"
#include "gateway/laws/wi2013/rules/zoeken.hpp"

namespace cvsgw::laws::wi2013 {
namespace {

using isi::wi2013::PersoonCriteria;
using Codes = std::vector<std::string>;

Codes codesOf(const std::vector<Melding>& meldingen) {
  Codes out;
  for (const auto& melding : meldingen) out.push_back(melding.code);
  return out;
}

TEST(Wi2013Zoeken, ABsnAloneWillDo) {
  EXPECT_EQ(codesOf(controleerZoeken("999996009", {})), Codes{});
  EXPECT_EQ(codesOf(controleerZoeken("999996008", {})), Codes{"FS001"});
  EXPECT_EQ(codesOf(controleerZoeken("000000000", {})), Codes{"FS001"});
}

TEST(Wi2013Zoeken, AnEmptySearchIsFs003) {
  const auto meldingen = controleerZoeken(std::nullopt, {});
  ASSERT_EQ(codesOf(meldingen), Codes{"FS003"});
  EXPECT_NE(meldingen[0].tekst.find("pvtPlichtig"), std::string::npos) << "names what would do";
}

TEST(Wi2013Zoeken, EachOtherFieldIsEnoughAndDoesNotGoWithABsn) {
  const std::vector<PersoonCriteria> fields{
      {.pvtPlichtig = false},
      {.datumStartPvtPlicht = Date(2026, 1, 1)},
      {.datumEindePvtPlicht = Date(2026, 1, 1)},
      {.datumStartDeelname = Date(2026, 1, 1)},
      {.datumEindeDeelname = Date(2026, 1, 1)},
      {.voldaanAanPvtPlicht = false},
      {.rechtOpMaatschappelijkeBegeleiding = false},
      {.verblijf = isi::wi2013::Verblijf::woonachtig},
      {.factuurAanwezig = isi::wi2013::FactuurZoek::ja},
  };
  for (size_t i = 0; i < fields.size(); ++i) {
    EXPECT_EQ(codesOf(controleerZoeken(std::nullopt, fields[i])), Codes{}) << i;
    EXPECT_EQ(codesOf(controleerZoeken("999996009", fields[i])), Codes{"FS004"}) << i;
  }
}

TEST(Wi2013Zoeken, APeriodMayBeOneDayAndNotEndBeforeItBegins) {
  PersoonCriteria criteria{.datumStartPvtPlicht = Date(2026, 5, 2), .datumEindePvtPlicht = Date(2026, 5, 2)};
  EXPECT_EQ(codesOf(controleerZoeken(std::nullopt, criteria)), Codes{});
  criteria.datumEindePvtPlicht = Date(2026, 5, 1);
  criteria.datumStartDeelname = Date(2026, 5, 2);
  criteria.datumEindeDeelname = Date(2026, 5, 1);
  const auto meldingen = controleerZoeken(std::nullopt, criteria);
  ASSERT_EQ(codesOf(meldingen), (Codes{"FS002", "FS002"}));
  EXPECT_EQ(meldingen[0].veld, "criteria/datumEindePvtPlicht");
  EXPECT_EQ(meldingen[1].veld, "criteria/datumEindeDeelname");
}

TEST(Wi2013Zoeken, AllBrokenRulesAreToldAtOnceInAFixedOrder) {
  const PersoonCriteria criteria{.datumStartPvtPlicht = Date(2026, 5, 2),
                                 .datumEindePvtPlicht = Date(2026, 5, 1)};
  EXPECT_EQ(codesOf(controleerZoeken("999996008", criteria)), (Codes{"FS001", "FS004", "FS002"}));
}

TEST(Wi2013Signalen, NoCriteriaAreFineAndContradictionsAreNot) {
  EXPECT_EQ(codesOf(controleerSignalen(std::nullopt, {})), Codes{});
  isi::SignaalCriteria criteria;
  criteria.datumVanaf = criteria.datumTotEnMet = Date(2026, 5, 2);
  criteria.nietAfgehandeld = true;
  criteria.status = isi::Signaalstatus::nieuw;
  EXPECT_EQ(codesOf(controleerSignalen("999996009", criteria)), Codes{});
  criteria.datumTotEnMet = Date(2026, 5, 1);
  criteria.status = isi::Signaalstatus::afgehandeld;
  EXPECT_EQ(codesOf(controleerSignalen("999996008", criteria)), (Codes{"FS001", "FS002", "FS004"}));
}

TEST(Wi2013Inzage, SaysWhyThereIsReadingOnly) {
  isi::wi2013::Persoon persoon;
  persoon.verblijf = "Woonachtig";
  EXPECT_EQ(codesOf(inzageMeldingen(persoon)), Codes{});
  persoon.verblijf = "VoormaligWoonachtig";
  EXPECT_EQ(codesOf(inzageMeldingen(persoon)), Codes{"AS301"});
  persoon.datumOverlijden = Date(2026, 5, 1);
  EXPECT_EQ(codesOf(inzageMeldingen(persoon)), Codes{"AS003"}) << "one reason is enough";
}

}  // namespace
}  // namespace cvsgw::laws::wi2013
