// The register of rules agrees with the messages and with the law's table of operations.
#include "gateway/laws/wi2013/rules/regels.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "gateway/domain/regelregister.hpp"
#include "gateway/laws/wi2013/law.hpp"

namespace cvsgw::laws::wi2013 {
namespace {

std::vector<RegelRij> register_() {
  const auto all = regels();
  return regelregister(all, meldingRegister());
}

TEST(Regels, IdsAreUniqueAndInTheHousesForm) {
  std::set<std::string> seen;
  for (const auto& rij : register_()) {
    EXPECT_TRUE(seen.insert(rij.id).second) << rij.id << " stands twice";
    const auto dash = rij.id.find('-');
    ASSERT_NE(dash, std::string::npos) << rij.id;
    EXPECT_TRUE((std::set<std::string>{"ALG", "W07", "W13", "W21"}.contains(rij.id.substr(0, dash))))
        << rij.id;
    EXPECT_EQ(rij.id.size(), dash + 4) << rij.id;
  }
}

TEST(Regels, EveryMessageBelongsToExactlyOneRuleWithItsId) {
  std::map<std::string, int> rules;
  for (const auto& rij : register_())
    if (!rij.code.empty()) ++rules[rij.code];
  for (const auto& row : meldingRegister()) EXPECT_EQ(rules[std::string(row.code)], 1) << row.code;
  for (const auto& regel : regels()) {
    if (regel.code.empty()) continue;
    EXPECT_EQ(regelId(meldingRow(regel.code)), regel.id) << regel.code << " names another rule";
  }
}

TEST(Regels, WhatIsCheckedHasARegisteredCode) {
  std::set<std::string_view> codes;
  for (const auto& row : meldingRegister()) codes.insert(row.code);
  for (const auto& regel : regels()) {
    EXPECT_FALSE(regel.aard == Regel::Aard::toets && regel.code.empty())
        << regel.id << " is checked and answers with nothing";
    EXPECT_TRUE(regel.code.empty() || codes.contains(regel.code)) << regel.id << " " << regel.code;
  }
}

TEST(Regels, EveryRuleSaysWhatItIsAndWhereItStands) {
  for (const auto& rij : register_()) {
    EXPECT_FALSE(rij.tekst.empty()) << rij.id;
    EXPECT_FALSE(rij.bron.empty()) << rij.id;
    EXPECT_TRUE(Date::parse(rij.geldigVanaf)) << rij.id << " " << rij.geldigVanaf;
    EXPECT_TRUE(rij.aard != Regel::Aard::nietToetsbaar || !rij.toelichting.empty()) << rij.id << ": why not";
  }
}

TEST(Regels, EveryOperationNamedIsInTheLawsTable) {
  std::set<std::string_view> known;
  for (const auto& operation : service().operations) known.insert(operation.name);
  for (const auto& rij : register_()) {
    for (const auto& operatie : rij.operaties)
      EXPECT_TRUE(known.contains(operatie)) << rij.id << " " << operatie;
  }
}

}  // namespace
}  // namespace cvsgw::laws::wi2013
