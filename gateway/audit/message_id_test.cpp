#include "gateway/audit/message_id.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

#include "gateway/audit/digest.hpp"
#include "gateway/audit/inquiry.hpp"
#include "gateway/audit/outboxed.hpp"
#include "gateway/audit/recorder.hpp"
#include "gateway/audit/test_trail.hpp"

namespace cvsgw::audit {
namespace {

TEST(MessageId, R72_R82_OneThatNamesSomebodyIsItsDigest) {
  const auto somebody = testPerson(3).value();
  for (const std::string& id :
       {"urn:x:bsn:" + somebody, somebody, "urn:uuid:" + somebody,
        "a@01234567-89ab-cdef-0123-456789abcdef@" + somebody + ".nl", std::string("urn:x:10000008"),
        std::string("10000008-89ab-4def-8123-456789abcde")})
    EXPECT_EQ(recordedMessageId(id), "sha256:" + hex(sha256(id)));
}

TEST(MessageId, R82_AnyOtherIsKeptAsItIs) {
  for (const std::string& id :
       {std::string("urn:uuid:10000008-89ab-4def-8123-456789abcdef"),
        std::string("10000008-89AB-4DEF-8123-456789ABCDEF"),
        std::string("cvs@10000008-89ab-4def-8123-456789abcdef@cvs.nl"), std::string("urn:x:123456789"),
        "urn:x:" + testPerson(3).value() + "1", std::string()})
    EXPECT_EQ(recordedMessageId(id), id);
}

TEST(MessageId, R72_NeitherTheRecordNorWhatAChangeLeavesInTheOutboxNamesAnybody) {
  TestTrail test;
  Recorder recorder(test.open(), test.clock, "urn:test");
  const auto id = "urn:x:bsn:" + testPerson(3).value();
  auto draft = recorder.begin({{}, "192.0.2.1", {}, "0123456789abcdef"});
  draft.entry.sleutel = "TESTSLEUTEL";
  draft.entry.messageId = id;
  ASSERT_TRUE(recorder.ready(draft, "InburgeringWi2021/OntheftLbt", {}));
  const auto post = Outboxed::parse(draft.verantwoording.aanzet(*Gemeentecode::parse("0363")));
  ASSERT_TRUE(post);
  EXPECT_EQ(post->entry.messageId, recordedMessageId(id));
  std::promise<bool> durable;
  ASSERT_TRUE(recorder.keep(draft, {"InburgeringWi2021/OntheftLbt", "", nullptr, {}},
                            [&](bool ok) { durable.set_value(ok); }));
  ASSERT_TRUE(durable.get_future().get());
  Connection connection(test.file(), Connection::Mode::read);
  allRecords(connection, 1,
             [&](const Record& record) { EXPECT_EQ(record.entry.messageId, "sha256:" + hex(sha256(id))); });
}

}  // namespace
}  // namespace cvsgw::audit
