#include "gateway/audit/trail.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <thread>

#include "gateway/audit/finder.hpp"
#include "gateway/audit/test_trail.hpp"

namespace cvsgw::audit {
namespace {

using ::testing::ElementsAre;

TEST(Entry, R71_WhatIsStoredIsWhatIsChained) {
  TestTrail test;
  auto entry = test.entry();
  ASSERT_TRUE(test.open().keep(entry, {testPerson(1), testPerson(0)}, Pseudonym{7}));
  test.trail.reset();
  Connection connection(test.file(), Connection::Mode::read);
  auto row = connection.prepare("SELECT " + columns() + " FROM verwerking WHERE seq = 1");
  ASSERT_TRUE(row.step());
  std::string stored;
  for (int column = 0; column < 26; ++column) row.appendTo(stored, column);
  const auto read = fromCanonical(stored);
  ASSERT_TRUE(read);
  EXPECT_EQ(canonical(*read), stored);
  EXPECT_EQ(read->traceId, entry.traceId);
  EXPECT_EQ(read->naam, entry.naam);
  EXPECT_EQ(read->betrokkenen->size(), 2 * kPersonBytes);
  EXPECT_FALSE(fromCanonical(stored + "x"));
  EXPECT_FALSE(fromCanonical(std::string_view(stored).substr(1)));
}

TEST(Trail, R70_EveryRecordOfManyThreadsIsThereAndInOneChain) {
  TestTrail test;
  auto& trail = test.open();
  constexpr int kThreads = 8;
  constexpr int kEach = 40;
  std::vector<std::thread> threads;
  std::atomic<int> kept{0};
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      for (int n = 0; n < kEach; ++n) kept += trail.keep(test.entry(), {testPerson(t)}).has_value() ? 1 : 0;
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(kept, kThreads * kEach);
  const auto report = test.check();
  EXPECT_TRUE(report.good());
  EXPECT_EQ(report.records, kThreads * kEach);
}

TEST(Trail, R70_WhatIsAnsweredIsInTheFileAlready) {
  TestTrail test;
  auto& trail = test.open();
  for (int n = 1; n <= 3; ++n) {
    ASSERT_TRUE(trail.keep(test.entry()));
    Connection other(test.file(), Connection::Mode::read);
    EXPECT_EQ(other.single("SELECT COUNT(*) FROM verwerking"), n);
  }
}

TEST(Trail, R70_AStoreThatIsLockedLetsNothingBeAnsweredUntilItIsFree) {
  TestTrail test;
  auto settings = test.settings();
  std::atomic<int> failures{0};
  std::atomic<int> recoveries{0};
  settings.storing = [&](const LogText&) { ++failures; };
  settings.hersteld = [&] { ++recoveries; };
  auto& trail = test.open(settings);
  ASSERT_TRUE(trail.keep(test.entry()));
  {
    Connection other(test.file(), Connection::Mode::write);
    Transaction lock(other, Transaction::Kind::write);
    const auto refused = trail.keep(test.entry());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, FaultKind::auditUnavailable);
    EXPECT_GT(refused.error().retryAfterSeconds, 0);
    EXPECT_FALSE(trail.available());
    EXPECT_FALSE(trail.keep(test.entry())) << "refused without waiting for the lock";
  }
  ASSERT_TRUE(eventually([&] { return trail.available(); }));
  EXPECT_TRUE(trail.keep(test.entry()));
  test.trail.reset();
  EXPECT_EQ(failures, 1);
  EXPECT_EQ(recoveries, 1);
  EXPECT_EQ(test.check().records, 2);
}

TEST(Trail, R70_AFullStoreLetsNothingBeAnswered) {
  TestTrail test;
  test.open();
  test.trail.reset();
  // SQLite's own limit on pages stands for a disk that is full; it is kept per connection, so it is set where
  // the trail's chain is made.
  Chain chain(test.file(), Signer::readOrCreate(test.folder));
  chain.connection().run("PRAGMA max_page_count = 1");
  const auto fill = [&] {
    for (int n = 0; n < 200; ++n) {
      chain.begin(test.clock.milliseconds);
      Prepared record;
      record.entry = test.entry();
      record.digest = recordDigest(canonical(record.entry));
      chain.append(record);
      chain.commit();
    }
  };
  EXPECT_THROW(fill(), AuditError);
}

TEST(Trail, R76_ADayIsSealedWhenItIsOverAndRemovedWhenItsTermHasPassed) {
  TestTrail test;
  auto settings = test.settings();
  settings.bewaardagen = 2;
  auto& trail = test.open(settings);
  for (int day = 0; day < 5; ++day) {
    for (int n = 0; n < 3; ++n) ASSERT_TRUE(trail.keep(test.entry(), {testPerson(n)}, Pseudonym{7}));
    test.clock.milliseconds += kDay;
  }
  Connection connection(test.file(), Connection::Mode::read);
  ASSERT_TRUE(eventually([&] { return connection.single("SELECT COUNT(*) FROM verwerking") <= 6; }));
  test.trail.reset();
  const auto report = test.check();
  EXPECT_TRUE(report.good()) << report.findings.front();
  EXPECT_EQ(report.removed, 3);
  EXPECT_EQ(report.head.seq, 15);
  const auto keys = YearKeys::read(test.folder, 2026);
  EXPECT_THAT(recordsOf(connection, keys.pseudonym(testPerson(1))), ElementsAre(11, 14));
}

// The gateway as it runs on: until it has kept house on the day to which the clock was set.
std::int64_t removedOn(TestTrail& test, std::int64_t days, std::atomic<int>& rounds) {
  const int before = rounds;
  test.clock.milliseconds += days * kDay;
  EXPECT_TRUE(eventually([&] { return rounds != before; }));
  return Connection(test.file(), Connection::Mode::read).single("SELECT COUNT(*) FROM verwijdering");
}

TEST(Trail, R76_AClockThatLeapsForwardRemovesNothingOnItsFirstDay) {
  TestTrail test;
  auto settings = test.settings();
  settings.bewaardagen = 30;
  std::atomic<int> rounds{0};
  std::atomic<int> waits{0};
  settings.huishouding = [&](bool gewacht) {
    waits += gewacht ? 1 : 0;
    ++rounds;
  };
  for (const bool restarted : {false, true}) {
    ASSERT_TRUE(test.open(settings).keep(test.entry()));
    const auto removed = removedOn(test, 1, rounds);
    waits = 0;
    if (restarted) {
      test.trail.reset();
      test.clock.milliseconds += 1000 * kDay;
      rounds = 0;
      test.open(settings);
      EXPECT_EQ(removedOn(test, 0, rounds), removed);
    } else {
      EXPECT_EQ(removedOn(test, 1000, rounds), removed);
    }
    EXPECT_EQ(waits, 1) << restarted;
    EXPECT_EQ(removedOn(test, 1, rounds), removed + 1) << "a day later it stands, so it is no error";
    EXPECT_EQ(waits, 1);
  }
}

// Enough persons for a run of the index, in records of fifty.
void keepARun(TestTrail& test) {
  std::vector<Bsn> fifty;
  for (int n = 0; n < 50; ++n) fifty.push_back(testPerson(n));
  for (std::size_t pairs = 0; pairs < kRunPairs; pairs += fifty.size())
    ASSERT_TRUE(test.trail->keep(test.entry(), fifty, Pseudonym{7}, [](bool) {}));
  ASSERT_TRUE(test.trail->keep(test.entry()));
}

TEST(Trail, PersonsAreIndexedAsTheyCome) {
  TestTrail test;
  test.open();
  Connection connection(test.file(), Connection::Mode::read);
  for (int runs = 1; runs <= 3; ++runs) {
    keepARun(test);
    // Before the third, somebody else writes: what follows is not all that is not indexed yet.
    if (runs == 2) {
      Chain other(test.file(), Signer::readOrCreate(test.folder));
      Prepared record;
      record.entry = test.entry();
      record.digest = recordDigest(canonical(record.entry));
      other.begin(test.clock.milliseconds);
      ASSERT_TRUE(other.append(record));
      other.commit();
    }
    ASSERT_TRUE(eventually([&] { return connection.single("SELECT COUNT(*) FROM wijzer") >= runs; }));
  }
  test.trail.reset();
  const auto report = test.check();
  EXPECT_TRUE(report.good()) << report.findings.front();
  const auto keys = YearKeys::read(test.folder, 2026);
  EXPECT_EQ(recordsOf(connection, keys.pseudonym(testPerson(7))).size(), 3 * kRunPairs / 50);
}

TEST(Trail, R70_ARecordOfTheOutboxIsThereOnce) {
  TestTrail test;
  auto& trail = test.open();
  auto entry = test.entry();
  entry.uitbak = 1;
  EXPECT_TRUE(trail.keep(entry));
  entry.status = static_cast<std::int64_t>(Status::unset);
  EXPECT_TRUE(trail.keep(entry)) << "known already, which is as good";
  EXPECT_EQ(test.check().records, 1);
}

TEST(Trail, AKeyThatWasLostIsNotReplacedUnnoticed) {
  TestTrail test;
  test.open();
  test.trail.reset();
  std::filesystem::rename(test.folder / "audit-2026.sleutel", test.folder / "weg");
  EXPECT_THROW(test.open(), AuditError);
  EXPECT_FALSE(std::filesystem::exists(test.folder / "audit-2026.sleutel"));
  std::ofstream(test.folder / "audit-2026.sleutel") << std::string(43, 'x');
  ::chmod((test.folder / "audit-2026.sleutel").c_str(), 0600);
  EXPECT_THROW(test.open(), AuditError) << "another key";
  std::filesystem::rename(test.folder / "weg", test.folder / "audit-2026.sleutel");
  EXPECT_NO_THROW(test.open());
}

TEST(Trail, R78_KeysThatOthersMayReadAreRefused) {
  for (const char* name : {"audit-2026.sleutel", "audit-handtekening.sleutel"}) {
    TestTrail test;
    test.open();
    test.trail.reset();
    ::chmod((test.folder / name).c_str(), 0640);
    EXPECT_THROW(test.open(), AuditError) << name;
  }
}

TEST(Trail, R72_NoClearNumberStandsInAnyFile) {
  TestTrail test;
  auto& trail = test.open();
  const auto canary = testPerson(7);
  ASSERT_TRUE(trail.keep(test.entry(), {canary}, *trail.user(test.entry(), canary.value())));
  for (const auto& each : std::filesystem::directory_iterator(test.folder)) {
    std::ifstream in(each.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(bytes.find(canary.value()), std::string::npos) << each.path();
  }
}

TEST(Keys, R72_APseudonymHoldsForAYearAndOnlyItsKeysRevealTheNumber) {
  TestTrail test;
  const auto keys = YearKeys::readOrCreate(test.folder, 2026);
  const auto next = YearKeys::readOrCreate(test.folder, 2027);
  const auto bsn = testPerson(3);
  EXPECT_EQ(keys.pseudonym(bsn), YearKeys::read(test.folder, 2026).pseudonym(bsn));
  EXPECT_NE(keys.pseudonym(bsn), next.pseudonym(bsn));
  EXPECT_NE(keys.pseudonym(bsn), keys.pseudonym(testPerson(4)));
  const auto person = keys.person(bsn);
  EXPECT_NE(person, keys.person(bsn)) << "a fresh IV each time";
  EXPECT_EQ(keys.reveal(view(person)), bsn);
  EXPECT_FALSE(next.reveal(view(person)));
  for (std::size_t at = 0; at < person.size(); ++at) {
    auto changed = person;
    changed[at] ^= 1;
    EXPECT_FALSE(keys.reveal(view(changed))) << at;
  }
  EXPECT_NE(keys.user("SLEUTEL1", "jan"), keys.user("SLEUTEL2", "jan"));
}

TEST(Keyring, APersonIsTheSameFromTheCacheAndAcrossYears) {
  TestTrail test;
  Keyring ring(test.folder);
  const auto first = ring.of(2026);
  const auto persons = ring.persons(*first, {testPerson(0), testPerson(1)});
  EXPECT_EQ(ring.persons(*first, {testPerson(1), testPerson(0)}), persons);
  EXPECT_LT(persons.substr(0, 16), persons.substr(kPersonBytes, 16));
  EXPECT_NE(ring.persons(*ring.of(2027), {testPerson(0)}), ring.persons(*first, {testPerson(0)}));
}

}  // namespace
}  // namespace cvsgw::audit
