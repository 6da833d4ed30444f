#include "gateway/audit/verify.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>

#include "gateway/audit/digest.hpp"
#include "gateway/audit/finder.hpp"
#include "gateway/audit/retention.hpp"
#include "gateway/audit/test_trail.hpp"

namespace cvsgw::audit {
namespace {

using ::testing::HasSubstr;

/// A small trail with all there can be in one: three days, the first of them removed, users, holds, runs,
/// checkpoints. Made once; every test changes a copy.
class Tampering : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    original = std::make_unique<TestTrail>();
    auto settings = original->settings();
    settings.signing.records = 4;
    settings.kop = [](const Checkpoint& kop) { laatste = kop; };
    for (int day = 0; day < 3; ++day) {
      // The last day is not over: whether it was sealed would depend on when the trail looked.
      if (day > 0) original->clock.milliseconds += kDay;
      auto& trail = original->open(settings);
      for (int n = 0; n < 6; ++n) {
        auto entry = original->entry();
        entry.uitbak = n == 2 ? 1 : 0;
        if (n == 3) entry.bestand = Digest{9};
        const auto user = n % 2 == 0 ? std::optional(Pseudonym{7}) : std::nullopt;
        ASSERT_TRUE(trail.keep(entry, {testPerson(n), testPerson(n + 1)}, user));
      }
    }
    original->trail.reset();
    Chain chain(original->file(), Signer::readOrCreate(original->folder));
    const auto now = original->clock.milliseconds.load();
    chain.begin(now);
    hold(chain, now, "2026-11-19", "2026-11-19", "onderzoek");
    hold(chain, now, "2025-01-01", "2025-01-01", "ander onderzoek");
    unlifted = holds(chain.connection()).back().handtekening;
    lift(chain, now, 2);
    EXPECT_EQ(markExpired(chain, now, 1).size(), 1U);
    while (removeSome(chain.connection(), 4)) {
    }
    addRun(chain.connection(), 12, true);
    addRun(chain.connection(), 15, true);
    addRun(chain.connection(), 17, true);
    laatste = chain.commit();
  }
  static void TearDownTestSuite() { original.reset(); }

  void SetUp() override {
    Connection source(original->file(), Connection::Mode::write);
    source.run("PRAGMA wal_checkpoint(TRUNCATE)");
    copy = original->folder / "kopie.sqlite";
  }

  VerifyReport after(const std::string& sql, std::optional<Checkpoint> kept = {}) {
    std::filesystem::remove(copy.string() + "-wal");
    std::filesystem::remove(copy.string() + "-shm");
    std::filesystem::copy_file(original->file(), copy, std::filesystem::copy_options::overwrite_existing);
    Connection connection(copy, Connection::Mode::write);
    connection.run("PRAGMA synchronous=OFF");  // nothing here has to survive
    connection.run(sql.c_str());
    return verify({copy, Verifier::read(publicKeyFile(original->folder)), std::move(kept)});
  }
  std::vector<std::string> texts(const std::string& sql) {
    Connection connection(original->file(), Connection::Mode::read);
    auto rows = connection.prepare(sql);
    std::vector<std::string> out;
    while (rows.step()) out.emplace_back(rows.text(0));
    return out;
  }

  static std::unique_ptr<TestTrail> original;
  static std::optional<Checkpoint> laatste;
  static Signature unlifted;  // of the second hold
  std::filesystem::path copy;
};

std::unique_ptr<TestTrail> Tampering::original;
std::optional<Checkpoint> Tampering::laatste;
Signature Tampering::unlifted;

// What each table is known by, and which columns may say less without anything being lost: none.
constexpr std::array kTables = {"verwerking",   "gebruiker",  "kop",     "segment",
                                "verwijdering", "vasthouden", "sleutel", "wijzer"};

TEST_F(Tampering, R80_AnUntouchedTrailPasses) {
  const auto report = after("SELECT 1");
  EXPECT_THAT(report.findings, ::testing::IsEmpty());
  EXPECT_EQ(report.records, 12);
  EXPECT_EQ(report.removed, 1);
  EXPECT_EQ(report.head.seq, 18);
  EXPECT_EQ(report.signedUpTo, 18);
  EXPECT_TRUE(after("SELECT 1", laatste).good());
}

