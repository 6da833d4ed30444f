#include "gateway/isi/post.hpp"

#include <gtest/gtest.h>

namespace cvsgw::isi {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

const Moment kBegin = momentInAmsterdam(Date(2026, 11, 23), hours{7});

TEST(Post, AFailedMailIsTriedAgainEverLater) {
  EXPECT_EQ(volgendePoging(1, kBegin, kBegin), kBegin + minutes{1});
  EXPECT_EQ(volgendePoging(2, kBegin, kBegin), kBegin + minutes{2});
  EXPECT_EQ(volgendePoging(5, kBegin, kBegin), kBegin + minutes{30});
  EXPECT_EQ(volgendePoging(6, kBegin, kBegin), kBegin + minutes{60});
  EXPECT_EQ(volgendePoging(60, kBegin, kBegin), kBegin + minutes{60});
}

// W21-689
TEST(Post, TwoDaysAndNotAMomentLonger) {
  const Moment einde = kBegin + hours{48};
  EXPECT_EQ(volgendePoging(50, kBegin, einde - milliseconds{1}), einde) << "once more, at the very end";
  EXPECT_EQ(volgendePoging(50, kBegin, einde - hours{2}), einde - hours{1});
  EXPECT_EQ(volgendePoging(50, kBegin, einde), std::nullopt);
  EXPECT_EQ(volgendePoging(1, kBegin, einde + hours{24}), std::nullopt);
}

}  // namespace
}  // namespace cvsgw::isi
