#include "gateway/security/keys/authenticator.hpp"

#include <atomic>
#include <thread>

#include <gmock/gmock.h>

#include "gateway/domain/blocking.hpp"
#include "gateway/security/keys/testing/key_world.hpp"

namespace cvsgw::security {
namespace {

using namespace testing;
using std::chrono::days;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using ::testing::HasSubstr;

/// Counts the hashes and can hold them up.
class CountingHasher final : public PasswordHasher {
 public:
  explicit CountingHasher(const PasswordHasher& real) : real_(real) {}
  std::optional<PasswordHash> hash(const Secret& password, const Salt& salt, ScryptCost cost) const override {
    ++hashes;
    lastWork = cost.n * cost.r * cost.p;
    while (held) std::this_thread::sleep_for(milliseconds{1});
    return real_.hash(password, salt, cost);
  }
  std::string mark(std::string_view applicatiesleutel, std::string_view random) const override {
    return real_.mark(applicatiesleutel, random);
  }
  mutable std::atomic<int> hashes{0};
  mutable std::atomic<std::uint64_t> lastWork{0};
  std::atomic<bool> held{false};

 private:
  const PasswordHasher& real_;
};

/// Keys that a test replaces, as the running gateway does.
class ChangingKeys final : public KeySource {
 public:
  std::shared_ptr<const KeySnapshot> current() const override {
    const std::lock_guard lock(lock_);
    return snapshot_;
  }
  void reload(const KeyWorld& world) {
    auto fresh = snapshotOf(world.directory.path(), current().get());
    const std::lock_guard lock(lock_);
    snapshot_ = std::move(fresh);
  }

 private:
  mutable std::mutex lock_;
  std::shared_ptr<const KeySnapshot> snapshot_ = std::make_shared<const KeySnapshot>();
};

class AuthenticatorTest : public ::testing::Test {
 protected:
  AuthenticatorTest() : hasher(world.store.hasher()) {}

  AuthenticatorSettings settings() {
    return {.remember = minutes{10},
            .gate = {.running = 2, .waiting = 2, .wait = seconds{60}},
            .steadyNow = [this] { return VerifiedCache::Time(seconds{steady.load()}); }};
  }
  IssuedKey issue(const NewKey& key = KeyWorld::exampleKey()) {
    IssuedKey issued = world.issue(key);
    keys.reload(world);
    return issued;
  }
  Outcome<Caller> verify(const IssuedKey& key, Moment now = noon(kToday), std::optional<Oin> oin = {}) {
    return authenticator.verify(key.record.applicatiesleutel, key.wachtwoord, oin, now);
  }