TEST_F(Tampering, R80_EveryColumnOfEveryRowOfEveryTableIsGuarded) {
  int changes = 0;
  for (const std::string table : kTables) {
    const auto rows = texts("SELECT rowid FROM " + table);
    ASSERT_FALSE(rows.empty()) << table;
    for (const auto& column : texts("SELECT name FROM pragma_table_info('" + table + "')")) {
      for (const auto& row : rows) {
        // Text gets a letter more, a number one more, a blob its first byte changed, nothing something.
        const auto value =
            "CASE typeof(" + column + ") WHEN 'integer' THEN " + column + " + 1000 WHEN 'text' THEN " +
            column + " || 'x' WHEN 'blob' THEN CAST(substr(" + column + ", 2) || x'ff' AS BLOB) ELSE " +
            "(SELECT CASE type WHEN 'INTEGER' THEN 1 WHEN 'TEXT' THEN 'x' ELSE x'00' END FROM " +
            "pragma_table_info('" + table + "') WHERE name = '" + column + "') END";
        const auto sql = "UPDATE " + table + " SET " + column + " = " + value + " WHERE rowid = " + row;
        EXPECT_FALSE(after(sql).good()) << sql;
        ++changes;
      }
    }
  }
  EXPECT_GT(changes, 400);
}

TEST_F(Tampering, R80_EveryRowThatIsTakenAwayIsMissed) {
  for (const std::string table : kTables) {
    const auto rows = texts("SELECT rowid FROM " + table + " ORDER BY rowid");
    for (const auto& row : rows) {
      // The last signed position alone says nothing about what stands before it; kept elsewhere it does. A
      // run at the end is looked at below.
      const bool last = row == rows.back();
      if (last && table == "wijzer") continue;
      const auto kept = table == "kop" && last ? laatste : std::nullopt;
      const auto report = after("DELETE FROM " + table + " WHERE rowid = " + row, kept);
      EXPECT_FALSE(report.good()) << table << " " << row;
    }
  }
}

TEST_F(Tampering, R80_AHoldThatIsPutBackAsItWasBeforeItWasLiftedIsFound) {
  // Its signature of then is good; what was signed since says that it was lifted.
  const auto report = after("UPDATE vasthouden SET opgeheven_ms = NULL, handtekening = x'" + hex(unlifted) +
                            "' WHERE nummer = 2");
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_THAT(report.findings.front(), HasSubstr("zijn niet die van ondertekende stand"));
}

TEST_F(Tampering, R80_PositionsOfTheFirstVersionAreReadOn) {
  // As an earlier program left them: without that digest, signed without it.
  Checkpoint old = *laatste;
  old.regels.reset();
  old.handtekening = Signer::readOrCreate(original->folder).sign(old.message());
  const auto report = after("UPDATE kop SET regels = NULL, handtekening = x'" + hex(old.handtekening) +
                            "' WHERE nummer = " + std::to_string(old.nummer));
  EXPECT_THAT(report.findings, ::testing::IsEmpty());
}

TEST_F(Tampering, R80_ALastRunThatIsGoneHidesNothing) {
  const auto keys = YearKeys::read(original->folder, 2026);
  after("DELETE FROM wijzer WHERE rowid = (SELECT MAX(rowid) FROM wijzer)");
  Connection connection(copy, Connection::Mode::read);
  EXPECT_THAT(recordsOf(connection, keys.pseudonym(testPerson(5))), ::testing::ElementsAre(11, 12, 17, 18));
}

