// The register of the Wi2007 agrees with the messages and with the law's table of operations.
#include "gateway/laws/wi2007/rules/regels.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "gateway/domain/regelregister.hpp"
#include "gateway/isi/wi2007/codes.hpp"
#include "gateway/laws/wi2007/law.hpp"

namespace cvsgw::laws::wi2007 {
namespace {

TEST(Wi2007Regels, IdsAreUniqueAndInTheHousesForm) {
  std::set<std::string_view> seen;
  for (const auto& regel : regels()) {
    EXPECT_TRUE(seen.insert(regel.id).second) << regel.id << " stands twice";
    EXPECT_TRUE(regel.id.starts_with("W07-")) << regel.id;
    EXPECT_EQ(regel.id.size(), 7U) << regel.id;
  }
}

TEST(Wi2007Regels, EveryRuleSaysWhatItIsAndWhereItStands) {
  for (const auto& regel : regels()) {
    EXPECT_FALSE(regel.tekst.empty()) << regel.id;
    EXPECT_TRUE(regel.bron.starts_with("Wi2007 §")) << regel.id;
    EXPECT_TRUE(Date::parse(regel.geldigVanaf)) << regel.id;
    EXPECT_TRUE(regel.aard != Regel::Aard::nietToetsbaar || !regel.toelichting.empty()) << regel.id;
  }
}

TEST(Wi2007Regels, WhatIsCheckedAnswersWithMessagesOfAllLaws) {
  // The law has no message of its own: what it refuses, the common rows of the register tell.
  for (const auto& regel : regels()) EXPECT_TRUE(regel.code.empty()) << regel.id;
  for (const auto& row : meldingRegister()) EXPECT_FALSE(regelId(row).starts_with("W07-")) << row.code;
}

TEST(Wi2007Regels, EveryOperationNamedIsInTheLawsTable) {
  std::set<std::string_view> known;
  for (const auto& operation : service().operations) known.insert(operation.name);
  const auto all = regels();
  for (const auto& rij : regelregister(all, {})) {
    for (const auto& operatie : rij.operaties)
      EXPECT_TRUE(known.contains(operatie)) << rij.id << " " << operatie;
  }
}

TEST(Wi2007Regels, EverySignalOfTheTableHasItsCauseInARule) {
  const auto all = regels();
  for (const auto& signaal : isi::wi2007::codes::signalen()) {
    EXPECT_TRUE(std::ranges::any_of(all, [&](const auto& regel) {
      return regel.tekst.find(signaal.code) != std::string_view::npos;
    })) << signaal.code;
  }
}

}  // namespace
}  // namespace cvsgw::laws::wi2007
