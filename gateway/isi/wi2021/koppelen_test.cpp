#include "gateway/isi/wi2021/koppelen.hpp"

#include <gtest/gtest.h>

#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

constexpr Date kEerst(2026, 3, 1);
constexpr Date kDan(2026, 4, 1);

// W21-561
TEST(Wi2021Koppelen, ANewLinkWithdrawsTheOneBeforeAndKeepsIt) {
  const auto dossier = koppel(koppel({}, kAmsterdam, "A", kEerst), kAmsterdam, "B", kDan);
  ASSERT_EQ(dossier.koppelingen.size(), 2U);
  EXPECT_EQ(dossier.koppelingen[0].contactpersoonId, "B") << "newest first";
  EXPECT_EQ(dossier.koppelingen[0].datumKoppeling, kDan);
  EXPECT_FALSE(dossier.koppelingen[0].datumIngetrokken);
  EXPECT_EQ(dossier.koppelingen[1].datumKoppeling, kEerst);
  EXPECT_EQ(dossier.koppelingen[1].datumIngetrokken, kDan);
  EXPECT_EQ(dossier.koppeling(kAmsterdam), &dossier.koppelingen[0]);
}

// W21-562
TEST(Wi2021Koppelen, UnlinkingKeepsTheHistory) {
  const auto dossier = koppel(koppel({}, kAmsterdam, "A", kEerst), kAmsterdam, std::nullopt, kDan);
  ASSERT_EQ(dossier.koppelingen.size(), 1U);
  EXPECT_EQ(dossier.koppelingen[0].datumIngetrokken, kDan);
  EXPECT_FALSE(dossier.koppeling(kAmsterdam));
}

TEST(Wi2021Koppelen, AWithdrawnLinkKeepsItsDateAndAnotherMunicipalitysLinkStays) {
  auto dossier = koppel(koppel({}, kUtrecht, "E", kEerst), kAmsterdam, "A", kEerst);
  dossier = koppel(koppel(dossier, kAmsterdam, std::nullopt, kEerst), kAmsterdam, "B", kDan);
  ASSERT_EQ(dossier.koppelingen.size(), 3U);
  EXPECT_EQ(dossier.koppelingen[1].datumIngetrokken, kEerst);
  EXPECT_FALSE(dossier.koppelingen[2].datumIngetrokken);
  EXPECT_EQ(dossier.koppeling(kUtrecht)->contactpersoonId, "E");
}

}  // namespace
}  // namespace cvsgw::isi::wi2021