TEST_F(Tampering, R80_InsertedAndSwappedRecordsAreFound) {
  const std::string names = columns() + ", hash";
  for (int seq = 7; seq <= 18; ++seq) {
    const auto at = std::to_string(seq);
    EXPECT_FALSE(after("UPDATE verwerking SET seq = -seq WHERE seq >= " + at +
                       "; UPDATE verwerking SET seq = 1 - seq WHERE seq < 0; INSERT INTO verwerking (seq, " +
                       names + ") SELECT " + at + ", " + names + " FROM verwerking WHERE seq = " + at +
                       " + 1 AND uitbak = 0")
                     .good())
        << "inserted at " << at;
    if (seq == 18) continue;
    EXPECT_FALSE(after("UPDATE verwerking SET seq = -1 WHERE seq = " + at +
                       "; UPDATE verwerking SET seq = " + at + " WHERE seq = " + at +
                       " + 1; UPDATE verwerking SET seq = " + at + " + 1 WHERE seq = -1")
                     .good())
        << "swapped at " << at;
  }
  EXPECT_FALSE(after("INSERT INTO verwerking (seq, " + names + ") SELECT 3, " + names +
                     " FROM verwerking WHERE seq = 8")
                   .good())
      << "into a removed day";
  EXPECT_FALSE(after("INSERT INTO verwerking (seq, " + names + ") SELECT 19, " + names +
                     " FROM verwerking WHERE seq = 8")
                   .good())
      << "behind the last";
  EXPECT_FALSE(after("INSERT INTO gebruiker (seq, kenmerk) VALUES (99, x'00')").good());
  EXPECT_FALSE(after("INSERT INTO gebruiker (seq, kenmerk) VALUES (8, x'')").good())
      << "to a record without a user: it adds nothing to the link";
}

TEST_F(Tampering, R80_ATailThatIsCutOffIsFoundByASignedPosition) {
  for (int from = 7; from <= 18; ++from) {
    const auto cut = "DELETE FROM verwerking WHERE seq >= " + std::to_string(from) +
                     "; DELETE FROM gebruiker WHERE seq >= " + std::to_string(from) +
                     "; DELETE FROM wijzer WHERE tot_seq >= " + std::to_string(from);
    EXPECT_FALSE(after(cut).good()) << from;
    // Whoever cuts off the signed positions as well is found by one that was kept elsewhere.
    const auto all = cut + "; DELETE FROM kop WHERE seq >= " + std::to_string(from) +
                     "; DELETE FROM segment WHERE van_seq >= " + std::to_string(from);
    const auto report = after(all, laatste);
    ASSERT_FALSE(report.good()) << from;
  }
}

TEST_F(Tampering, R80_TheFirstBadRecordIsNamed) {
  const auto changed = after("UPDATE verwerking SET gemeente = '0344' WHERE seq = 9");
  ASSERT_EQ(changed.findings.size(), 1U);
  EXPECT_THAT(changed.findings.front(), HasSubstr("record 9 is niet wat er is vastgelegd"));
  EXPECT_THAT(after("DELETE FROM verwerking WHERE seq = 9").findings.front(),
              HasSubstr("record 9 ontbreekt"));
  EXPECT_THAT(after("UPDATE kop SET tijd_ms = tijd_ms + 1 WHERE nummer = (SELECT MAX(nummer) FROM kop)")
                  .findings.front(),
              HasSubstr("niet geldig ondertekend"));
}

TEST_F(Tampering, R80_WhoeverComputesTheChainAnewIsFoundByTheSignatures) {
  // The tools of the trail itself, with another signing key: everything fits but for who signed.
  after("SELECT 1");
  std::filesystem::create_directories(original->folder / "vreemd");
  const auto stranger = Signer::readOrCreate(original->folder / "vreemd");
  const auto report = verify({copy, stranger.verifier(), {}});
  EXPECT_THAT(report.findings, ::testing::ElementsAre(HasSubstr("klopt met deze publieke sleutel")))
      << "it says nothing about any single row";
  EXPECT_EQ(report.more, 0);
  EXPECT_EQ(report.records, 12);
  EXPECT_EQ(report.signedUpTo, 0);
}

