#include "gateway/http/response.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cvsgw::http {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Serialise, WritesHeadAndBodyInOneBuffer) {
  Response response;
  response.contentType = "text/xml; charset=utf-8";
  response.body = "<x/>";
  response.headers = {{"Retry-After", "5"}};
  EXPECT_EQ(
      serialise(response, {.keepAlive = true, .withoutBody = false, .now = 784111777}),
      "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Type: text/xml; charset=utf-8\r\n"
      "Content-Length: 4\r\nConnection: keep-alive\r\nCache-Control: no-store\r\n"
      "X-Content-Type-Options: nosniff\r\nRetry-After: 5\r\n\r\n<x/>");
}

TEST(Serialise, TheDateFollowsTheClock) {
  EXPECT_THAT(serialise({}, {.now = 0}), HasSubstr("Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n"));
  EXPECT_THAT(serialise({}, {.now = 951782400}), HasSubstr("Date: Tue, 29 Feb 2000 00:00:00 GMT\r\n"));
}

TEST(Serialise, AnAnswerMayAllowToBeCached) {
  Response response;
  response.headers = {{"Cache-Control", "no-cache"}};
  const std::string text = serialise(response, {.now = 0});
  EXPECT_THAT(text, HasSubstr("Cache-Control: no-cache\r\n"));
  EXPECT_THAT(text, Not(HasSubstr("no-store")));
}

TEST(Serialise, NotModifiedTellsNoLength) {
  Response response;
  response.status = 304;
  response.headers = {{"ETag", "\"a\""}};
  const std::string text = serialise(response, {.now = 0});
  EXPECT_THAT(text, StartsWith("HTTP/1.1 304 Not Modified\r\n"));
  EXPECT_THAT(text, Not(HasSubstr("Content-Length")));
  EXPECT_THAT(text, EndsWith("ETag: \"a\"\r\n\r\n"));
}

TEST(Serialise, AnswersHeadWithoutBody) {
  Response response;
  response.body = "12345";
  const std::string text = serialise(response, {.keepAlive = false, .withoutBody = true, .now = 0});
  EXPECT_THAT(text, HasSubstr("Content-Length: 5\r\nConnection: close\r\n"));
  EXPECT_THAT(text, EndsWith("\r\n\r\n"));
}

TEST(Serialise, A31_AHeaderValueCannotSplitTheAnswer) {
  Response response;
  response.headers = {{"X", "a\r\nSet-Cookie: b"}};
  const std::string text = serialise(response, {});
  EXPECT_THAT(text, HasSubstr("X: aSet-Cookie: b\r\n"));
  EXPECT_THAT(text, Not(HasSubstr("\nSet-Cookie")));
}

TEST(PlainText, ClosesTheConnection) {
  const Response response = plainText(400, "no\n");
  EXPECT_TRUE(response.close);
  EXPECT_THAT(serialise(response, {}), StartsWith("HTTP/1.1 400 Bad Request\r\n"));
}

}  // namespace
}  // namespace cvsgw::http
