#include "gateway/isi/wi2007/codes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace cvsgw::isi::wi2007::codes {
namespace {

TEST(Wi2007Codes, EveryListHasItsOwnNameASourceAndRows) {
  std::set<std::string_view> names;
  for (const auto* list : alleLijsten()) {
    EXPECT_TRUE(names.insert(list->name).second) << list->name;
    EXPECT_FALSE(list->source.empty()) << list->name;
    EXPECT_FALSE(list->rows.empty()) << list->name;
  }
}

TEST(Wi2007Codes, CodesAreUniqueWithinAListAndHaveNoSpaces) {
  for (const auto* list : alleLijsten()) {
    std::set<std::string_view> seen;
    for (const auto& row : list->rows) {
      EXPECT_TRUE(seen.insert(row.code).second) << list->name << " " << row.code;
      EXPECT_EQ(row.code.find(' '), std::string_view::npos) << list->name << " " << row.code;
      EXPECT_FALSE(row.omschrijving.empty()) << list->name << " " << row.code;
    }
  }
}

TEST(Wi2007Codes, TheTableOfSignalsIsThatOfTheManual) {
  // The manual's gaps (SS013, SS014, SS018 …) are other laws' or withdrawn signals.
  const std::vector<std::string_view> expected{"SS001", "SS002", "SS003", "SS004", "SS005", "SS006", "SS007",
                                               "SS008", "SS009", "SS010", "SS011", "SS012", "SS015", "SS016",
                                               "SS017", "SS031", "SS033", "SS050", "SS052", "SS060", "SS061",
                                               "SS062", "SS064", "SS065", "SS066"};
  std::vector<std::string_view> codes;
  for (const auto& row : signalen()) {
    codes.push_back(row.code);
    EXPECT_FALSE(row.omschrijving.empty()) << row.code;
    EXPECT_FALSE(row.toelichting.empty()) << row.code;
    EXPECT_FALSE(row.vervolgactie.empty()) << row.code;
    EXPECT_EQ(kSignaal.omschrijving(row.code), row.omschrijving);
  }
  EXPECT_EQ(codes, expected);
}

}  // namespace
}  // namespace cvsgw::isi::wi2007::codes
