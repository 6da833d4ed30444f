#include "gateway/security/keys/verified_cache.hpp"

#include <gtest/gtest.h>

#include "gateway/security/keys/testing/key_world.hpp"

namespace cvsgw::security {
namespace {

using namespace testing;
using std::chrono::minutes;
using std::chrono::seconds;

TEST(VerifiedCache, ForgetsTheLongestVerifiedWhenItIsFull) {
  VerifiedCache cache(minutes{10}, 2);
  const VerifiedCache::Time start{};
  const auto tag = cache.tag("AS-1", Secret("a"));
  for (int i = 0; i < 3; ++i) cache.remember("id" + std::to_string(i), tag, start + seconds{i});
  EXPECT_EQ(cache.size(), 2U);
  EXPECT_EQ(cache.lookup("id0", tag, start + seconds{3}), VerifiedCache::Answer::unknown);
  EXPECT_EQ(cache.lookup("id2", tag, start + seconds{3}), VerifiedCache::Answer::fresh);
  EXPECT_EQ(cache.lookup("id2", tag, start + minutes{11}), VerifiedCache::Answer::stale);
}

TEST(VerifiedCache, TagsDependOnNamePasswordTheirBorderAndTheProcessKey) {
  const VerifiedCache cache(minutes{10});
  const VerifiedCache other(minutes{10});
  EXPECT_EQ(cache.tag("ab", Secret("c")), cache.tag("ab", Secret("c")));
  EXPECT_NE(cache.tag("ab", Secret("c")), cache.tag("a", Secret("bc")));
  EXPECT_NE(cache.tag("ab", Secret("c")), cache.tag("ab", Secret("d")));
  EXPECT_NE(cache.tag("ab", Secret("c")), other.tag("ab", Secret("c")));
}

TEST(VerifiedCache, DropsPasswordsThatASnapshotNoLongerHas) {
  KeyWorld world;
  const IssuedKey key = world.issue();
  VerifiedCache cache(minutes{10});
  const auto tag = cache.tag("x", Secret("y"));
  cache.remember(key.record.wachtwoorden[0].id, tag, {});
  cache.remember("gone", tag, {});
  cache.keepOnly(*snapshotOf(world.directory.path()));
  EXPECT_EQ(cache.size(), 1U);
}

}  // namespace
}  // namespace cvsgw::security
