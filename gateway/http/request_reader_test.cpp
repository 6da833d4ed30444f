#include "gateway/http/request_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace cvsgw::http {
namespace {

using State = RequestReader::State;
using namespace std::string_literals;

const std::string host = "Host: gateway\r\n";
const std::string post = "POST /ws/wi2021/v1 HTTP/1.1\r\n" + host;

State feedAll(RequestReader& reader, std::string_view bytes, std::size_t step) {
  while (!bytes.empty() && reader.state() == State::needMore) {
    std::string_view piece = bytes.substr(0, step);
    const std::size_t before = piece.size();
    reader.feed(piece);
    bytes.remove_prefix(before - piece.size());
  }
  return reader.state();
}

/// Feeds the bytes at once and in several cuts, and insists that the outcome is the same.
State outcome(const std::string& bytes, Limits limits = {}) {
  RequestReader whole(limits);
  const State state = feedAll(whole, bytes, bytes.size());
  for (const std::size_t step : {std::size_t{1}, std::size_t{2}, std::size_t{7}}) {
    RequestReader cut(limits);
    EXPECT_EQ(feedAll(cut, bytes, step), state) << "cut in pieces of " << step;
    EXPECT_EQ(cut.refusal().reason, whole.refusal().reason) << "cut in pieces of " << step;
  }
  return state;
}

Request accepted(const std::string& bytes, Limits limits = {}) {
  EXPECT_EQ(outcome(bytes, limits), State::complete) << bytes;
  RequestReader reader(limits);
  feedAll(reader, bytes, bytes.size());
  return reader.take();
}

std::string_view refusedFor(const std::string& bytes, Limits limits = {}) {
  RequestReader reader(limits);
  feedAll(reader, bytes, bytes.size());
  EXPECT_EQ(outcome(bytes, limits), State::refused) << bytes;
  return reader.refusal().reason;
}

TEST(RequestReader, ReadsAPostWithContentLength) {
  const Request request = accepted("POST /ws/wi2021/v1?x=1&y HTTP/1.1\r\n" + host +
                                   "SOAPAction:  \"urn:a\" \t\r\nContent-Length: 5\r\n\r\nhello");
  EXPECT_EQ(request.method, "POST");
  EXPECT_EQ(request.path, "/ws/wi2021/v1");
  EXPECT_EQ(request.query, "x=1&y");
  EXPECT_EQ(request.headers.find("soapaction"), "\"urn:a\"");
  EXPECT_EQ(request.body, "hello");
  EXPECT_TRUE(request.keepAlive);
  EXPECT_FALSE(request.bodyTooLarge);
}

TEST(RequestReader, JoinsChunks) {
  const Request request = accepted(
      post + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n00000006;a=\"b\"\r\n world\r\n0\r\n\r\n");
  EXPECT_EQ(request.body, "hello world");
}

TEST(RequestReader, AcceptsAGetWithoutBodyAndAnEmptyPost) {
  EXPECT_EQ(accepted("GET /ws/wi2021/v1?wsdl HTTP/1.1\r\n" + host + "\r\n").query, "wsdl");
  EXPECT_EQ(accepted(post + "Content-Length: 0\r\n\r\n").body, "");
  EXPECT_EQ(accepted(post + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n").body, "");
}

TEST(RequestReader, KeepAliveFollowsVersionAndConnection) {
  EXPECT_FALSE(accepted("GET / HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n").keepAlive);
  EXPECT_FALSE(accepted("GET / HTTP/1.0\r\n\r\n").keepAlive);
  EXPECT_TRUE(accepted("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").keepAlive);
}

TEST(RequestReader, LeavesThePipelinedBytesAlone) {
  RequestReader reader({});
  const std::string both = post + "Content-Length: 3\r\n\r\noneGET /two HTTP/1.1\r\n" + host + "\r\n";
  std::string_view bytes = both;
  ASSERT_EQ(reader.feed(bytes), State::complete);
  EXPECT_EQ(reader.take().body, "one");
  EXPECT_TRUE(reader.idle());
  ASSERT_EQ(reader.feed(bytes), State::complete);
  EXPECT_EQ(reader.take().path, "/two");
  EXPECT_TRUE(bytes.empty());
}

TEST(RequestReader, AnUpgradeIsNotFollowed) {
  const Request request =
      accepted(post + "Connection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 2\r\n\r\nhi");
  EXPECT_EQ(request.body, "hi");
}

TEST(RequestReader, UnknownMethodsAreReadableButCloseTheConnection) {
  for (const std::string method : {"FROBNICATE", "post", "POSTS"}) {
    const Request request = accepted(method + " /ws HTTP/1.1\r\n" + host + "\r\n");
    EXPECT_EQ(request.method, method);
    EXPECT_FALSE(request.keepAlive);
  }
}

struct Broken {
  const char* name;
  std::string bytes;
};

std::string nameOf(const testing::TestParamInfo<Broken>& broken) {
  return broken.param.name;
}

class BrokenFraming : public testing::TestWithParam<Broken> {};

TEST_P(BrokenFraming, R38_A26_A27_IsRefusedWith400HoweverItIsCut) {
  RequestReader reader({});
  ASSERT_EQ(outcome(GetParam().bytes), State::refused);
  feedAll(reader, GetParam().bytes, GetParam().bytes.size());
  EXPECT_EQ(reader.refusal().status, 400);
  EXPECT_FALSE(reader.refusal().reason.empty());
}

const std::string chunkedHead = post + "Transfer-Encoding: chunked\r\n\r\n";

INSTANTIATE_TEST_SUITE_P(
    Length, BrokenFraming,
    testing::Values(Broken{"LengthAndChunked",
                           post + "Content-Length: 40\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
                    Broken{"ChunkedAndLength",
                           post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"},
                    Broken{"TwoLengths", post + "Content-Length: 5\r\nContent-Length: 0\r\n\r\nhello"},
                    Broken{"TwoEqualLengths", post + "Content-Length: 5\r\ncontent-length: 5\r\n\r\nhello"},
                    Broken{"ListOfLengths", post + "Content-Length: 5,5\r\n\r\nhello"},
                    Broken{"PlusLength", post + "Content-Length: +5\r\n\r\nhello"},
                    Broken{"NegativeLength", post + "Content-Length: -1\r\n\r\n"},
                    Broken{"HexLength", post + "Content-Length: 0x5\r\n\r\nhello"},
                    Broken{"FractionLength", post + "Content-Length: 5.0\r\n\r\nhello"},
                    Broken{"SpaceInLength", post + "Content-Length: 1 0\r\n\r\nhello12345"},
                    Broken{"EmptyLength", post + "Content-Length:\r\n\r\n"},
                    Broken{"OverflowingLength", post + "Content-Length: 18446744073709551621\r\n\r\nhello"},
                    Broken{"EncodedLength", post + "Content-Length: =?utf-8?q?5?=\r\n\r\nhello"},
                    Broken{"PostWithoutLength", post + "\r\n"}),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    TransferEncoding, BrokenFraming,
    testing::Values(
        Broken{"Identity", post + "Transfer-Encoding: identity\r\n\r\n"},
        Broken{"IdentityChunked", post + "Transfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n"},
        Broken{"GzipChunked", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"},
        Broken{"ChunkedTwiceInOne", post + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"},
        Broken{"Repeated",
               post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        Broken{"OtherCase", post + "Transfer-Encoding: cHunked\r\n\r\n0\r\n\r\n"},
        Broken{"WithParameter", post + "Transfer-Encoding: chunked;q=1\r\n\r\n0\r\n\r\n"},
        Broken{"Quoted", post + "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n"},
        Broken{"Prefixed", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"},
        Broken{"VerticalTab", post + "Transfer-Encoding: \vchunked\r\n\r\n0\r\n\r\n"},
        Broken{"EncodedWord", post + "Transfer-Encoding: =?us-ascii?q?chunked?=\r\n\r\n0\r\n\r\n"},
        Broken{"SpaceBeforeColon", post + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"},
        Broken{"OnHttp10", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"}),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    Head, BrokenFraming,
    testing::Values(Broken{"BareLineFeeds", "GET / HTTP/1.1\nHost: gateway\n\n"},
                    Broken{"OneBareLineFeed", "GET / HTTP/1.1\r\nHost: gateway\nX: y\r\n\r\n"},
                    Broken{"BareCarriageReturn", "GET / HTTP/1.1\r\n" + host + "X: a\rY: b\r\n\r\n"},
                    Broken{"DoubleCarriageReturn", "GET / HTTP/1.1\r\n" + host + "X: a\r\r\n\r\n"},
                    Broken{"FoldedWithSpace", "GET / HTTP/1.1\r\n" + host + "X: a\r\n b\r\n\r\n"},
                    Broken{"FoldedWithTab", "GET / HTTP/1.1\r\n" + host + "X: a\r\n\tb\r\n\r\n"},
                    Broken{"FoldedFirstField", "GET / HTTP/1.1\r\n Host: gateway\r\n\r\n"},
                    Broken{"NulInValue", "GET / HTTP/1.1\r\n"s + host + "X: a\0b\r\n\r\n"s},
                    Broken{"NulInName", "GET / HTTP/1.1\r\n"s + host + "X\0: ab\r\n\r\n"s},
                    Broken{"NulInTarget", "GET /\0 HTTP/1.1\r\n"s + host + "\r\n"s},
                    Broken{"EscapeInValue", "GET / HTTP/1.1\r\n" + host + "X: \x1b[31m\r\n\r\n"},
                    Broken{"DeleteInValue", "GET / HTTP/1.1\r\n" + host + "X: \x7f\r\n\r\n"},
                    Broken{"NoColon", "GET / HTTP/1.1\r\n" + host + "Nonsense\r\n\r\n"},
                    Broken{"NoName", "GET / HTTP/1.1\r\n" + host + ": value\r\n\r\n"},
                    Broken{"SpaceInName", "GET / HTTP/1.1\r\n" + host + "X Y: value\r\n\r\n"},
                    Broken{"NonAsciiName", "GET / HTTP/1.1\r\n" + host + "X\xc3\xa9: value\r\n\r\n"},
                    Broken{"NoHost", "GET / HTTP/1.1\r\n\r\n"},
                    Broken{"EmptyHost", "GET / HTTP/1.1\r\nHost:\r\n\r\n"},
                    Broken{"TwoHosts", "GET / HTTP/1.1\r\n" + host + host + "\r\n"},
                    Broken{"HostWithPath", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"},
                    Broken{"EmptyFirstLine", "\r\nGET / HTTP/1.1\r\n" + host + "\r\n"},
                    Broken{"Http09", "GET /\r\n"}, Broken{"Http2Preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
                    Broken{"Http12", "GET / HTTP/1.2\r\n" + host + "\r\n"},
                    Broken{"LowerCaseVersion", "GET / http/1.1\r\n" + host + "\r\n"},
                    Broken{"TwoSpaces", "GET  / HTTP/1.1\r\n" + host + "\r\n"},
                    Broken{"TrailingSpace", "GET / HTTP/1.1 \r\n" + host + "\r\n"},
                    Broken{"TabInsteadOfSpace", "GET\t/ HTTP/1.1\r\n" + host + "\r\n"},
                    Broken{"AbsoluteTarget", "GET http://elsewhere/ HTTP/1.1\r\n" + host + "\r\n"},
                    Broken{"Fragment", "GET /a#b HTTP/1.1\r\n" + host + "\r\n"},
                    Broken{"Connect", "CONNECT gateway:443 HTTP/1.1\r\n" + host + "\r\n"},
                    Broken{"TlsHello", "\x16\x03\x01\x02\x0a\x0a"}),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    Chunks, BrokenFraming,
    testing::Values(Broken{"HexPrefix", chunkedHead + "0x5\r\nhello\r\n0\r\n\r\n"},
                    Broken{"NineDigits", chunkedHead + "000000005\r\nhello\r\n0\r\n\r\n"},
                    Broken{"SixteenDigits", chunkedHead + "ffffffffffffffff\r\n"},
                    Broken{"Negative", chunkedHead + "-5\r\nhello\r\n0\r\n\r\n"},
                    Broken{"Plus", chunkedHead + "+5\r\nhello\r\n0\r\n\r\n"},
                    Broken{"LeadingSpace", chunkedHead + " 5\r\nhello\r\n0\r\n\r\n"},
                    Broken{"TrailingSpace", chunkedHead + "5 \r\nhello\r\n0\r\n\r\n"},
                    Broken{"EmptySize", chunkedHead + "\r\nhello\r\n0\r\n\r\n"},
                    Broken{"NoLineEndBehindData", chunkedHead + "5\r\nhello0\r\n\r\n"},
                    Broken{"LineFeedBehindData", chunkedHead + "5\r\nhello\n0\r\n\r\n"},
                    Broken{"MoreDataThanTold", chunkedHead + "4\r\nhello\r\n0\r\n\r\n"},
                    Broken{"LineFeedInSizeLine", chunkedHead + "5\nhello\r\n0\r\n\r\n"},
                    Broken{"LineFeedInExtension", chunkedHead + "5;a\nb\r\nhello\r\n0\r\n\r\n"},
                    Broken{"CarriageReturnInExtension", chunkedHead + "5;a\rb\r\nhello\r\n0\r\n\r\n"},
                    Broken{"HugeExtension",
                           chunkedHead + "5;" + std::string(300, 'x') + "\r\nhello\r\n0\r\n\r\n"},
                    Broken{"Trailer", chunkedHead + "0\r\nX: y\r\n\r\n"},
                    Broken{"TrailerWithLength", chunkedHead + "0\r\nContent-Length: 5\r\n\r\n"},
                    Broken{"LineFeedAtEnd", chunkedHead + "0\r\n\n"}),
    nameOf);

TEST(RequestReader, A27_TruncatedBodiesNeverComplete) {
  EXPECT_EQ(outcome(post + "Content-Length: 5\r\n\r\nhell"), State::needMore);
  EXPECT_EQ(outcome(chunkedHead + "5\r\nhello\r\n"), State::needMore);
  EXPECT_EQ(outcome(chunkedHead + "5\r\nhello\r\n0\r\n"), State::needMore);
  EXPECT_EQ(outcome(chunkedHead + "5\r\nhello\r\n0\r\n\r"), State::needMore);
}

TEST(RequestReader, A09_ManySmallExtensionsTogetherAreTooLong) {
  std::string chunks;
  for (int i = 0; i < 30; ++i) chunks += "1;" + std::string(200, 'x') + "\r\na\r\n";
  EXPECT_EQ(refusedFor(chunkedHead + chunks), "chunk extensions are too long");
}

TEST(RequestReader, A09_HeadLimitsAreExact) {
  const auto requestLineOf = [](std::size_t length) {
    const std::string around = "GET / HTTP/1.1\r\n";
    return "GET /" + std::string(length - around.size(), 'a') + " HTTP/1.1\r\n" + host + "\r\n";
  };
  EXPECT_EQ(outcome(requestLineOf(8 * 1024)), State::complete);
  EXPECT_EQ(refusedFor(requestLineOf(8 * 1024 + 1)), "the request line is too long");

  const auto headerBlockOf = [](std::size_t length) {
    const std::string around = host + "X: \r\n\r\n";
    return "GET / HTTP/1.1\r\n" + host + "X: " + std::string(length - around.size(), 'a') + "\r\n\r\n";
  };
  EXPECT_EQ(outcome(headerBlockOf(16 * 1024)), State::complete);
  EXPECT_EQ(refusedFor(headerBlockOf(16 * 1024 + 1)), "the header fields are too long");

  const auto withFields = [](int number) {
    std::string head = "GET / HTTP/1.1\r\n" + host;
    for (int i = 1; i < number; ++i) head += "X: y\r\n";
    return head + "\r\n";
  };
  EXPECT_EQ(outcome(withFields(100)), State::complete);
  EXPECT_EQ(refusedFor(withFields(101)), "too many header fields");

  const auto withName = [](std::size_t length) {
    return "GET / HTTP/1.1\r\n" + host + std::string(length, 'x') + ": y\r\n\r\n";
  };
  EXPECT_EQ(outcome(withName(256)), State::complete);
  EXPECT_EQ(refusedFor(withName(257)), "a header field's name is too long");
}

TEST(RequestReader, AHeadWithoutLineEndStopsAtTheLimit) {
  EXPECT_EQ(refusedFor(std::string(8 * 1024 + 1, 'A')), "the request line is too long");
}

TEST(RequestReader, A09_ABodyAboveTheLimitIsAFactAndIsNotRead) {
  Limits limits;
  limits.body = 10;
  EXPECT_FALSE(accepted(post + "Content-Length: 10\r\n\r\n0123456789", limits).bodyTooLarge);
  const Request sized = accepted(post + "Content-Length: 11\r\n\r\n", limits);
  EXPECT_TRUE(sized.bodyTooLarge);
  EXPECT_FALSE(sized.keepAlive);
  EXPECT_TRUE(sized.body.empty());
  EXPECT_TRUE(accepted(post + "Content-Length: 999999999999999999\r\n\r\n", limits).bodyTooLarge);

  EXPECT_FALSE(accepted(chunkedHead + "9\r\n012345678\r\n1\r\n9\r\n0\r\n\r\n", limits).bodyTooLarge);
  const Request chunked = accepted(chunkedHead + "9\r\n012345678\r\n2\r\n", limits);
  EXPECT_TRUE(chunked.bodyTooLarge);
  EXPECT_TRUE(chunked.body.empty());
}

TEST(RequestReader, ContinueIsWantedOnceAndOnlyWithoutBody) {
  RequestReader waiting({});
  feedAll(waiting, post + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n", 1000);
  EXPECT_TRUE(waiting.inBody());
  EXPECT_TRUE(waiting.takeContinue());
  EXPECT_FALSE(waiting.takeContinue());

  RequestReader impatient({});
  feedAll(impatient, post + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\nh", 1000);
  EXPECT_FALSE(impatient.takeContinue());

  RequestReader tooLarge({});
  feedAll(tooLarge, post + "Expect: 100-continue\r\nContent-Length: 2000000\r\n\r\n", 1000);
  EXPECT_FALSE(tooLarge.takeContinue());
}

TEST(RequestReader, OtherExpectationsFail) {
  RequestReader reader({});
  feedAll(reader, post + "Expect: the unexpected\r\nContent-Length: 2\r\n\r\n", 1000);
  ASSERT_EQ(reader.state(), State::refused);
  EXPECT_EQ(reader.refusal().status, 417);
}

TEST(RequestReader, A26_ValuesAreNotDecoded) {
  const Request request = accepted("GET /%2e%2e/%00 HTTP/1.1\r\n" + host + "X: =?utf-32?b?AAAA?=\r\n\r\n");
  EXPECT_EQ(request.path, "/%2e%2e/%00");
  EXPECT_EQ(request.headers.find("X"), "=?utf-32?b?AAAA?=");
}

TEST(RequestReader, IdleReadersHoldNoBuffers) {
  RequestReader reader({});
  const std::string bytes = post + "Content-Length: 5\r\n\r\nhello";
  feedAll(reader, bytes, bytes.size());
  reader.take();
  EXPECT_LT(reader.held(), 64u);
}

}  // namespace
}  // namespace cvsgw::http