TEST_F(Tampering, R80_WhatIsMissingIsOneFindingAndTheRestIsReadOn) {
  const auto one = after("DELETE FROM verwerking WHERE seq = 8");
  EXPECT_THAT(one.findings, ::testing::ElementsAre(HasSubstr("record 8 ontbreekt; of record 9 ")));
  EXPECT_EQ(one.records, 11);
  EXPECT_EQ(one.head.seq, 18);
  const auto row =
      after("DELETE FROM verwerking WHERE seq BETWEEN 8 AND 10; DELETE FROM gebruiker WHERE seq = 9");
  EXPECT_THAT(row.findings, ::testing::ElementsAre(HasSubstr("records 8 tot en met 10 ontbreken")));
  EXPECT_EQ(row.records, 9);
  // What follows is held against its own links, and against the positions behind the gap.
  const auto two = after(
      "DELETE FROM verwerking WHERE seq = 8; UPDATE verwerking SET gemeente = '0344' WHERE seq IN (11, 15)");
  EXPECT_THAT(two.findings,
              ::testing::ElementsAre(HasSubstr("record 8 ontbreekt"), HasSubstr("record 11 is niet"),
                                     HasSubstr("record 15 is niet")));
  const auto end = after(
      "DELETE FROM verwerking WHERE seq >= 16; DELETE FROM gebruiker WHERE seq >= 16; DELETE FROM "
      "wijzer WHERE tot_seq >= 16");
  EXPECT_THAT(end.findings, ::testing::ElementsAre(HasSubstr("records 16 tot en met 18 ontbreken")));
  EXPECT_EQ(end.head.seq, 15);
}

TEST_F(Tampering, R80_ARecordFarBehindTheLastIsNotManyThatAreMissing) {
  const std::string names = columns() + ", hash";
  const auto report = after("INSERT INTO verwerking (seq, " + names + ") SELECT 1000, " + names +
                            " FROM verwerking WHERE seq = 8");
  EXPECT_THAT(report.findings, ::testing::ElementsAre(
                                   "record 1000 sluit nergens op aan: het is ingevoegd, of records 19 tot en "
                                   "met 999 ontbreken"));
}

TEST_F(Tampering, R80_FindingsBeyondTheFirstAreCounted) {
  after("UPDATE verwerking SET gemeente = '0344'");
  const auto report = verify({copy, Verifier::read(publicKeyFile(original->folder)), {}, 3});
  EXPECT_THAT(report.findings,
              ::testing::ElementsAre(HasSubstr("record 7 "), HasSubstr("record 8 "), HasSubstr("record 9 ")));
  EXPECT_EQ(report.more, 9);
}

TEST_F(Tampering, WhatIsNoTrailIsSaidToBeNone) {
  std::filesystem::copy_file(publicKeyFile(original->folder), copy,
                             std::filesystem::copy_options::overwrite_existing);
  const auto verified = [&] { return verify({copy, Verifier::read(publicKeyFile(original->folder)), {}}); };
  EXPECT_THROW(verified(), DamageError);
  std::filesystem::resize_file(copy, 0);
  EXPECT_THROW(verified(), DamageError) << "empty";
  std::filesystem::copy_file(original->file(), copy, std::filesystem::copy_options::overwrite_existing);
  std::filesystem::resize_file(copy, 3 * std::filesystem::file_size(copy) / 4);
  EXPECT_THROW(verified(), DamageError) << "cut off";
}

/// Three days of six records with two persons each, all in runs of the index; the first is signed away.
void keepADayThatGoes(TestTrail& test) {
  for (int day = 0; day < 3; ++day) {
    auto& trail = test.open();
    for (int n = 0; n < 6; ++n)
      ASSERT_TRUE(trail.keep(test.entry(), {testPerson(n), testPerson(n + 1)}, Pseudonym{7}));
    test.clock.milliseconds += kDay;
  }
  test.open();
  test.trail.reset();
  Chain chain(test.file(), Signer::readOrCreate(test.folder));
  const auto now = test.clock.milliseconds.load();
  chain.begin(now);
  for (const int tot : {6, 12, 18}) addRun(chain.connection(), tot, true);
  ASSERT_EQ(markExpired(chain, now, 2).size(), 1U);
  chain.commit();
}

