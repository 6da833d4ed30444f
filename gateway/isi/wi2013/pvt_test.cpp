#include "gateway/isi/wi2013/pvt.hpp"

#include <gtest/gtest.h>

namespace cvsgw::isi::wi2013 {
namespace {

TEST(PvtTermijn, LastsOneYearToTheDayBefore) {
  EXPECT_EQ(pvtTermijnEinde(Date(2019, 7, 1)), Date(2020, 6, 30));
  EXPECT_EQ(pvtTermijnEinde(Date(2019, 9, 11)), Date(2020, 9, 10));
}

TEST(PvtRegistratie, BecomesDefinitiveOnAMondayTwoToThreeWeeksLater) {
  for (int i = 0; i < 14; ++i) {
    const Date registered = Date(2026, 11, 1).plusDays(i);
    const Date definitive = definitiefOp(registered);
    EXPECT_EQ(std::chrono::weekday{definitive.days()}, std::chrono::Monday) << registered.text();
    EXPECT_GT(definitive.daysSince(registered), 14) << registered.text();
    EXPECT_LE(definitive.daysSince(registered), 21) << registered.text();
  }
}

TEST(PvtRegistratie, TheRunOnDayFourteenIsTooEarlyAndThatOnDayFifteenIsNot) {
  const Date monday(2026, 11, 2);
  EXPECT_EQ(definitiefOp(monday), monday.plusDays(21));
  EXPECT_EQ(definitiefOp(monday.plusDays(-1)), monday.plusDays(14));
}

TEST(Factuur, IsAcceptedFromStatusFourOnButNotWhenTurnedDown) {
  Factuur factuur;
  EXPECT_FALSE(factuur.geaccepteerd());
  EXPECT_FALSE(factuur.afgesloten());
  const auto with = [&](const char* status) {
    factuur.status = status;
    return std::pair(factuur.geaccepteerd(), factuur.afgesloten());
  };
  EXPECT_EQ(with("1"), std::pair(false, true));
  EXPECT_EQ(with("2"), std::pair(false, false));
  EXPECT_EQ(with("3"), std::pair(false, false));
  EXPECT_EQ(with("4"), std::pair(true, false));
  EXPECT_EQ(with("5"), std::pair(true, false));
  EXPECT_EQ(with("6"), std::pair(false, true));
}

}  // namespace
}  // namespace cvsgw::isi::wi2013
