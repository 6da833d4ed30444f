#include "gateway/isi/code_registry.hpp"

#include <gtest/gtest.h>

#include <set>

namespace cvsgw::isi {
namespace {

TEST(CodeRegistry, ANameOccursOncePerLaw) {
  std::set<std::pair<int, std::string_view>> seen;
  for (const auto& list : publishedLists()) {
    const int wet = list.wet ? static_cast<int>(*list.wet) : 0;
    EXPECT_TRUE(seen.emplace(wet, list.naam).second) << wet << " " << list.naam;
  }
}

TEST(CodeRegistry, NamesAreWhatTheSchemaTakesAndListsHaveRowsOfOneKind) {
  for (const auto& list : publishedLists()) {
    EXPECT_FALSE(list.naam.empty());
    for (const char c : list.naam) EXPECT_TRUE(std::isalnum(static_cast<unsigned char>(c))) << list.naam;
    EXPECT_FALSE(list.bron.empty()) << list.naam;
    const int kinds = !list.codes.empty() + !list.signalen.empty() + !list.meldingen.empty();
    EXPECT_EQ(kinds, 1) << list.naam;
    EXPECT_GT(list.aantal(), 0U) << list.naam;
  }
}

TEST(CodeRegistry, MunicipalitiesMessagesAndSignalsArePublished) {
  std::set<std::string_view> names;
  for (const auto& list : publishedLists()) names.insert(list.naam);
  EXPECT_TRUE(names.contains("gemeente"));
  EXPECT_TRUE(names.contains("meldingen"));
  EXPECT_TRUE(names.contains("signalen"));
}

TEST(CodeRegistry, TheTableOfSignalsOfALawHoldsItsOwnCodes) {
  const auto rows = signalenVan(Wet::wi2007);
  ASSERT_FALSE(rows.empty());
  EXPECT_EQ(rows.front().code, "SS001");
  EXPECT_EQ(rows.back().code, "SS066");
}

}  // namespace
}  // namespace cvsgw::isi