std::vector<std::string> holdDay(TestTrail& test, const std::string& dag) {
  Chain chain(test.file(), Signer::readOrCreate(test.folder));
  chain.begin(test.clock.milliseconds);
  hold(chain, test.clock.milliseconds, "2026-11-01", dag, "onderzoek");
  std::vector<std::string> gone;
  for (const auto& day : daysGone(chain.connection(), "2026-11-01", dag))
    gone.push_back(day.dag + (day.geheel ? " geheel" : " deels"));
  chain.commit();
  return gone;
}

bool removeOnce(TestTrail& test, std::int64_t atMost) {
  Chain chain(test.file(), Signer::readOrCreate(test.folder));
  chain.begin(test.clock.milliseconds);
  const bool more = removeSome(chain.connection(), atMost);
  chain.commit();
  return more;
}

std::vector<std::int64_t> recordsAboutPerson(const TestTrail& test, int person) {
  Connection connection(test.file(), Connection::Mode::read);
  return recordsOf(connection, YearKeys::read(test.folder, 2026).pseudonym(testPerson(person)));
}

TEST(Removing, R76_R80_ATrailIsWholeAtEveryStepOfADayThatIsRemoved) {
  TestTrail test;
  keepADayThatGoes(test);
  EXPECT_THAT(test.check().findings, ::testing::IsEmpty()) << "signed away, and nothing removed yet";
  for (std::int64_t left = 16; left >= 12; left -= 2) {
    ASSERT_TRUE(removeOnce(test, 2));
    const auto report = test.check();
    EXPECT_THAT(report.findings, ::testing::IsEmpty()) << left;
    EXPECT_EQ(report.records, left);
  }
  EXPECT_FALSE(removeOnce(test, 2));
}

TEST(Removing, R79_WhatIsHeldStaysAlsoWhenItsDayWasSignedAwayBefore) {
  for (const bool begun : {false, true}) {
    TestTrail test;
    keepADayThatGoes(test);
    if (begun) {
      ASSERT_TRUE(removeOnce(test, 2));
    }
    const auto gone = holdDay(test, "2026-11-18");
    EXPECT_THAT(
        gone, begun ? ::testing::Matcher<std::vector<std::string>>(::testing::ElementsAre("2026-11-18 deels"))
                    : ::testing::Matcher<std::vector<std::string>>(::testing::IsEmpty()));
    EXPECT_FALSE(removeOnce(test, 2)) << begun;
    const auto report = test.check();
    EXPECT_THAT(report.findings, ::testing::IsEmpty());
    EXPECT_EQ(report.records, begun ? 16 : 18);
    Chain chain(test.file(), Signer::readOrCreate(test.folder));
    chain.begin(test.clock.milliseconds);
    ASSERT_TRUE(lift(chain, test.clock.milliseconds, 1));
    EXPECT_TRUE(removeSome(chain.connection(), 100)) << "let go, it goes on its way";
    chain.commit();
    EXPECT_EQ(test.check().records, 12);
    EXPECT_THAT(holdDay(test, "2026-11-20"), ::testing::ElementsAre("2026-11-18 geheel"));
  }
}

TEST(Removing, R80_R81_WhatIsLeftOfADayIsFoundAndItsIndexIsStillGuarded) {
  TestTrail test;
  keepADayThatGoes(test);
  EXPECT_THAT(recordsAboutPerson(test, 2), ::testing::ElementsAre(2, 3, 8, 9, 14, 15));
  ASSERT_TRUE(removeOnce(test, 2));
  EXPECT_THAT(recordsAboutPerson(test, 2), ::testing::ElementsAre(2, 3, 8, 9, 14, 15));
  Connection connection(test.file(), Connection::Mode::write);
  connection.run("INSERT INTO wijzer (van_seq, tot_seq, paren) VALUES (1, 4, x'00')");
  EXPECT_FALSE(test.check().good()) << "a run of a day whose runs are gone";
}

}  // namespace
}  // namespace cvsgw::audit
