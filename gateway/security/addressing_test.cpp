#include "gateway/security/addressing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "gateway/security/header_blocks.hpp"
#include "gateway/security/test_envelope.hpp"

namespace cvsgw::security {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;

const std::string kAction = "<a:Action>urn:o/Ping</a:Action>";
const std::string kId = "<a:MessageID>urn:uuid:6f9619ff-8b86-d011-b42d-00c04fc964ff</a:MessageID>";
const std::string kTo = "<a:To>https://gw.example/ws/algemeen/v1?OIN=00000099000000001000</a:To>";
const AddressingRules kBe{Profile::be, "00000099000000001000"};

std::string endpoint(const std::string& name, const std::string& address) {
  return "<a:" + name + "><a:Address>" + address + "</a:Address></a:" + name + ">";
}

TEST(Addressing, IsNotNeededOnTheOpenListener) {
  const auto read = readAddressing(envelopeWith(""));
  ASSERT_TRUE(read.has_value());
  EXPECT_FALSE(read->used);
  EXPECT_EQ(answerHeaders(*read, "urn:o/PingResponse"), "");
}

TEST(Addressing, ReadsEveryHeader) {
  const auto read = readAddressing(
      envelopeWith(kAction + kId + kTo + "<a:RelatesTo>urn:x:1</a:RelatesTo>" +
                   endpoint("From", "https://cvs.example/") + endpoint("ReplyTo", std::string(kAnonymous)) +
                   endpoint("FaultTo", "http://www.w3.org/2005/08/addressing/none")),
      kBe);
  ASSERT_TRUE(read.has_value()) << read.error().text.str();
  EXPECT_TRUE(read->used);
  EXPECT_EQ(read->action, "urn:o/Ping");
  EXPECT_EQ(read->messageId, "urn:uuid:6f9619ff-8b86-d011-b42d-00c04fc964ff");
  EXPECT_EQ(read->to, "https://gw.example/ws/algemeen/v1?OIN=00000099000000001000");
  EXPECT_EQ(read->from, "https://cvs.example/");
  EXPECT_EQ(read->relatesTo, "urn:x:1");
}

TEST(Addressing, TrimsWhitespaceAroundUris) {
  const auto read = readAddressing(envelopeWith(kId + "<a:Action>\n  urn:o/Ping\n</a:Action>"));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->action, "urn:o/Ping");
}

TEST(Addressing, R35_AcceptsDigikoppelingsFormOfMessageId) {
  const std::string id = "42@6f9619ff-8b86-d011-b42d-00c04fc964ff@cvs.example";
  const auto read = readAddressing(envelopeWith(kAction + "<a:MessageID>" + id + "</a:MessageID>"));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->messageId, id);
}

struct Bad {
  const char* name;
  FaultKind kind;
  std::string headers;
  AddressingRules rules{};
};

void PrintTo(const Bad& bad, std::ostream* out) {
  *out << bad.name;
}

class BadAddressing : public ::testing::TestWithParam<Bad> {};

TEST_P(BadAddressing, R30_R31_R32_A15_IsRefused) {
  const auto read = readAddressing(envelopeWith(GetParam().headers), GetParam().rules);
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().kind, GetParam().kind);
}

const std::string kCanary = "http://canary.example/";

