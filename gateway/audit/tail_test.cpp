// Signed positions that were taken away: what was never signed looks the same, but for how much it is.
#include "gateway/audit/tail.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <mutex>

#include "gateway/audit/digest.hpp"
#include "gateway/audit/test_trail.hpp"

namespace cvsgw::audit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// A trail whose gateway was ended, and what a next one says that opens it.
class Ended : public ::testing::Test {
 protected:
  /// Records over twenty minutes, one every twenty seconds; the gateway stops cleanly.
  void serveTwentyMinutes() {
    auto& trail = test.open();
    for (int n = 0; n < 60; ++n) {
      ASSERT_TRUE(trail.keep(test.entry()));
      test.clock.milliseconds += 20'000;
    }
    test.trail.reset();
  }
  void change(const std::string& sql) { Connection(test.file(), Connection::Mode::write).run(sql.c_str()); }
  /// The whole chain anew, as anybody can who can write the file.
  void forge() {
    Connection connection(test.file(), Connection::Mode::write);
    Transaction transaction(connection, Transaction::Kind::write);
    auto rows = connection.prepare("SELECT seq, " + columns() + " FROM verwerking ORDER BY seq");
    auto put = connection.prepare("UPDATE verwerking SET hash = ?2 WHERE seq = ?1");
    Digest before{};
    while (rows.step()) {
      std::string record;
      for (int column = 1; column <= 26; ++column) rows.appendTo(record, column);
      before = link(before, rows.number(0), recordDigest(record), {});
      put.number(1, rows.number(0)).blob(2, view(before)).run();
      put.reset();
    }
    transaction.commit();
  }
  std::string opened() {
    auto settings = test.settings();
    settings.alarm = [this](const LogText& cause) { alarms.push_back(cause.str()); };
    try {
      test.open(settings);
    } catch (const AuditError& error) {
      return error.what();
    }
    test.trail.reset();
    return "opened";
  }
  std::string commanded() {
    try {
      Chain(test.file(), Signer::read(test.folder)).sign(test.clock.milliseconds);
    } catch (const AuditError& error) {
      return error.what();
    }
    return "signed";
  }

  TestTrail test;
  std::vector<std::string> alarms;
};

TEST_F(Ended, R80_WithoutAnySignedPositionNothingIsWhole) {
  serveTwentyMinutes();
  change("DELETE FROM kop; UPDATE verwerking SET gemeente = '0344' WHERE seq = 3");
  forge();
  EXPECT_THAT(test.check().findings, ElementsAre(HasSubstr("van geen record is er een ondertekende stand")));
  EXPECT_THAT(commanded(), HasSubstr("without any signed position"));
  EXPECT_THAT(opened(), HasSubstr("without any signed position"));
  EXPECT_THAT(alarms, ElementsAre(HasSubstr("without any signed position")));
  EXPECT_EQ(Connection(test.file(), Connection::Mode::read).single("SELECT COUNT(*) FROM kop"), 0)
      << "nobody signs the forgery";
}

TEST_F(Ended, R80_AnUnsignedTailThatIsTooLongIsNoHonestOne) {
  serveTwentyMinutes();
  change("DELETE FROM kop WHERE seq > 6");
  EXPECT_THAT(test.check().findings, ElementsAre(HasSubstr("langer niets ondertekend")));
  EXPECT_THAT(commanded(), HasSubstr("more is not signed"));
  EXPECT_THAT(opened(), HasSubstr("more is not signed"));
  EXPECT_EQ(alarms.size(), 1U);
}

