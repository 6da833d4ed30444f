#include "gateway/isi/wi2021/codes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace cvsgw::isi::wi2021 {
namespace {

TEST(Wi2021Codes, AreUniqueWithoutSpacesAndHaveATextAndASource) {
  std::set<std::string_view> names;
  for (const CodeList* list : codes::alleLijsten()) {
    EXPECT_TRUE(names.insert(list->name).second) << list->name;
    EXPECT_FALSE(list->source.empty()) << list->name;
    std::set<std::string_view> seen;
    for (const auto& row : list->rows) {
      EXPECT_TRUE(seen.insert(row.code).second) << list->name << " " << row.code;
      EXPECT_EQ(row.code.find(' '), std::string_view::npos) << list->name << " " << row.code;
      EXPECT_FALSE(row.omschrijving.empty()) << list->name << " " << row.code;
    }
  }
}

TEST(Wi2021Codes, TheTableOfSignalsIsThatOfTheManualWithSS197AndDuosSS199) {
  EXPECT_EQ(codes::signalen().size(), 48U);
  EXPECT_TRUE(codes::kSignaal.contains("SS197"));
  EXPECT_TRUE(codes::kSignaal.contains("SS199"));
  for (const char* gap : {"SS105", "SS134", "SS193", "SS198"})
    EXPECT_FALSE(codes::kSignaal.contains(gap)) << gap;
  EXPECT_TRUE(std::ranges::is_sorted(codes::signalen(), {}, &SignaalRow::code));
  for (const auto& row : codes::signalen()) {
    EXPECT_FALSE(row.toelichting.empty()) << row.code;
    EXPECT_FALSE(row.vervolgactie.empty()) << row.code;
  }
}

TEST(Wi2021Codes, ACodeThatIsNewerThanTheListShowsItself) {
  EXPECT_EQ(codes::kLeerroute.omschrijving("B"), "B1-route");
  EXPECT_EQ(codes::kLeerroute.omschrijving("X"), "X");
}

}  // namespace
}  // namespace cvsgw::isi::wi2021
