// What is signed and by whom, and that nothing goes on over what is not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "gateway/audit/digest.hpp"
#include "gateway/audit/test_trail.hpp"
#include "gateway/audit/trail.hpp"

namespace cvsgw::audit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Trail, R80_PositionsAreSignedByTimeByNumberAndAtTheEnd) {
  TestTrail test;
  auto settings = test.settings();
  settings.signing = {60'000, 5};
  std::mutex lock;
  std::vector<std::int64_t> signedAt;
  settings.kop = [&](const Checkpoint& kop) {
    const std::lock_guard guard(lock);
    signedAt.push_back(kop.head.seq);
  };
  auto& trail = test.open(settings);
  for (int n = 0; n < 7; ++n) ASSERT_TRUE(trail.keep(test.entry()));
  test.clock.milliseconds += 60'000;
  const auto count = [&] {
    const std::lock_guard guard(lock);
    return signedAt.size();
  };
  ASSERT_TRUE(eventually([&] { return count() >= 4; }));  // without any further record
  ASSERT_TRUE(trail.keep(test.entry()));
  test.trail.reset();
  EXPECT_THAT(signedAt, ElementsAre(0, 1, 6, 7, 8)) << "the first before there is any record";
  EXPECT_EQ(test.check().signedUpTo, 8);
}

TEST(Trail, R80_AClockThatWentBackStopsNoSigning) {
  TestTrail test;
  auto& trail = test.open();
  ASSERT_TRUE(trail.keep(test.entry()));
  test.clock.milliseconds -= 3 * 3'600'000;
  ASSERT_TRUE(trail.keep(test.entry()));
  EXPECT_EQ(test.check().signedUpTo, 2);
  ASSERT_TRUE(trail.keep(test.entry()));
  EXPECT_EQ(test.check().signedUpTo, 2) << "from there on by the minute";
}

TEST(Trail, R80_NothingIsWrittenOverAChainThatWasCutOff) {
  TestTrail test;
  auto& trail = test.open();
  for (int n = 0; n < 3; ++n) ASSERT_TRUE(trail.keep(test.entry()));
  test.trail.reset();  // signs
  Connection(test.file(), Connection::Mode::write).run("DELETE FROM verwerking WHERE seq = 3");
  try {
    test.open();
    ADD_FAILURE() << "the next record would have mended the chain";
  } catch (const AuditError& error) {
    EXPECT_THAT(error.what(), HasSubstr("records are missing that were signed"));
  }
}

TEST(Trail, R80_WhatIsNotSignedYetCannotBeRewrittenBehindAGatewayThatServes) {
  TestTrail test;
  auto& trail = test.open();
  for (int n = 0; n < 3; ++n) ASSERT_TRUE(trail.keep(test.entry()));
  ASSERT_EQ(test.check().signedUpTo, 1);
  // As the trail itself would have written it, but for the last digit of what it was.
  Connection other(test.file(), Connection::Mode::write);
  other.run("UPDATE verwerking SET hash = CAST(substr(hash, 2) || x'00' AS BLOB) WHERE seq = 3");
  EXPECT_FALSE(trail.keep(test.entry()));
  ASSERT_TRUE(test.looksAgain());
  EXPECT_FALSE(trail.available()) << "it does not go on after another look";
  other.run("DELETE FROM verwerking WHERE seq = 3");
  EXPECT_FALSE(trail.keep(test.entry()));
}

// As the trail would have written it, by somebody without its keys.
void putBehindTheLast(TestTrail& test) {
  Connection other(test.file(), Connection::Mode::write);
  const auto last = other.single("SELECT MAX(seq) FROM verwerking");
  std::string record;
  Digest before{};
  {
    auto row =
        other.prepare("SELECT " + columns() + ", hash FROM verwerking WHERE seq = " + std::to_string(last));
    ASSERT_TRUE(row.step());
    for (int column = 0; column < 26; ++column) row.appendTo(record, column);
    ASSERT_TRUE(row.bytes(26, before));
  }
  const auto next = std::to_string(last + 1);
  const auto hash = hex(link(before, last + 1, recordDigest(record), {}));
  other.run(("INSERT INTO verwerking SELECT " + next + ", " + columns() + ", x'" + hash +
             "' FROM verwerking WHERE seq = " + std::to_string(last))
                .c_str());
}

TEST(Trail, R80_WhatNobodySignedIsNotSignedByAGatewayThatServes) {
  TestTrail test;
  auto& trail = test.open();
  for (int n = 0; n < 3; ++n) ASSERT_TRUE(trail.keep(test.entry()));
  putBehindTheLast(test);
  ASSERT_TRUE(test.check().good()) << "its chain fits: only a signature can tell";
  EXPECT_FALSE(trail.keep(test.entry()));
  ASSERT_TRUE(test.looksAgain());
  EXPECT_FALSE(trail.available()) << "it does not go on after another look";
  EXPECT_EQ(test.check().signedUpTo, 1);
  Connection(test.file(), Connection::Mode::write).run("DELETE FROM verwerking WHERE seq = 4");
  ASSERT_TRUE(eventually([&] { return trail.available(); }));
  EXPECT_TRUE(trail.keep(test.entry()));
}

std::int64_t positions(const TestTrail& test) {
  return Connection(test.file(), Connection::Mode::read).single("SELECT COUNT(*) FROM kop");
}

TEST(Trail, R80_ACommandAndAnotherGatewaySignWhatTheyAppendBesideOneThatServes) {
  TestTrail test;
  auto& trail = test.open();
  for (int n = 0; n < 3; ++n) ASSERT_TRUE(trail.keep(test.entry()));
  auto settings = test.settings();
  settings.dient = false;
  {
    Trail command(settings, test.clock);
    ASSERT_TRUE(command.keep(test.entry()));
    EXPECT_EQ(test.check().signedUpTo, 4);
    ASSERT_TRUE(trail.keep(test.entry()));
    ASSERT_TRUE(command.keep(test.entry())) << "it may find what the gateway did not sign yet";
    ASSERT_TRUE(trail.keep(test.entry()));
  }
  {
    Trail other(test.settings(), test.clock);
    for (int n = 0; n < 3; ++n) {
      ASSERT_TRUE(trail.keep(test.entry()));
      ASSERT_TRUE(trail.keep(test.entry()));
      ASSERT_TRUE(other.keep(test.entry()));
      EXPECT_EQ(test.check().signedUpTo, test.check().head.seq);
    }
  }
  ASSERT_TRUE(trail.keep(test.entry()));
  const auto before = positions(test);
  for (int n = 0; n < 3; ++n) ASSERT_TRUE(trail.keep(test.entry()));
  EXPECT_EQ(positions(test), before) << "alone again, it signs by the minute";
  test.trail.reset();
  EXPECT_TRUE(test.check().good());
}

TEST(Trail, R80_APositionThatAnotherProcessSignedIsToldToo) {
  TestTrail test;
  auto settings = test.settings();
  std::mutex lock;
  std::vector<std::int64_t> told;
  settings.kop = [&](const Checkpoint& kop) {
    const std::lock_guard guard(lock);
    told.push_back(kop.head.seq);
  };
  auto& trail = test.open(settings);
  ASSERT_TRUE(trail.keep(test.entry()));
  auto beside = test.settings();
  beside.dient = false;
  {
    Trail command(beside, test.clock);
    ASSERT_TRUE(command.keep(test.entry()));
  }
  ASSERT_TRUE(trail.keep(test.entry()));
  test.trail.reset();
  EXPECT_THAT(told, ElementsAre(0, 1, 2, 3));
}

std::string whyNotOpened(TestTrail& test) {
  try {
    test.open();
    return "opened";
  } catch (const AuditError& error) {
    return error.what();
  }
}

TEST(Trail, R80_ASigningKeyThatWasLostIsNotReplaced) {
  TestTrail test;
  const auto key = test.folder / "audit-handtekening.sleutel";
  const auto away = test.folder / "weg";
  test.open();
  test.trail.reset();
  for (const bool records : {false, true}) {
    if (records) {
      ASSERT_TRUE(test.open().keep(test.entry()));
      test.trail.reset();
    }
    std::filesystem::rename(key, away);
    EXPECT_THAT(whyNotOpened(test), HasSubstr("is er niet")) << records;
    // Also where the public half is elsewhere, as it is with another folder of keys.
    std::filesystem::rename(publicKeyFile(test.folder), test.folder / "pub");
    EXPECT_THAT(whyNotOpened(test), HasSubstr("is er niet")) << records;
    EXPECT_FALSE(std::filesystem::exists(key)) << records;
    std::filesystem::rename(test.folder / "pub", publicKeyFile(test.folder));
    std::filesystem::rename(away, key);
    ASSERT_TRUE(test.open().keep(test.entry()));
    test.trail.reset();
  }
}

TEST(Trail, R80_AnotherSigningKeyIsRefused) {
  TestTrail test;
  ASSERT_TRUE(test.open().keep(test.entry()));
  test.trail.reset();
  const TestTrail other;
  Signer::readOrCreate(other.folder);
  std::filesystem::copy_file(other.folder / "audit-handtekening.sleutel",
                             test.folder / "audit-handtekening.sleutel",
                             std::filesystem::copy_options::overwrite_existing);
  EXPECT_THAT(whyNotOpened(test), HasSubstr("not signed with"));
}

TEST(Trail, R78_AFolderWithoutTheKeysOfThisTrailStaysEmpty) {
  TestTrail test;
  test.open();
  test.trail.reset();
  auto settings = test.settings();
  settings.keys = test.folder / "elders";
  std::filesystem::create_directories(settings.keys);
  EXPECT_THROW(test.open(settings), AuditError);
  EXPECT_TRUE(std::filesystem::is_empty(settings.keys));
}

TEST(Keys, R80_APublicHalfWithoutItsKeyGetsNoOther) {
  const TestTrail test;
  Signer::readOrCreate(test.folder);
  std::filesystem::remove(test.folder / "audit-handtekening.sleutel");
  EXPECT_THROW(Signer::readOrCreate(test.folder), AuditError);
  EXPECT_FALSE(std::filesystem::exists(test.folder / "audit-handtekening.sleutel"));
}

}  // namespace
}  // namespace cvsgw::audit