TEST_F(Ended, R80_AnUnsignedTailOfTooManyRecordsIsNoHonestOne) {
  ASSERT_TRUE(test.open().keep(test.entry()));
  test.trail.reset();
  change("PRAGMA synchronous=OFF; WITH RECURSIVE n(x) AS (SELECT 2 UNION ALL SELECT x + 1 FROM n WHERE x < " +
         std::to_string(kLargestTail + 2) + ") INSERT INTO verwerking SELECT x, " + columns() +
         ", hash FROM verwerking, n WHERE seq = 1");
  forge();
  EXPECT_THAT(test.check().findings, ElementsAre(HasSubstr("meer dan een gateway ooit nalaat")));
  EXPECT_THAT(opened(), HasSubstr("more is not signed"));
}

TEST_F(Ended, R80_ADayThatEndedWithoutAPositionIsNoHonestOne) {
  auto& trail = test.open();
  for (int n = 0; n < 2; ++n) ASSERT_TRUE(trail.keep(test.entry()));
  test.clock.milliseconds += kDay;
  ASSERT_TRUE(trail.keep(test.entry()));
  test.trail.reset();
  change(
      "DELETE FROM kop WHERE seq > 1; DELETE FROM verwerking WHERE seq > 2; DELETE FROM segment WHERE nummer "
      "> 1");
  EXPECT_THAT(test.check().findings, ElementsAre(HasSubstr("er eindigt een dag")));
  EXPECT_THAT(opened(), HasSubstr("signed positions of days that ended are missing"));
}

TEST_F(Ended, R80_AnotherRecordUnderTheLastPositionIsNotSignedOver) {
  serveTwentyMinutes();
  change("UPDATE verwerking SET gemeente = '0344' WHERE seq = 3");
  forge();
  EXPECT_THAT(opened(), HasSubstr("the last signed record is another one"));
  EXPECT_EQ(alarms.size(), 1U);
}

TEST_F(Ended, R80_ATrailThatWasEmptiedIsToldAndANewOneBegins) {
  serveTwentyMinutes();
  change(
      "DELETE FROM kop; DELETE FROM verwerking; DELETE FROM segment; DELETE FROM gebruiker; DELETE FROM "
      "wijzer; DELETE FROM sleutel");
  EXPECT_THAT(test.check().findings, ElementsAre(HasSubstr("leeggemaakt")));
  EXPECT_EQ(opened(), "opened");
  EXPECT_THAT(alarms, ElementsAre(HasSubstr("beside keys of an earlier one")));
  EXPECT_THAT(test.check().findings, IsEmpty()) << "the new one";
  EXPECT_EQ(opened(), "opened");
  EXPECT_EQ(alarms.size(), 1U) << "once";
}

TEST_F(Ended, R80_ATrailThatIsGoneIsTold) {
  serveTwentyMinutes();
  std::filesystem::remove(test.file());
  EXPECT_EQ(opened(), "opened");
  EXPECT_THAT(alarms, ElementsAre(HasSubstr("beside keys of an earlier one")));
}

TEST_F(Ended, R80_ATrailThatIsNoWholeDatabaseIsAnAlarmToo) {
  serveTwentyMinutes();
  change("DROP TABLE kop");
  EXPECT_THAT(opened(), HasSubstr("no such table"));
  EXPECT_EQ(alarms.size(), 1U);
  std::filesystem::copy_file(publicKeyFile(test.folder), test.file(),
                             std::filesystem::copy_options::overwrite_existing);
  EXPECT_THAT(opened(), HasSubstr("not a database"));
  EXPECT_EQ(alarms.size(), 2U);
}

TEST_F(Ended, AFirstStartAlarmsNobody) {
  EXPECT_EQ(opened(), "opened");
  EXPECT_EQ(opened(), "opened");
  EXPECT_THAT(alarms, IsEmpty());
  const auto report = test.check();
  EXPECT_THAT(report.findings, IsEmpty());
  EXPECT_EQ(report.checkpoints, 1) << "signed before there is any record: what was emptied has none";
  EXPECT_EQ(report.signedUpTo, 0);
}

