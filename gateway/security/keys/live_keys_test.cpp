#include "gateway/security/keys/live_keys.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <gmock/gmock.h>

#include "gateway/security/keys/testing/key_world.hpp"

namespace cvsgw::security {
namespace {

using namespace testing;
using std::chrono::milliseconds;
using std::chrono::seconds;

class LiveKeysTest : public ::testing::Test {
 protected:
  std::unique_ptr<LiveKeys> open(LiveKeysSettings settings = {}) {
    return LiveKeys::open(world.directory.path(), std::move(settings)).value();
  }
  KeyWorld world;
};

// The second that is promised: what the store and the machine add to it is small, or the machine's.
TEST(LiveKeysSettings, TheStoreIsAskedOftenEnoughForAChangeToHoldWithinASecond) {
  EXPECT_LE(LiveKeysSettings().poll, milliseconds{500});
}

TEST_F(LiveKeysTest, WhatAnotherHandleChangesHoldsWithinASecond) {
  const auto live = open();
  const Authenticator authenticator(*live, live->hasher());
  const IssuedKey key = world.issue();
  const std::string& sleutel = key.record.applicatiesleutel;
  ASSERT_TRUE(eventually([&] { return live->current()->find(sleutel) != nullptr; }));
  const auto works = [&] {
    return authenticator.verify(sleutel, key.wachtwoord, {}, noon(kToday)).has_value();
  };
  EXPECT_TRUE(works());

  world.store.grant(sleutel, GrantChange::add, {{gemeente("0014"), rollen({Rol::Wi2007})}}).value();
  EXPECT_TRUE(eventually(
      [&] { return live->current()->find(sleutel)->record.toekenningen.contains(gemeente("0014")); }));
  world.store.revoke(sleutel, noon(kToday)).value();
  EXPECT_TRUE(eventually([&] { return !works(); }));
}

TEST_F(LiveKeysTest, AStoreWithRowsOfAKeyThatHasGoneLeavesTheLastKeysInUse) {
  const IssuedKey key = world.issue();
  const IssuedKey lost = world.issue();
  std::vector<std::string> told;
  std::mutex lock;
  LiveKeysSettings settings;
  settings.report = [&](const LogText& text) {
    const std::lock_guard guard(lock);
    told.push_back(text.str());
  };
  {
    const auto live = open(settings);
    {
      // As the command line of SQLite does it: without the references being looked at.
      Database database = openKeyDirectory(world.directory.path()).value().database;
      database.execute("PRAGMA foreign_keys = OFF");
      database.prepare("DELETE FROM sleutel WHERE applicatiesleutel = ?")
          .bind(1, lost.record.applicatiesleutel)
          .run();
    }
    EXPECT_TRUE(eventually([&] {
      const std::lock_guard guard(lock);
      return !told.empty();
    }));
    EXPECT_FALSE(live->following());
    EXPECT_NE(live->current()->find(key.record.applicatiesleutel), nullptr);
    const std::lock_guard guard(lock);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_THAT(told[0], ::testing::HasSubstr("a password or grant of a key that is not there"));
  }
  const auto again = LiveKeys::open(world.directory.path(), {});
  ASSERT_FALSE(again) << "nor does a gateway start on it";
  EXPECT_THAT(again.error().text, ::testing::HasSubstr("a password or grant of a key that is not there"));
}

TEST_F(LiveKeysTest, ARevocationByAnotherProcessHoldsWithinASecond) {
  const IssuedKey key = world.issue();
  const std::string sleutel = key.record.applicatiesleutel;
  // The child waits for a byte, so that it is forked before this process has threads.
  int go[2];
  ASSERT_EQ(::pipe(go), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    char byte = 0;
    const bool told = ::read(go[0], &byte, 1) == 1;
    auto store = KeyStore::open(world.directory.path(), kCheap);
    ::_exit(told && store && store->revoke(sleutel, noon(kToday)) ? 0 : 1);
  }
  const auto live = open();
  EXPECT_FALSE(live->current()->find(sleutel)->record.ingetrokkenOp);
  ASSERT_EQ(::write(go[1], "x", 1), 1);
  int status = -1;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_EQ(status, 0);
  EXPECT_TRUE(eventually([&] { return live->current()->find(sleutel)->record.ingetrokkenOp.has_value(); }));
  ::close(go[0]);
  ::close(go[1]);
}

TEST_F(LiveKeysTest, TheUseOfPasswordsIsWrittenAndSurvivesAReload) {
  const IssuedKey old = world.issue();
  const std::string& sleutel = old.record.applicatiesleutel;
  world.rotate(sleutel, {});
  {
    const auto live = open({.poll = milliseconds{10}});
    const Authenticator authenticator(*live, live->hasher());
    ASSERT_TRUE(authenticator.verify(sleutel, old.wachtwoord, {}, noon(kToday)));
    const auto generation = live->current()->generation();
    world.issue();
    ASSERT_TRUE(eventually([&] { return live->current()->generation() != generation; }));
    ASSERT_TRUE(authenticator.verify(sleutel, old.wachtwoord, {}, noon(kToday) + seconds{9}));
  }
  const KeyRecord after = world.store.find(sleutel).value();
  ASSERT_EQ(after.wachtwoorden.size(), 2U);
  EXPECT_FALSE(after.wachtwoorden[0].laatstGebruiktOp);
  EXPECT_EQ(after.wachtwoorden[1].laatstGebruiktOp, noon(kToday) + seconds{9});
  EXPECT_EQ(after.wachtwoorden[1].keerGebruiktAlsOud, 2);
}

TEST_F(LiveKeysTest, ItsOwnWritingIsNoReasonToReload) {
  const IssuedKey key = world.issue();
  const std::string& sleutel = key.record.applicatiesleutel;
  const auto live = open({.poll = milliseconds{5}, .flush = milliseconds{5}});
  const Authenticator authenticator(*live, live->hasher());
  const auto generation = live->current()->generation();
  // Before each time that it writes it looks: so it has looked after the first one.
  for (const Moment now : {noon(kToday), noon(kToday) + seconds{9}, noon(kToday) + seconds{18}}) {
    ASSERT_TRUE(authenticator.verify(sleutel, key.wachtwoord, {}, now));
    ASSERT_TRUE(eventually(
        [&] { return world.store.find(sleutel).value().wachtwoorden[0].laatstGebruiktOp == now; }));
  }
  EXPECT_EQ(live->current()->generation(), generation);
}

TEST_F(LiveKeysTest, AReplacedFileIsTakenOver) {
  const auto live = open({.poll = milliseconds{10}});
  // A backup goes back where the pepper is the one that it was made with.
  const TemporaryDirectory backup;
  std::filesystem::copy_file(world.directory.path() / "peper", backup.path() / "peper");
  std::string sleutel;
  {
    KeyStore store = KeyStore::open(backup.path(), kCheap).value();
    IssuedKey kept;
    sleutel =
        store.issue(KeyWorld::exampleKey(), noon(kToday), KeyWorld::keepIn(kept)).value().applicatiesleutel;
  }
  // SQLite's own rule for putting a database back: its companions go first.
  for (const char* companion : {"sleutels.sqlite-wal", "sleutels.sqlite-shm"})
    std::filesystem::remove(world.directory.path() / companion);
  std::filesystem::rename(backup.path() / "sleutels.sqlite", world.directory.path() / "sleutels.sqlite");
  EXPECT_TRUE(eventually([&] { return live->current()->find(sleutel) != nullptr; }));
  EXPECT_TRUE(eventually([&] { return live->following(); }));
}

TEST_F(LiveKeysTest, TheLastKeysStayInUseWhileTheStoreIsGoneAndItIsReportedOnce) {
  const IssuedKey key = world.issue();
  std::mutex lock;
  std::vector<std::string> reports;
  const auto live = open({.poll = milliseconds{10}, .report = [&](const LogText& text) {
                            const std::lock_guard guard(lock);
                            reports.push_back(text.str());
                          }});
  const auto reported = [&] {
    const std::lock_guard guard(lock);
    return reports.size();
  };
  const auto file = world.directory.path() / "sleutels.sqlite";
  const auto aside = world.directory.path() / "weg.sqlite";
  std::filesystem::rename(file, aside);
  ASSERT_TRUE(eventually([&] { return reported() == 1; }));
  std::this_thread::sleep_for(milliseconds{50});
  EXPECT_FALSE(live->following());
  EXPECT_NE(live->current()->find(key.record.applicatiesleutel), nullptr);
  EXPECT_EQ(reported(), 1U);
  std::filesystem::rename(aside, file);
  EXPECT_TRUE(eventually([&] { return live->following() && reported() > 1; }));
  EXPECT_EQ(reported(), 2U);
}

TEST_F(LiveKeysTest, AReplacementThatOthersMayReadIsNotTaken) {
  const auto live = open({.poll = milliseconds{10}});
  const auto file = world.directory.path() / "sleutels.sqlite";
  const auto copy = world.directory.path() / "kopie.sqlite";
  std::filesystem::copy_file(file, copy);
  std::filesystem::permissions(copy, std::filesystem::perms(0644));
  std::filesystem::rename(copy, file);
  EXPECT_TRUE(eventually([&] { return !live->following(); }));
}

TEST_F(LiveKeysTest, StartsOnAnEmptyDirectoryBeforeTheFirstKey) {
  const TemporaryDirectory fresh;
  const auto live = LiveKeys::open(fresh.path());
  ASSERT_TRUE(live);
  KeyStore store = KeyStore::open(fresh.path(), kCheap).value();
  IssuedKey kept;
  store.issue(KeyWorld::exampleKey(), noon(kToday), KeyWorld::keepIn(kept)).value();
  EXPECT_TRUE(eventually([&] { return (*live)->current()->find(kept.record.applicatiesleutel) != nullptr; }));
}

TEST_F(LiveKeysTest, DoesNotStartWithAWrongPepper) {
  KeyWorld other;
  std::filesystem::copy_file(other.directory.path() / "peper", world.directory.path() / "peper",
                             std::filesystem::copy_options::overwrite_existing);
  const auto live = LiveKeys::open(world.directory.path());
  ASSERT_FALSE(live);
  EXPECT_EQ(live.error().kind, KeyErrorKind::pepperMismatch);
}

TEST_F(LiveKeysTest, UseThatCannotBeWrittenKeepsNobodyOutAndIsWrittenLater) {
  const IssuedKey key = world.issue();
  Database database = openKeyDirectory(world.directory.path()).value().database;
  database.execute(
      "CREATE TRIGGER vol BEFORE UPDATE ON wachtwoord BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
  std::mutex lock;
  std::vector<std::string> reports;
  const auto live =
      open({.poll = milliseconds{5}, .flush = milliseconds{5}, .report = [&](const LogText& text) {
              const std::lock_guard guard(lock);
              reports.push_back(text.str());
            }});
  const auto told = [&] {
    const std::lock_guard guard(lock);
    return reports.size();
  };
  const Authenticator authenticator(*live, live->hasher());
  ASSERT_TRUE(authenticator.verify(key.record.applicatiesleutel, key.wachtwoord, {}, noon(kToday)));
  EXPECT_TRUE(eventually([&] { return told() > 0; }));
  ASSERT_EQ(told(), 1U);
  EXPECT_THAT(reports[0], ::testing::HasSubstr("the last use of keys cannot be stored"));
  EXPECT_TRUE(live->following());
  database.execute("DROP TRIGGER vol");
  const auto stored = [&] {
    return world.store.find(key.record.applicatiesleutel).value().wachtwoorden[0].laatstGebruiktOp;
  };
  EXPECT_TRUE(eventually([&] { return stored().has_value(); }));
  EXPECT_EQ(stored(), noon(kToday));
  EXPECT_EQ(told(), 1U);
}

}  // namespace
}  // namespace cvsgw::security