INSTANTIATE_TEST_SUITE_P(
    All, BadAddressing,
    ::testing::Values(
        Bad{"ActionMissing", FaultKind::addressingActionMissing, kId},
        Bad{"ActionEmpty", FaultKind::addressingActionMissing, kId + "<a:Action/>"},
        Bad{"ActionTwice", FaultKind::addressingActionMissing, kId + kAction + kAction},
        Bad{"ActionRelative", FaultKind::addressingActionMissing, kId + "<a:Action>Ping</a:Action>"},
        Bad{"ActionWithElement", FaultKind::addressingActionMissing,
            kId + "<a:Action>urn:x<x xmlns=\"urn:x\"/></a:Action>"},
        Bad{"MessageIdMissing", FaultKind::addressingMessageIdMissing, kAction},
        Bad{"MessageIdEmpty", FaultKind::addressingMessageIdMissing,
            kAction + "<a:MessageID> </a:MessageID>"},
        Bad{"MessageIdTwice", FaultKind::addressingMessageIdMissing, kAction + kId + kId},
        Bad{"MessageIdNoUri", FaultKind::addressingMessageIdMissing,
            kAction + "<a:MessageID>12</a:MessageID>"},
        Bad{"MessageIdSchemeOnly", FaultKind::addressingMessageIdMissing,
            kAction + "<a:MessageID>urn:</a:MessageID>"},
        Bad{"MessageIdWithNewline", FaultKind::addressingMessageIdMissing,
            kAction + "<a:MessageID>urn:x&#10;y</a:MessageID>"},
        Bad{"MessageIdWithQuote", FaultKind::addressingMessageIdMissing,
            kAction + "<a:MessageID>urn:x\"y</a:MessageID>"},
        Bad{"MessageId257", FaultKind::addressingMessageIdMissing,
            kAction + "<a:MessageID>urn:" + std::string(253, 'x') + "</a:MessageID>"},
        Bad{"ToTwice", FaultKind::addressingToMissing, kAction + kId + kTo + kTo},
        Bad{"ToEmpty", FaultKind::addressingToMissing, kAction + kId + "<a:To/>"},
        Bad{"RelatesToInvalid", FaultKind::addressingRelatesToInvalid,
            kAction + kId + "<a:RelatesTo>x</a:RelatesTo>"},
        Bad{"ReplyToElsewhere", FaultKind::addressingHeaderInvalid,
            kAction + kId + endpoint("ReplyTo", kCanary)},
        Bad{"ReplyToNone", FaultKind::addressingHeaderInvalid,
            kAction + kId + endpoint("ReplyTo", "http://www.w3.org/2005/08/addressing/none")},
        Bad{"ReplyToEmpty", FaultKind::addressingHeaderInvalid, kAction + kId + "<a:ReplyTo/>"},
        Bad{"ReplyToTwice", FaultKind::addressingHeaderInvalid,
            kAction + kId + endpoint("ReplyTo", std::string(kAnonymous)) +
                endpoint("ReplyTo", std::string(kAnonymous))},
        Bad{"FaultToElsewhere", FaultKind::addressingHeaderInvalid,
            kAction + kId + endpoint("FaultTo", kCanary)},
        Bad{"FromWithoutAddress", FaultKind::addressingHeaderInvalid,
            kAction + kId + "<a:From>urn:x</a:From>"},
        Bad{"ReferenceParameters", FaultKind::addressingHeaderInvalid,
            kAction + kId + "<a:ReplyTo><a:Address>" + std::string(kAnonymous) +
                "</a:Address><a:ReferenceParameters/></a:ReplyTo>"},
        Bad{"Metadata", FaultKind::addressingHeaderInvalid,
            kAction + kId + "<a:From><a:Address>urn:x:y</a:Address><a:Metadata/></a:From>"},
        Bad{"Namespace2004", FaultKind::addressingHeaderInvalid,
            "<w:Action xmlns:w=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\">urn:o</w:Action>"},
        Bad{"NamespaceMarch2004", FaultKind::addressingHeaderInvalid,
            kAction + kId +
                "<w:To xmlns:w=\"http://schemas.xmlsoap.org/ws/2004/03/addressing\">urn:o</w:To>"},
        Bad{"OnlyReplyTo", FaultKind::addressingActionMissing, endpoint("ReplyTo", std::string(kAnonymous))},
        Bad{"BeWithoutAnything", FaultKind::addressingToMissing, "", kBe},
        Bad{"BeWithoutTo", FaultKind::addressingToMissing, kAction + kId, kBe},
        Bad{"BeWithoutAction", FaultKind::addressingActionMissing, kTo + kId, kBe},
        Bad{"BeWithoutMessageId", FaultKind::addressingMessageIdMissing, kTo + kAction, kBe},
        Bad{"ToForAnotherOin", FaultKind::addressingHeaderInvalid,
            kAction + kId + "<a:To>https://gw.example/x?OIN=00000099000000002000</a:To>", kBe},
        Bad{"ToForAnotherOinBehindOurs", FaultKind::addressingHeaderInvalid,
            kAction + kId +
                "<a:To>https://gw.example/x?OIN=00000099000000001000&amp;oin=00000099000000002000</a:To>",
            kBe},
        Bad{"ToWithOursAndMore", FaultKind::addressingHeaderInvalid,
            kAction + kId + "<a:To>https://gw.example/x?a=b&amp;OIN=000000990000000010001</a:To>", kBe}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(Addressing, R34_OtherParametersThanOinAreNotLookedAt) {
  for (const char* to : {"https://gw.example/x?XOIN=1", "https://gw.example/x?a=OIN=2",
                         "https://gw.example/OIN=3", "https://gw.example/x#?OIN=4", "https://gw.example/x?"})
    EXPECT_TRUE(readAddressing(envelopeWith(kAction + kId + "<a:To>" + to + "</a:To>"), kBe)) << to;
}

TEST(Addressing, R31_AChangeNamesItsSender) {
  Addressing read;
  EXPECT_EQ(requireFrom(read).error().kind, FaultKind::addressingHeaderInvalid);
  read.from = "https://cvs.example/";
  EXPECT_TRUE(requireFrom(read));
}

TEST(Addressing, PeekFindsTheMessageIdOfARefusedRequest) {
  const auto seen = peekAddressing(envelopeWith(kId + endpoint("ReplyTo", kCanary)));
  EXPECT_TRUE(seen.used);
  EXPECT_EQ(seen.messageId, "urn:uuid:6f9619ff-8b86-d011-b42d-00c04fc964ff");
  EXPECT_FALSE(peekAddressing(envelopeWith(kId + kId)).messageId.has_value());
  EXPECT_FALSE(peekAddressing(envelopeWith("")).used);
}

TEST(Addressing, R33_AnswerNamesTheRequestAndHasAnIdOfItsOwn) {
  const auto read = readAddressing(envelopeWith(kAction + "<a:MessageID>urn:x:?a=1&amp;b=2</a:MessageID>"));
  ASSERT_TRUE(read.has_value());
  const std::string headers = answerHeaders(*read, "urn:o/PingResponse");
  EXPECT_THAT(
      headers,
      HasSubstr(
          "<wsa:Action xmlns:wsa=\"http://www.w3.org/2005/08/addressing\">urn:o/PingResponse</wsa:Action>"));
  EXPECT_THAT(headers, HasSubstr(">urn:x:?a=1&amp;b=2</wsa:RelatesTo>"));
  EXPECT_THAT(headers, MatchesRegex(".*>urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-"
                                    "9a-f]{12}</wsa:MessageID>.*"));
}

TEST(Addressing, R33_R35_ADigikoppelingAnswerAlwaysHasHeadersAndTheIdPreferredThere) {
  const std::string headers = answerHeaders({}, "urn:o/PingResponse", "https://gw.example");
  EXPECT_THAT(headers, HasSubstr(">urn:o/PingResponse</wsa:Action>"));
  EXPECT_THAT(headers,
              MatchesRegex(".*>cvs-isi@[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
                           "@https://gw.example</wsa:MessageID>.*"));
  EXPECT_THAT(headers, Not(HasSubstr("RelatesTo")));
}

TEST(Addressing, R33_AnswerIdsDiffer) {
  Addressing request;
  request.used = true;
  std::set<std::string> answers;
  for (int i = 0; i < 1000; ++i) answers.insert(answerHeaders(request, "urn:a"));
  EXPECT_EQ(answers.size(), 1000U);
  EXPECT_THAT(*answers.begin(), Not(HasSubstr("RelatesTo")));
}

TEST(HeaderBlocks, KnownOnesPassEvenWhenTheyMustBeUnderstood) {
  const auto envelope =
      envelopeWith("<a:Action s:mustUnderstand=\"1\">urn:o</a:Action><e:Security s:mustUnderstand=\"1\"/>");
  EXPECT_TRUE(checkHeaderBlocks(envelope, Profile::open).has_value());
  EXPECT_TRUE(checkHeaderBlocks(envelope, Profile::be).has_value());
}

TEST(HeaderBlocks, R28_WithoutWsSecurityItsHeaderIsNotAllowed) {
  EXPECT_EQ(checkHeaderBlocks(envelopeWith("<e:Security/>"), Profile::be, false).error().kind,
            FaultKind::headerNotAllowed);
  EXPECT_EQ(checkHeaderBlocks(envelopeWith("<e:Security s:mustUnderstand=\"1\"/>"), Profile::be, false)
                .error()
                .kind,
            FaultKind::mustUnderstand);
  EXPECT_EQ(
      checkHeaderBlocks(envelopeWith("<e:Security s:actor=\"urn:other\"/>"), Profile::be, false).error().kind,
      FaultKind::headerNotAllowed);
}

TEST(HeaderBlocks, R28_TheAnswerSaysWhichBlockAndWhatWouldBeRight) {
  const auto advice = [](const std::string& headers, Profile profile, bool wsSecurity) {
    return checkHeaderBlocks(envelopeWith(headers), profile, wsSecurity).error().text.str();
  };
  const std::string to = "<a:To>https://gateway.test</a:To>";
  EXPECT_THAT(advice(to + "<e:Security/>", Profile::be, false),
              AllOf(HasSubstr("blok 2 van de Header (regel "), HasSubstr("clientcertificaat")));
  EXPECT_THAT(
      advice("<x:To xmlns:x=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\"/>", Profile::be, true),
      AllOf(HasSubstr("blok 1 "), HasSubstr("gebruik http://www.w3.org/2005/08/addressing.")));
  EXPECT_THAT(advice("<x:bsn999994001 xmlns:x=\"urn:x\"/>", Profile::be, true),
              AllOf(HasSubstr("alleen WS-Addressing en wsse:Security"), Not(HasSubstr("999994001"))));
  EXPECT_THAT(advice("<x:y xmlns:x=\"urn:x\"/>", Profile::be, false), HasSubstr("alleen WS-Addressing mag"));
  EXPECT_THAT(advice("<x:y xmlns:x=\"urn:x\" s:mustUnderstand=\"1\"/>", Profile::open, true),
              HasSubstr("laat mustUnderstand=\"1\" weg"));
}

TEST(HeaderBlocks, R28_UnknownOnes) {
  const auto plain = envelopeWith("<x xmlns=\"urn:x\"/>");
  EXPECT_TRUE(checkHeaderBlocks(plain, Profile::open).has_value());
  EXPECT_EQ(checkHeaderBlocks(plain, Profile::be).error().kind, FaultKind::headerNotAllowed);
  const auto must = envelopeWith("<x xmlns=\"urn:x\" s:mustUnderstand=\"1\"/>");
  EXPECT_EQ(checkHeaderBlocks(must, Profile::open).error().kind, FaultKind::mustUnderstand);
  EXPECT_EQ(checkHeaderBlocks(must, Profile::be).error().kind, FaultKind::mustUnderstand);
  const auto unknownAddressing = envelopeWith("<a:Nieuw s:mustUnderstand=\"1\"/>");
  EXPECT_EQ(checkHeaderBlocks(unknownAddressing, Profile::open).error().kind, FaultKind::mustUnderstand);
  const auto others = envelopeWith("<x xmlns=\"urn:x\" s:mustUnderstand=\"1\" s:actor=\"urn:other\"/>");
  EXPECT_TRUE(checkHeaderBlocks(others, Profile::open).has_value());
}

}  // namespace
}  // namespace cvsgw::security