  KeyWorld world;
  ChangingKeys keys;
  CountingHasher hasher;
  std::atomic<int> steady{1000};
  Authenticator authenticator{keys, hasher, settings()};
};

const Oin kOtherOin = Oin::parse("00000099000000002000").value();

TEST_F(AuthenticatorTest, AdmitsTheRightPasswordAndTellsWhoItIs) {
  const IssuedKey key = issue();
  const auto caller = verify(key);
  ASSERT_TRUE(caller);
  EXPECT_EQ(caller->applicatiesleutel(), key.record.applicatiesleutel);
  EXPECT_EQ(caller->label(), "Test");
  EXPECT_EQ(caller->geldigTot(), kToday.plusDays(30));
  EXPECT_EQ(caller->rollen(gemeente("0363")), rollen({Rol::Wi2021}));
  EXPECT_TRUE(caller->rollen(gemeente("0599")).empty());
  EXPECT_FALSE(caller->oudWachtwoordGebruikt());
}

TEST_F(AuthenticatorTest, A33_A34_EveryFailureLooksTheSameAndCostsOneHash) {
  const IssuedKey good = issue();
  NewKey later = KeyWorld::exampleKey();
  later.geldigVan = kToday.plusDays(5);
  const IssuedKey notYet = issue(later);
  NewKey bound = KeyWorld::exampleKey();
  bound.oin = kOin;
  const IssuedKey withOin = issue(bound);
  const IssuedKey revoked = issue();
  world.store.revoke(revoked.record.applicatiesleutel, noon(kToday)).value();
  const IssuedKey rotated = issue();
  world.rotate(rotated.record.applicatiesleutel, {.direct = true});
  const IssuedKey overlapped = issue();
  world.rotate(overlapped.record.applicatiesleutel, {.overlapDays = 1});
  keys.reload(world);
  IssuedKey unknown = good;
  unknown.record.applicatiesleutel = "AS-AAAAAAAAAAAAAAAAAAAA";
  IssuedKey wrong = good;
  wrong.wachtwoord = Secret("geraden");
  IssuedKey empty = good;
  empty.wachtwoord = Secret();

  struct Case {
    const char* log;
    const IssuedKey& key;
    Moment now = noon(kToday);
    std::optional<Oin> oin = {};
  };
  const Case cases[] = {{"no such key", unknown},
                        {"wrong password", wrong},
                        {"wrong password", empty},
                        {"wrong password", rotated},
                        {"key revoked", revoked},
                        {"key not yet valid", notYet},
                        {"key expired", good, noon(kToday.plusDays(31))},
                        {"old password used after its end", overlapped, noon(kToday) + days{1}},
                        {"no client certificate", withOin},
                        {"another OIN", withOin, noon(kToday), kOtherOin}};
  std::string text;
  for (const Case& sample : cases) {
    const int before = hasher.hashes;
    const auto outcome = verify(sample.key, sample.now, sample.oin);
    ASSERT_FALSE(outcome) << sample.log;
    const Fault& fault = outcome.error();
    EXPECT_EQ(fault.kind, FaultKind::authenticationFailed);
    EXPECT_EQ(fault.retryAfterSeconds, 0);
    EXPECT_EQ(fault.violations.size(), 0U);
    if (text.empty()) text = fault.text.str();
    EXPECT_FALSE(text.empty());
    EXPECT_EQ(fault.text.str(), text) << sample.log;
    EXPECT_THAT(fault.log.str(), HasSubstr(sample.log));
    EXPECT_EQ(hasher.hashes - before, 1) << sample.log;
    EXPECT_EQ(hasher.lastWork, kCheap.n * kCheap.r * kCheap.p) << sample.log;
    if (!sample.key.wachtwoord.empty()) {
      EXPECT_EQ(fault.log.str().find(sample.key.wachtwoord.reveal()), std::string::npos);
    }
  }
}

TEST_F(AuthenticatorTest, A31_A32_ANameThatIsNoKeyIsNotRepeatedInTheLog) {
  issue();
  const auto outcome = authenticator.verify("mijn-wachtwoord-in-het-naamveld", Secret("x"), {}, noon(kToday));
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().log.str().find("mijn-wachtwoord"), std::string::npos);
  EXPECT_EQ(outcome.error().text.str().find("mijn-wachtwoord"), std::string::npos);
}

TEST_F(AuthenticatorTest, TheFirstAndTheLastDayCountInAmsterdam) {
  const IssuedKey key = issue();
  const Date last = kToday.plusDays(30);
  // In summer Amsterdam is two hours ahead of UTC.
  const Moment begin = Moment{kToday.days()} - std::chrono::hours{2};
  const Moment end = Moment{last.plusDays(1).days()} - std::chrono::hours{2};
  EXPECT_FALSE(verify(key, begin - milliseconds{1}));
  EXPECT_TRUE(verify(key, begin));
  EXPECT_TRUE(verify(key, end - milliseconds{1}));
  EXPECT_FALSE(verify(key, end)) << "also when the password is in the cache";
}

TEST_F(AuthenticatorTest, ASecondCallDoesNotHash) {
  const IssuedKey key = issue();
  ASSERT_TRUE(verify(key));
  EXPECT_EQ(hasher.hashes, 1);
  for (int i = 0; i < 50; ++i) EXPECT_TRUE(verify(key));
  EXPECT_EQ(hasher.hashes, 1);
}

TEST_F(AuthenticatorTest, AWrongPasswordIsNeverRememberedAsRight) {
  const IssuedKey key = issue();
  ASSERT_TRUE(verify(key));
  for (int i = 0; i < 3; ++i)
    EXPECT_FALSE(authenticator.verify(key.record.applicatiesleutel, Secret("geraden"), {}, noon(kToday)));
  EXPECT_EQ(hasher.hashes, 4);
  EXPECT_TRUE(verify(key));
  EXPECT_EQ(hasher.hashes, 4);
}

TEST_F(AuthenticatorTest, TheCacheLivesTenMinutes) {
  const IssuedKey key = issue();
  ASSERT_TRUE(verify(key));
  steady += 599;
  EXPECT_TRUE(verify(key));
  EXPECT_EQ(hasher.hashes, 1);
  steady += 1;
  EXPECT_TRUE(verify(key));
  EXPECT_EQ(hasher.hashes, 2);
}

TEST_F(AuthenticatorTest, A35_WhoWasLetInOnceIsRememberedAsLongAsTheKeyHolds) {
  const IssuedKey key = issue();
  const IssuedKey other = issue();
  const auto remembered = [&](const IssuedKey& asked, const Secret& password) {
    const auto caller =
        authenticator.remembered(asked.record.applicatiesleutel, password, {}, noon(kToday), "192.0.2.1");
    return caller && caller->has_value();
  };
  EXPECT_FALSE(remembered(key, key.wachtwoord)) << "not before he came";
  ASSERT_TRUE(verify(key));
  EXPECT_TRUE(remembered(key, key.wachtwoord));
  EXPECT_EQ(hasher.hashes, 1);
  EXPECT_FALSE(remembered(key, other.wachtwoord));
  EXPECT_FALSE(remembered(other, other.wachtwoord));
  steady += 3600;
  EXPECT_FALSE(remembered(key, other.wachtwoord));
  EXPECT_EQ(hasher.hashes, 1) << "nobody else costs a hash";
  EXPECT_TRUE(remembered(key, key.wachtwoord)) << "an hour later, and there is still a flood";
  EXPECT_EQ(hasher.hashes, 2);
  world.store.revoke(key.record.applicatiesleutel, noon(kToday)).value();
  keys.reload(world);
  EXPECT_FALSE(remembered(key, key.wachtwoord));
}

TEST_F(AuthenticatorTest, ALongerLifeIsCutToTenMinutes) {
  const IssuedKey key = issue();
  AuthenticatorSettings longer = settings();
  longer.remember = std::chrono::hours{5};
  const Authenticator other(keys, hasher, longer);
  for (const int wait : {0, 600}) {
    steady += wait;
    EXPECT_TRUE(other.verify(key.record.applicatiesleutel, key.wachtwoord, {}, noon(kToday)));
  }
  EXPECT_EQ(hasher.hashes, 2);
}

TEST_F(AuthenticatorTest, RevocationHoldsForACachedPassword) {
  const IssuedKey key = issue();
  ASSERT_TRUE(verify(key));
  world.store.revoke(key.record.applicatiesleutel, noon(kToday)).value();
  keys.reload(world);
  EXPECT_FALSE(verify(key));
  EXPECT_EQ(hasher.hashes, 2) << "as slow as any other failure";
}

TEST_F(AuthenticatorTest, DirectRotationHoldsForACachedPassword) {
  const IssuedKey key = issue();
  ASSERT_TRUE(verify(key));
  const IssuedKey fresh = world.rotate(key.record.applicatiesleutel, {.direct = true});
  keys.reload(world);
  EXPECT_FALSE(verify(key));
  EXPECT_TRUE(verify(fresh));
}

TEST_F(AuthenticatorTest, BothPasswordsWorkUntilTheOldOneEnds) {
  const IssuedKey old = issue();
  ASSERT_TRUE(verify(old));
  const IssuedKey fresh = world.rotate(old.record.applicatiesleutel, {.overlapDays = 2});
  keys.reload(world);
  const Moment end = noon(kToday) + days{2};

  const auto byOld = verify(old, end - milliseconds{1});
  ASSERT_TRUE(byOld);
  EXPECT_TRUE(byOld->oudWachtwoordGebruikt());
  EXPECT_EQ(byOld->oudWachtwoordTot(), end);
  const auto byFresh = verify(fresh, end - milliseconds{1});
  ASSERT_TRUE(byFresh);
  EXPECT_FALSE(byFresh->oudWachtwoordGebruikt());
  EXPECT_EQ(hasher.hashes, 2)
      << "one hash decides on both passwords; the old one was cached before the rotation";

  EXPECT_FALSE(verify(old, end));
  EXPECT_TRUE(verify(fresh, end));
}

TEST_F(AuthenticatorTest, GrantsOfTheNewSnapshotHoldForACachedPassword) {
  const IssuedKey key = issue();
  ASSERT_TRUE(verify(key));
  world.store
      .grant(key.record.applicatiesleutel, GrantChange::replace, {{gemeente("0363"), rollen({Rol::Wi2007})}})
      .value();
  keys.reload(world);
  const auto caller = verify(key);
  ASSERT_TRUE(caller);
  EXPECT_EQ(caller->rollen(gemeente("0363")), rollen({Rol::Wi2007}));
  EXPECT_EQ(hasher.hashes, 1);
}

TEST_F(AuthenticatorTest, R09_AKeyWithAnOinWorksWithThatCertificateOnly) {
  NewKey asked = KeyWorld::exampleKey();
  asked.oin = kOin;
  const IssuedKey key = issue(asked);
  EXPECT_TRUE(verify(key, noon(kToday), kOin));
  EXPECT_FALSE(verify(key, noon(kToday), kOtherOin)) << "also with the password in the cache";
  EXPECT_FALSE(verify(key, noon(kToday), std::nullopt));
  EXPECT_TRUE(verify(issue(), noon(kToday), kOin)) << "a key without an OIN does not mind a certificate";
}

TEST_F(AuthenticatorTest, AnEmptyStoreAdmitsNobodyAndStillHashes) {
  EXPECT_FALSE(authenticator.verify("AS-AAAAAAAAAAAAAAAAAAAA", Secret("x"), {}, noon(kToday)));
  EXPECT_EQ(hasher.hashes, 1);
}

TEST_F(AuthenticatorTest, A35_A36_AFullQueueRefusesStrangersButNeverACachedCaller) {
  const IssuedKey key = issue();
  ASSERT_TRUE(verify(key));
  hasher.hashes = 0;
  hasher.held = true;
  std::atomic<int> failed{0};
  std::atomic<int> overloaded{0};
  std::vector<std::thread> strangers;
  // Two run and two wait, whichever they are; the other four find the queue full.
  for (int i = 0; i < 8; ++i) {
    strangers.emplace_back([&] {
      const auto outcome = authenticator.verify("AS-NIEMAND", Secret("x"), {}, noon(kToday));
      if (outcome) return;
      if (outcome.error().kind == FaultKind::authenticationFailed) ++failed;
      if (outcome.error().kind == FaultKind::overloaded && outcome.error().retryAfterSeconds > 0)
        ++overloaded;
    });
  }
  EXPECT_TRUE(eventually([&] { return overloaded >= 4; }));
  for (int i = 0; i < 20; ++i) EXPECT_TRUE(verify(key));
  hasher.held = false;
  for (auto& stranger : strangers) stranger.join();
  EXPECT_EQ(overloaded, 4);
  EXPECT_EQ(failed, 4);
  EXPECT_EQ(hasher.hashes, 4);
}

TEST_F(AuthenticatorTest, ManyConnectionsThatStartAtOnceShareTheHashes) {
  const IssuedKey key = issue();
  AuthenticatorSettings roomy = settings();
  roomy.gate.waiting = 32;
  const Authenticator shared(keys, hasher, roomy);
  hasher.held = true;
  std::atomic<int> admitted{0};
  std::vector<std::thread> connections;
  for (int i = 0; i < 16; ++i) {
    connections.emplace_back([&] {
      if (shared.verify(key.record.applicatiesleutel, key.wachtwoord, {}, noon(kToday))) ++admitted;
    });
  }
  EXPECT_TRUE(eventually([&] { return hasher.hashes >= 2; }));
  hasher.held = false;
  for (auto& connection : connections) connection.join();
  EXPECT_EQ(admitted, 16);
  EXPECT_EQ(hasher.hashes, 2) << "those that ran at once; all others found the answer when their turn came";
}

TEST_F(AuthenticatorTest, CallsAndReloadsAtTheSameTimeAgree) {
  const IssuedKey steadyKey = issue();
  std::atomic<bool> stop{false};
  std::atomic<int> wrongAnswers{0};
  std::vector<std::thread> callers;
  for (int i = 0; i < 3; ++i) {
    callers.emplace_back([&] {
      while (!stop) {
        if (!verify(steadyKey)) ++wrongAnswers;
      }
    });
  }
  for (int i = 0; i < 20; ++i) world.rotate(issue().record.applicatiesleutel, {});
  keys.reload(world);
  stop = true;
  for (auto& caller : callers) caller.join();
  EXPECT_EQ(wrongAnswers, 0);
}

TEST(HashGate, RefusesAfterTheWait) {
  HashGate gate({.running = 1, .waiting = 1, .wait = milliseconds{20}});
  const auto running = gate.enter(HashGate::Lane::stranger);
  ASSERT_TRUE(running);
  EXPECT_FALSE(gate.enter(HashGate::Lane::stranger));
  EXPECT_FALSE(gate.enter(HashGate::Lane::known));
}

TEST(HashGate, A36_WhoHashesOrWaitsLeavesHisSeatAndWhoIsTurnedAwayKeepsIt) {
  int left = 0;
  const BlockingHook hook([&left] { ++left; });
  HashGate gate({.running = 1, .waiting = 0, .wait = milliseconds{0}});
  const auto running = gate.enter(HashGate::Lane::stranger);
  EXPECT_EQ(left, 1);
  EXPECT_FALSE(gate.enter(HashGate::Lane::stranger));
  EXPECT_EQ(left, 1) << "the queue is full";
  HashGate queue({.running = 1, .waiting = 1, .wait = milliseconds{1}});
  const auto first = queue.enter(HashGate::Lane::stranger);
  EXPECT_FALSE(queue.enter(HashGate::Lane::stranger));
  EXPECT_EQ(left, 3) << "one hashes, one waits in vain";
}

TEST(HashGate, GivesThePlaceBack) {
  HashGate gate({.running = 1, .waiting = 0, .wait = milliseconds{0}});
  for (int i = 0; i < 3; ++i) {
    const auto slot = gate.enter(HashGate::Lane::stranger);
    EXPECT_TRUE(slot);
    EXPECT_FALSE(gate.enter(HashGate::Lane::known));
  }
}

TEST(HashGate, AKnownCallerGoesBeforeTheStrangersThatWaitedLonger) {
  HashGate gate({.running = 1, .waiting = 1, .wait = seconds{60}});
  std::optional<HashGate::Slot> running = gate.enter(HashGate::Lane::stranger);
  std::mutex lock;
  std::string order;
  const auto wait = [&](HashGate::Lane lane, char mark) {
    const auto slot = gate.enter(lane);
    const std::lock_guard guard(lock);
    order += slot ? mark : '-';
  };
  std::thread stranger([&] { wait(HashGate::Lane::stranger, 's'); });
  // The queue of one is full once the next stranger is turned away at once; the known caller still finds
  // room.
  EXPECT_TRUE(eventually([&] { return gate.waiting(HashGate::Lane::stranger) > 0; }));
  EXPECT_FALSE(gate.enter(HashGate::Lane::stranger));
  std::thread known([&] { wait(HashGate::Lane::known, 'k'); });
  EXPECT_TRUE(eventually([&] { return gate.waiting(HashGate::Lane::known) > 0; }));
  running.reset();
  known.join();
  stranger.join();
  EXPECT_EQ(order, "ks");
}

}  // namespace
}  // namespace cvsgw::security
