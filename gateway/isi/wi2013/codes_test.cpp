#include "gateway/isi/wi2013/codes.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace cvsgw::isi::wi2013 {
namespace {

TEST(Wi2013Codes, AreUniqueAndWithoutSpaces) {
  for (const CodeList* list : codes::alleLijsten()) {
    std::set<std::string_view> seen;
    for (const auto& row : list->rows) {
      EXPECT_TRUE(seen.insert(row.code).second) << list->name << " " << row.code;
      EXPECT_EQ(row.code.find(' '), std::string_view::npos) << list->name << " " << row.code;
      EXPECT_FALSE(row.omschrijving.empty()) << list->name << " " << row.code;
    }
  }
}

TEST(Wi2013Codes, ThereAreThirteenSignalsAndNoSs605) {
  std::set<std::string_view> seen;
  for (const auto& row : codes::signalen()) {
    seen.insert(row.code);
    EXPECT_FALSE(row.omschrijving.empty() || row.toelichting.empty() || row.vervolgactie.empty()) << row.code;
    EXPECT_EQ(codes::kSignaal.omschrijving(row.code), row.omschrijving);
  }
  EXPECT_EQ(seen.size(), 13U);
  EXPECT_EQ(*seen.begin(), "SS601");
  EXPECT_EQ(*seen.rbegin(), "SS614");
  EXPECT_FALSE(seen.contains("SS605"));
}

TEST(Wi2013Codes, ThereAreEightReasonsAndSixInvoiceStates) {
  EXPECT_EQ(codes::kRedenNietVoldaan.rows.size(), 8U);
  EXPECT_EQ(codes::kFactuurstatus.rows.size(), 6U);
}

}  // namespace
}  // namespace cvsgw::isi::wi2013
