#include "gateway/http/raw_message.hpp"

#include <gtest/gtest.h>

namespace cvsgw::http {
namespace {

Request request(const std::string& contentType) {
  Request made;
  made.method = "POST";
  made.path = "/ws/wi2021/v1";
  made.query = "q";
  made.body = "<x/>";
  if (!contentType.empty()) made.headers.add("Content-Type", contentType);
  return made;
}

FaultKind faultOf(Request made) {
  const auto outcome = checkPost(std::move(made));
  EXPECT_FALSE(outcome.has_value());
  return outcome ? FaultKind::internal : outcome.error().kind;
}

TEST(CheckPost, HandsOnWhatThePipelineNeeds) {
  Request made = request("text/xml; charset=utf-8");
  made.headers.add("soapaction", "\"urn:a\"");
  const auto message = checkPost(std::move(made));
  ASSERT_TRUE(message);
  EXPECT_EQ(message->path(), "/ws/wi2021/v1");
  EXPECT_EQ(message->query(), "q");
  EXPECT_EQ(message->body(), "<x/>");
  EXPECT_EQ(message->soapAction(), "\"urn:a\"");
}

TEST(CheckPost, AMissingSoapActionIsToldApartAndRepeatedOnesAreJoined) {
  EXPECT_FALSE(checkPost(request("text/xml"))->soapAction().has_value());
  Request made = request("text/xml");
  made.headers.add("SOAPAction", "");
  EXPECT_EQ(checkPost(Request(made))->soapAction(), "");
  made.headers.add("SOAPAction", "urn:b");
  EXPECT_EQ(checkPost(std::move(made))->soapAction(), ", urn:b");
}

TEST(CheckPost, AcceptsTheSpellingsOfUtf8) {
  for (const char* type : {"text/xml", "TEXT/XML", "text/xml;charset=UTF-8", "text/xml ; charset=\"utf-8\"",
                           "text/xml; action=\"urn:a\"; Charset=Utf-8", "text/xml;"}) {
    EXPECT_TRUE(checkPost(request(type))) << type;
  }
}

TEST(CheckPost, R27_RefusesOtherCharsets) {
  for (const char* type : {"text/xml; charset=iso-8859-1", "text/xml; charset=utf-16",
                           "text/xml; charset=utf8", "text/xml; charset=", "text/xml; charset=\"utf-8"}) {
    EXPECT_EQ(faultOf(request(type)), FaultKind::notUtf8) << type;
  }
}

TEST(CheckPost, R20_R36_A25_RefusesOtherMediaTypes) {
  for (const char* type : {"", "application/soap+xml", "application/xml", "text/xmlx", "text/plain",
                           "text/xml, text/plain", "multipart/related; type=\"text/xml\"",
                           "text/xml; charset=utf-8; charset=utf-16", "text/xml; charset"}) {
    EXPECT_EQ(faultOf(request(type)), FaultKind::unsupportedMediaType) << type;
  }
  Request twice = request("text/xml");
  twice.headers.add("Content-Type", "text/xml");
  EXPECT_EQ(faultOf(std::move(twice)), FaultKind::unsupportedMediaType);
}

TEST(CheckPost, A10_RefusesCompression) {
  for (const char* encoding : {"gzip", "deflate", "br", "identity, gzip", ""}) {
    Request made = request("text/xml");
    made.headers.add("Content-Encoding", encoding);
    EXPECT_EQ(faultOf(std::move(made)), FaultKind::unsupportedMediaType) << encoding;
  }
  Request identity = request("text/xml");
  identity.headers.add("Content-Encoding", "Identity");
  EXPECT_TRUE(checkPost(std::move(identity)));
}

TEST(CheckPost, R38_MethodComesBeforeSizeAndSizeBeforeMediaType) {
  Request made = request("text/plain");
  made.bodyTooLarge = true;
  EXPECT_EQ(faultOf(Request(made)), FaultKind::bodyTooLarge);
  made.method = "PUT";
  EXPECT_EQ(faultOf(std::move(made)), FaultKind::methodNotAllowed);
}

}  // namespace
}  // namespace cvsgw::http
