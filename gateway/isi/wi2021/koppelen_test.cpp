#include "gateway/isi/wi2021/koppelen.hpp"

#include <gtest/gtest.h>

namespace cvsgw::isi::wi2021 {
namespace {

const auto kHier = *Gemeentecode::parse("0363");
const auto kElders = *Gemeentecode::parse("0344");
constexpr Date kEerst(2026, 3, 1);
constexpr Date kDan(2026, 4, 1);

// W21-561
TEST(Wi2021Koppelen, ANewLinkWithdrawsTheOneBeforeAndKeepsIt) {
  const auto dossier = koppel(koppel({}, kHier, "A", kEerst), kHier, "B", kDan);
  ASSERT_EQ(dossier.koppelingen.size(), 2U);
  EXPECT_EQ(dossier.koppelingen[0].contactpersoonId, "B") << "newest first";
  EXPECT_EQ(dossier.koppelingen[0].datumKoppeling, kDan);
  EXPECT_FALSE(dossier.koppelingen[0].datumIngetrokken);
  EXPECT_EQ(dossier.koppelingen[1].datumKoppeling, kEerst);
  EXPECT_EQ(dossier.koppelingen[1].datumIngetrokken, kDan);
  EXPECT_EQ(dossier.koppeling(kHier), &dossier.koppelingen[0]);
}

// W21-562
TEST(Wi2021Koppelen, UnlinkingKeepsTheHistory) {
  const auto dossier = koppel(koppel({}, kHier, "A", kEerst), kHier, std::nullopt, kDan);
  ASSERT_EQ(dossier.koppelingen.size(), 1U);
  EXPECT_EQ(dossier.koppelingen[0].datumIngetrokken, kDan);
  EXPECT_FALSE(dossier.koppeling(kHier));
}

TEST(Wi2021Koppelen, AWithdrawnLinkKeepsItsDateAndAnotherMunicipalitysLinkStays) {
  auto dossier = koppel(koppel({}, kElders, "E", kEerst), kHier, "A", kEerst);
  dossier = koppel(koppel(dossier, kHier, std::nullopt, kEerst), kHier, "B", kDan);
  ASSERT_EQ(dossier.koppelingen.size(), 3U);
  EXPECT_EQ(dossier.koppelingen[1].datumIngetrokken, kEerst);
  EXPECT_FALSE(dossier.koppelingen[2].datumIngetrokken);
  EXPECT_EQ(dossier.koppeling(kElders)->contactpersoonId, "E");
}

}  // namespace
}  // namespace cvsgw::isi::wi2021
