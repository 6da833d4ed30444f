#include "gateway/security/signature/sign.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/ec.h>

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "gateway/security/security_header.hpp"
#include "gateway/security/signature/names.hpp"
#include "gateway/security/signature/test_request.hpp"
#include "gateway/security/signature/xmlsec.hpp"
#include "gateway/xml/signed_tree.hpp"

namespace cvsgw::security::signature {
namespace {

using ::testing::HasSubstr;

AnswerSigner signer() {
  return {*TestPki::instance().issue(), *TestPki::rsaKey()};
}

// Like reply::writeBody makes them: `g` declared above its use, text with all that is escaped.
const std::string kBody =
    "<w21:PingResponse xmlns:g=\"urn:g\" xmlns:w21=\"urn:w\"><w21:leeg></w21:leeg><w21:tekst>één "
    "&lt;twee&gt; "
    "&amp; \"drie\" &#xD;\n</w21:tekst><w21:code><g:code>R</g:code></w21:code></w21:PingResponse>";
const std::string kFault =
    "<soap:Fault><faultcode>wsse:FailedCheck</faultcode><faultstring>x</faultstring><detail>"
    "<g:technischeFout xmlns:g=\"urn:g\"><g:code>0002</g:code></g:technischeFout></detail></soap:Fault>";
const std::vector<AnswerHeader> kHeaders = {{"Action", "urn:o/PingResponse"},
                                            {"MessageID", "cvs-isi@1@https://gw?a=b&c=d"},
                                            {"RelatesTo", "urn:uuid:1"}};

std::string answer(std::string_view body, std::string_view namespaces = {}, std::string_view value = "AAAA") {
  return signer().envelope({kHeaders, body, namespaces, value, kNoon});
}

std::optional<xml::Element> withId(const xml::Element& from, const std::string& id) {
  if (from.attribute(kSecurityUtility, "Id") == id) return from;
  for (const xml::Element& child : from.children()) {
    if (auto found = withId(child, id)) return found;
  }
  return std::nullopt;
}

xml::Element childOf(const xml::Element& parent, std::string_view local) {
  for (const xml::Element& child : parent.children()) {
    if (child.name().local == local) return child;
  }
  throw std::runtime_error("no " + std::string(local));
}

// What xmlsec says of an answer, its references resolved by their Ids; empty when it holds.
std::string objection(const std::string& text, std::vector<std::string>* ids = nullptr) {
  const xml::Envelope envelope = open(text);
  const xml::Element signature =
      childOf(childOf(childOf(envelope.root(), "Header"), "Security"), "Signature");
  std::vector<xml::Element> targets;
  for (const xml::Element& reference : childOf(signature, "SignedInfo").children()) {
    if (reference.name().local != "Reference") continue;
    const std::string id = reference.attribute({}, "URI").value().substr(1);
    if (ids != nullptr) ids->push_back(id);
    targets.push_back(withId(envelope.root(), id).value());
    EXPECT_TRUE(xml::findableBy(targets.back(), kSecurityUtility, "Id"));
  }
  return objectionTo(signature, *TestPki::rsaKey(), targets);
}

TEST(AnswerSigner, R52_R56_EveryPartOfAnAnswerIsSignedAndXmlsecAgrees) {
  std::vector<std::string> ids;
  EXPECT_EQ(objection(answer(kBody), &ids), "");
  EXPECT_THAT(ids, ::testing::UnorderedElementsAre("Action", "MessageID", "RelatesTo", "Timestamp",
                                                   "Confirmation", "Body"));
}

TEST(AnswerSigner, R37_R52_AFaultIsSignedWithTheMeaningOfItsCode) {
  const std::string text = answer(kFault, " xmlns:wsse=\"" + std::string(kSecurityExtension) + "\"");
  EXPECT_EQ(objection(text), "");
  EXPECT_NE(objection(with(
                text, "<soap:Body xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:wsse=\"",
                "<soap:Body xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\" "
                "xmlns:wsse=\"urn:x")),
            "");
}

TEST(AnswerSigner, R55_ChangedAnswersDoNotHold) {
  const std::string text = answer(kBody);
  for (const auto& [from, to] :
       std::vector<std::pair<std::string, std::string>>{{"één", "een"},
                                                        {"urn:uuid:1<", "urn:uuid:2<"},
                                                        {"Value=\"AAAA\"", "Value=\"AAAB\""},
                                                        {"12:00:00", "12:00:01"},
                                                        {"#Body", "#Token"}})
    EXPECT_NE(objection(with(text, from, to)), "") << to;
}

TEST(AnswerSigner, R56_WithoutASignatureThereIsAConfirmationWithoutValue) {
  EXPECT_THAT(answer(kBody), HasSubstr(" Value=\"AAAA\" wsu:Id=\"Confirmation\""));
  const std::string text = answer(kBody, {}, {});
  EXPECT_EQ(text.find(" Value=\""), std::string::npos);
  EXPECT_EQ(objection(text), "");
}

TEST(AnswerSigner, R51_TheTimestampIsInUtcAndEnds) {
  EXPECT_THAT(answer(kBody), HasSubstr("<wsu:Created>2026-11-29T12:00:00.000Z</wsu:Created><wsu:Expires>"
                                       "2026-11-29T12:05:00.000Z</wsu:Expires>"));
}

// The second look: what was digested is compared with what was meant, even where the signature itself holds.
TEST(AnswerSigner, A20_A21_OtherElementsThanThoseMeantAreSeen) {
  const xml::Envelope envelope = open(answer(kBody));
  const xml::Element header = childOf(envelope.root(), "Header");
  const xml::Element signature = childOf(childOf(header, "Security"), "Signature");
  std::vector<xml::Element> targets;
  for (const char* id : {"Action", "MessageID", "RelatesTo", "Timestamp", "Confirmation", "Body"}) {
    targets.push_back(withId(envelope.root(), id).value());
    ASSERT_TRUE(xml::findableBy(targets.back(), kSecurityUtility, "Id"));
  }
  EXPECT_EQ(objectionTo(signature, *TestPki::rsaKey(), targets), "");
  std::swap(targets.front(), targets.back());
  EXPECT_THAT(objectionTo(signature, *TestPki::rsaKey(), targets), HasSubstr("something else"));
  std::swap(targets.front(), targets.back());
  targets.pop_back();
  EXPECT_THAT(objectionTo(signature, *TestPki::rsaKey(), targets), HasSubstr("something else"));
}

// A body that is not canonical makes an answer that nobody accepts: the tests that check the writers' answers
// would see it.
TEST(AnswerSigner, R53_WhatIsNotCanonicalIsFound) {
  for (const char* body :
       {"<w:a xmlns:w=\"urn:w\"><w:b/></w:a>", "<w:a xmlns:w=\"urn:w\" xmlns:g=\"urn:g\"/>",
        "<w:a xmlns:w=\"urn:w\">&#13;</w:a>", "<w:a xmlns:w=\"urn:w\" xmlns:x=\"urn:x\"></w:a>"})
    EXPECT_NE(objection(answer(body)), "") << body;
}

TEST(AnswerSigner, R13_R53_OnlyAnRsaKeyThatBelongsToTheCertificate) {
  const TestPki& pki = TestPki::instance();
  const std::shared_ptr<EVP_PKEY> ec(EVP_EC_gen("P-256"), EVP_PKEY_free);
  const std::shared_ptr<EVP_PKEY> small(EVP_RSA_gen(1024), EVP_PKEY_free);
  for (const auto& key : {ec, small})
    EXPECT_THROW(AnswerSigner(*pki.issue({.key = key}), *key), std::runtime_error);
  EXPECT_THROW(AnswerSigner(*pki.issue({.key = ec}), *TestPki::rsaKey()), std::runtime_error);
  EXPECT_THROW(AnswerSigner(*pki.issue(), *TestPki::publicKey(2048)), std::runtime_error);
}

}  // namespace
}  // namespace cvsgw::security::signature
