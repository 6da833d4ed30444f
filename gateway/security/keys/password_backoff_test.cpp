#include "gateway/security/keys/password_backoff.hpp"

#include <string>

#include <gmock/gmock.h>

#include "gateway/security/keys/authenticator.hpp"
#include "gateway/security/keys/testing/key_world.hpp"

namespace cvsgw::security {
namespace {

using namespace testing;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class PasswordBackoffTest : public ::testing::Test {
 protected:
  /// The wait before this attempt, which then fails when there is none.
  seconds fail(std::string_view name, std::string_view origin, std::uint64_t password) {
    const PasswordBackoff::Attempt attempt{name, origin, password};
    const seconds wait = backoff.wait(attempt, now);
    if (wait.count() == 0) backoff.failed(attempt, now);
    return wait;
  }
  seconds wait(std::string_view name, std::string_view origin, std::uint64_t password) const {
    return backoff.wait({name, origin, password}, now);
  }

  PasswordBackoff::Time now{hours{1000}};
  PasswordBackoff backoff{PasswordBackoffSettings{}};
};

TEST_F(PasswordBackoffTest, A35_TheDelayDoublesToAMinuteAndIsForgottenAfterAQuarter) {
  for (std::uint64_t i = 0; i < 5; ++i) EXPECT_EQ(fail("AS-1", "bron", i), seconds{0});
  for (const int delay : {1, 2, 4, 8, 16, 32, 60, 60}) {
    EXPECT_EQ(wait("AS-1", "bron", 99), seconds{delay});
    now += seconds{delay};
    EXPECT_EQ(fail("AS-1", "bron", 1000 + static_cast<std::uint64_t>(now.time_since_epoch().count())),
              seconds{0});
  }
  now += minutes{15} + seconds{1};
  for (std::uint64_t i = 0; i < 4; ++i) EXPECT_EQ(fail("AS-1", "bron", 5000 + i), seconds{0});
}

TEST_F(PasswordBackoffTest, A35_ElsewhereAndAnotherKeyAreNotTouched) {
  for (std::uint64_t i = 0; i < 100; ++i) fail("AS-1", "aanvaller", i);
  EXPECT_GT(wait("AS-1", "aanvaller", 7777), seconds{0});
  EXPECT_EQ(wait("AS-1", "eigenaar", 7777), seconds{0});
  EXPECT_EQ(wait("AS-2", "aanvaller", 7777), seconds{0});
}

TEST_F(PasswordBackoffTest, A35_AServerWithYesterdaysPasswordDelaysItselfAndNotItsNeighbour) {
  int tried = 0;
  for (int second = 0; second < 600; ++second, now += seconds{1})
    tried += fail("AS-1", "kantoor", 1).count() == 0;
  EXPECT_LT(tried, 30);
  EXPECT_GT(wait("AS-1", "kantoor", 1), seconds{0});
  EXPECT_EQ(wait("AS-1", "kantoor", 2), seconds{0}) << "today's password, for the first time";
}

TEST_F(PasswordBackoffTest, A34_NamesTriedFromOneOriginAreLimitedButNotForWhoWasLetInThere) {
  backoff.passed({"AS-eigen", "kantoor", 1}, now);
  int tried = 0;
  for (std::uint64_t i = 0; i < 1000; ++i)
    tried += fail("naam " + std::to_string(i), "kantoor", i).count() == 0;
  EXPECT_EQ(tried, 60);
  EXPECT_GT(wait("naam", "kantoor", 1), seconds{0});
  EXPECT_EQ(wait("AS-eigen", "kantoor", 2), seconds{0});
  EXPECT_EQ(wait("naam", "elders", 1), seconds{0});
}

TEST_F(PasswordBackoffTest, A35_WhoHasThePasswordStartsAnew) {
  for (std::uint64_t i = 0; i < 5; ++i) fail("AS-1", "bron", i);
  EXPECT_GT(wait("AS-1", "bron", 99), seconds{0});
  backoff.passed({"AS-1", "bron", 50}, now);
  EXPECT_EQ(wait("AS-1", "bron", 99), seconds{0});
}

TEST_F(PasswordBackoffTest, A45_NamesWithoutEndCannotFlushOnesOwnDelay) {
  PasswordBackoff small({.perOriginPerMinute = 0, .places = 512});
  for (std::uint64_t i = 0; i < 20; ++i) small.failed({"AS-1", "bron", i}, now);
  for (int i = 0; i < 20'000; ++i) small.failed({"naam " + std::to_string(i), "bron", 1}, now);
  EXPECT_GT(small.wait({"AS-1", "bron", 99}, now), seconds{0});
}

TEST_F(PasswordBackoffTest, A35_ZeroAttemptsIsNoBackoff) {
  PasswordBackoff off({.freeAttempts = 0});
  for (std::uint64_t i = 0; i < 100; ++i) off.failed({"AS-1", "bron", i}, now);
  EXPECT_EQ(off.wait({"AS-1", "bron", 1}, now), seconds{0});
}

// --- in the authenticator

class BackoffAtTheDoorTest : public ::testing::Test {
 protected:
  BackoffAtTheDoorTest()
      : key(world.issue(KeyWorld::exampleKey())),
        revoked(world.issue(KeyWorld::exampleKey())),
        keys((world.store.revoke(revoked.record.applicatiesleutel, noon(kToday)).value(),
              snapshotOf(world.directory.path()))),
        authenticator(keys, world.store.hasher(),
                      {.steadyNow = [this] { return VerifiedCache::Time(now); }}) {}

  Outcome<Caller> verify(std::string_view name, const Secret& password, std::string_view source,
                         std::optional<Oin> oin = {}) {
    return authenticator.verify(name, password, oin, noon(kToday), source);
  }
  void hammer(std::string_view name, std::string_view source) {
    for (int i = 0; i < 50; ++i) verify(name, Secret("geraden " + std::to_string(i)), source);
  }

  KeyWorld world;
  IssuedKey key;
  IssuedKey revoked;
  FixedKeys keys;
  seconds now{1000};
  Authenticator authenticator;
};

TEST_F(BackoffAtTheDoorTest, A35_TheOwnerPassesAtOnceWhileAnotherHammersHisKey) {
  const auto& name = key.record.applicatiesleutel;
  hammer(name, "198.51.100.1");
  EXPECT_EQ(verify(name, Secret("geraden"), "198.51.100.1").error().kind, FaultKind::tooManyRequests);
  EXPECT_TRUE(verify(name, key.wachtwoord, "198.51.100.1"))
      << "for the first time, from where fifty wrong ones just came";
  hammer(name, "192.0.2.1");
  EXPECT_TRUE(verify(name, key.wachtwoord, "192.0.2.1"))
      << "he is known; an attacker next door changes nothing";
  now += minutes{11};
  hammer(name, "192.0.2.1");
  EXPECT_TRUE(verify(name, key.wachtwoord, "192.0.2.1")) << "also when the password has to be hashed again";
}

TEST_F(BackoffAtTheDoorTest, A35_AfterARotationTheOldPasswordDelaysItselfAndNotTheNewOne) {
  const auto& name = key.record.applicatiesleutel;
  const Secret old = key.wachtwoord;
  const IssuedKey rotated = world.rotate(name, {.direct = true});
  const FixedKeys present(snapshotOf(world.directory.path()));
  const Authenticator door(present, world.store.hasher(),
                           {.steadyNow = [this] { return PasswordBackoff::Time{now}; }});
  const auto ask = [&](const Secret& password) {
    return door.verify(name, password, {}, noon(kToday), "192.0.2.1");
  };
  int tried = 0;
  for (int i = 0; i < 50; ++i) tried += ask(old).error().kind == FaultKind::authenticationFailed ? 1 : 0;
  EXPECT_EQ(tried, 6) << "once, and five times again";
  for (int i = 0; i < 50; ++i) EXPECT_FALSE(ask(Secret("geraden " + std::to_string(i))));
  EXPECT_TRUE(ask(rotated.wachtwoord));
}

TEST_F(BackoffAtTheDoorTest, A35_AMarkIsOfOneKeyAndOnePassword) {
  const auto& hasher = world.store.hasher();
  const auto& name = key.record.applicatiesleutel;
  const std::string text(key.wachtwoord.reveal());
  EXPECT_TRUE(isMarked(hasher, name, key.wachtwoord));
  EXPECT_FALSE(isMarked(hasher, revoked.record.applicatiesleutel, key.wachtwoord));
  EXPECT_FALSE(isMarked(hasher, name, Secret(text.substr(0, 43)))) << "made before there were marks";
  EXPECT_FALSE(isMarked(hasher, name, Secret(text + "0")));
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string other = text;
    other[at] = other[at] == '1' ? '2' : '1';
    EXPECT_FALSE(isMarked(hasher, name, Secret(other))) << at;
  }
  EXPECT_FALSE(isMarked(KeyWorld().store.hasher(), name, key.wachtwoord)) << "under another pepper";
}

TEST_F(BackoffAtTheDoorTest, A35_TheOinIsTheOriginWhereThereIsOne) {
  const auto& name = key.record.applicatiesleutel;
  hammer(name, "192.0.2.1");
  EXPECT_TRUE(verify(name, key.wachtwoord, "192.0.2.1", Oin::parse("00000099000000001000")));
}

TEST_F(BackoffAtTheDoorTest, A33_A34_TheDelayIsTheSameForAKeyThatIsNoneAndForARevokedOne) {
  const auto course = [&](std::string_view name, bool own) {
    std::string out;
    for (int i = 0; i < 12; ++i) {
      const auto outcome =
          verify(name, own ? revoked.wachtwoord : Secret("fout"), std::string(name) + "-bron");
      const Fault& fault = outcome.error();
      out += std::to_string(static_cast<int>(fault.kind)) + ":" + std::to_string(fault.retryAfterSeconds) +
             ":" + fault.text.str() + "\n";
    }
    return out;
  };
  const std::string wrong = course(key.record.applicatiesleutel, false);
  EXPECT_EQ(wrong, course("AS-ONBEKENDONBEKENDONB", false));
  EXPECT_EQ(wrong, course(revoked.record.applicatiesleutel, true));
  EXPECT_THAT(wrong, ::testing::HasSubstr("3:1:"));
}

}  // namespace
}  // namespace cvsgw::security
