// The thin layer itself: what a Snapshot promises.
#include "adapters/store/sql.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "adapters/store/temp_database.hpp"

namespace cvsgw::store {
namespace {

class SnapshotTest : public ::testing::Test {
 protected:
  SnapshotTest() {
    Database::Writing writer(*database);
    writer->script("CREATE TABLE proef (n INTEGER NOT NULL); INSERT INTO proef VALUES (1)");
    writer.commit();
  }
  void change() {
    Database::Writing writer(*database);
    writer->query("UPDATE proef SET n = n + 1").run();
    writer.commit();
  }
  static std::int64_t value(Session& session) {
    auto query = session.query("SELECT n FROM proef");
    return query.step() ? query.number(0) : 0;
  }
  std::int64_t read() {
    const Database::Reading session(*database);
    return value(*session);
  }
  TempDatabase database;
};

TEST_F(SnapshotTest, WithoutOneEveryReadingSeesTheLatest) {
  EXPECT_EQ(read(), 1);
  change();
  EXPECT_EQ(read(), 2);
}

TEST_F(SnapshotTest, WhileItLastsReadingsSeeOneState) {
  {
    const Database::Snapshot snapshot(*database);
    EXPECT_EQ(read(), 1);
    change();
    EXPECT_EQ(read(), 1) << "of the same moment";
    std::int64_t elsewhere = 0;
    std::thread other([&] { elsewhere = read(); });
    other.join();
    EXPECT_EQ(elsewhere, 2) << "it is this thread's";
  }
  EXPECT_EQ(read(), 2);
}

TEST_F(SnapshotTest, AReadingInsideAnotherHasItsOwn) {
  const Database::Snapshot snapshot(*database);
  const Database::Reading outer(*database);
  auto running = outer->query("SELECT n FROM proef");
  ASSERT_TRUE(running.step());
  change();
  EXPECT_EQ(read(), 2) << "the statement of the outer one is in use";
  EXPECT_EQ(running.number(0), 1);
}

TEST_F(SnapshotTest, OfAnotherDatabaseIsNotUsed) {
  TempDatabase second;
  const Database::Snapshot snapshot(*second);
  EXPECT_EQ(read(), 1);
}

TEST_F(SnapshotTest, TheInnermostOfTwoHolds) {
  const Database::Snapshot first(*database);
  EXPECT_EQ(read(), 1);
  change();
  {
    const Database::Snapshot second(*database);
    EXPECT_EQ(read(), 2);
  }
  EXPECT_EQ(read(), 1);
}

}  // namespace
}  // namespace cvsgw::store
