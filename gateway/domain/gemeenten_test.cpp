#include "gateway/domain/gemeenten.hpp"

#include <gtest/gtest.h>

#include "gateway/domain/bsn.hpp"

namespace cvsgw {
namespace {

TEST(Gemeenten, EveryCodeIsWellFormedNamedAndInOrder) {
  std::string_view previous;
  for (const auto& row : kGemeenten.rows) {
    EXPECT_TRUE(Gemeentecode::parse(row.code)) << row.code;
    EXPECT_FALSE(row.omschrijving.empty()) << row.code;
    EXPECT_LT(previous, row.code);
    previous = row.code;
  }
  EXPECT_GT(kGemeenten.rows.size(), 300U);
}

TEST(Gemeenten, AnUnknownCodeIsShownAsItself) {
  EXPECT_EQ(kGemeenten.omschrijving("0014"), "Groningen");
  EXPECT_EQ(kGemeenten.omschrijving("9999"), "9999");
  EXPECT_FALSE(kGemeenten.contains("9999"));
}

}  // namespace
}  // namespace cvsgw
