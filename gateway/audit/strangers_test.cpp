#include "gateway/audit/strangers.hpp"

#include <gmock/gmock.h>

namespace cvsgw::audit {
namespace {

TEST(Strangers, R77_AClockThatGoesBackHoldsNothingUp) {
  Strangers strangers({1, 20, 1000});
  EXPECT_TRUE(strangers.admit("a", 100'000));
  EXPECT_FALSE(strangers.admit("a", 100'001));
  const auto told = strangers.take(5'000);
  ASSERT_TRUE(told);
  EXPECT_EQ(told->berichten, 1);
  EXPECT_TRUE(strangers.admit("a", 5'001));
  EXPECT_TRUE(strangers.admit("a", 500)) << "a new period";
}

TEST(Strangers, R77_ManySourcesTogetherAreBoundedToo) {
  Strangers strangers({10, 20, 1000});
  int admitted = 0;
  for (int n = 0; n < 10'000; ++n) admitted += strangers.admit("source" + std::to_string(n), 5000) ? 1 : 0;
  EXPECT_EQ(admitted, 20);
  EXPECT_FALSE(strangers.take(5999));
  const auto summary = strangers.take(6000);
  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->berichten, 9980);
  EXPECT_FALSE(strangers.take(7000)) << "told once";
  EXPECT_TRUE(strangers.admit("source", 7000));
}

}  // namespace
}  // namespace cvsgw::audit