/// What a crash leaves: a copy of the files while it serves.
std::vector<std::string> findingsAfterACrash(TestTrail& test) {
  const TestTrail after;
  for (const auto& each : std::filesystem::directory_iterator(test.folder))
    std::filesystem::copy(each.path(), after.folder / each.path().filename());
  auto findings = after.check().findings;
  try {
    auto settings = after.settings();
    settings.alarm = [&](const LogText& cause) { findings.push_back(cause.str()); };
    Trail(settings, test.clock);
  } catch (const AuditError& error) {
    findings.emplace_back(error.what());
  }
  return findings;
}

TEST_F(Ended, R80_NoHonestEndIsTakenForTampering) {
  auto& trail = test.open();
  EXPECT_THAT(findingsAfterACrash(test), IsEmpty()) << "before the first record";
  ASSERT_TRUE(trail.keep(test.entry()));
  EXPECT_THAT(findingsAfterACrash(test), IsEmpty()) << "after the first record";
  constexpr std::int64_t kHour = 3'600'000;
  for (const std::int64_t leap : {kHour / 61, kHour, -3 * kHour, 40 * kDay, -40 * kDay, kHour / 61}) {
    test.clock.milliseconds += leap;
    ASSERT_TRUE(trail.keep(test.entry()));
    EXPECT_THAT(findingsAfterACrash(test), IsEmpty()) << leap;
    // A message that began before the clock went back ends after it; so does what an outbox kept.
    auto early = test.entry();
    early.eind += 2 * kHour;
    for (int n = 0; n < 3; ++n) {
      ASSERT_TRUE(trail.keep(early));
      EXPECT_THAT(findingsAfterACrash(test), IsEmpty()) << leap;
    }
    early.eind -= kDay;
    ASSERT_TRUE(trail.keep(early));
    EXPECT_THAT(findingsAfterACrash(test), IsEmpty()) << leap;
  }
}

TEST_F(Ended, R80_WhatSomebodyTakesAwayUnderAGatewayThatServesIsAnAlarm) {
  auto settings = test.settings();
  std::mutex lock;
  settings.alarm = [&](const LogText& cause) {
    const std::lock_guard guard(lock);
    alarms.push_back(cause.str());
  };
  auto& trail = test.open(settings);
  for (int n = 0; n < 3; ++n) ASSERT_TRUE(trail.keep(test.entry()));
  change("DELETE FROM verwerking WHERE seq = 3");
  EXPECT_FALSE(trail.keep(test.entry()));
  test.trail.reset();
  EXPECT_THAT(alarms, ElementsAre(HasSubstr("what this gateway wrote is not there any more"))) << "once";
}

TEST_F(Ended, R70_R80_AFileThatIsTakenAwayUnderAGatewayThatServesAnswersNothingUntilItIsBack) {
  auto settings = test.settings();
  settings.tick = std::chrono::hours(1);  // by its writing alone
  std::mutex lock;
  settings.alarm = [&](const LogText& cause) {
    const std::lock_guard guard(lock);
    alarms.push_back(cause.str());
  };
  auto& trail = test.open(settings);
  ASSERT_TRUE(trail.keep(test.entry()));
  const auto files = {"audit.sqlite", "audit.sqlite-wal", "audit.sqlite-shm"};
  const auto away = test.folder / "weg";
  std::filesystem::create_directory(away);
  for (const auto* name : files) std::filesystem::rename(test.folder / name, away / name);
  EXPECT_FALSE(trail.keep(test.entry()));
  EXPECT_FALSE(trail.available());
  EXPECT_FALSE(std::filesystem::exists(test.file())) << "none is made in its place";
  for (const auto* name : files) std::filesystem::rename(away / name, test.folder / name);
  EXPECT_TRUE(eventually([&] { return trail.keep(test.entry()).has_value(); }));
  test.trail.reset();
  EXPECT_THAT(alarms, ElementsAre(HasSubstr("audit.sqlite is not there any more"))) << "once";
  EXPECT_TRUE(test.check().good());
}

}  // namespace
}  // namespace cvsgw::audit
