#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/security/base64.hpp"
#include "gateway/security/encryption/algorithms.hpp"
#include "gateway/security/encryption/open.hpp"
#include "gateway/security/encryption/seal.hpp"
#include "gateway/security/signature/sign.hpp"
#include "gateway/security/signature/test_request.hpp"

namespace cvsgw::security::encryption {
namespace {

using signature::kNoon;
using signature::kOin;
using signature::sign;
using signature::TestPki;
using signature::unsignedRequest;
using signature::with;
using ::testing::HasSubstr;

const std::string kAes128 = "http://www.w3.org/2009/xmlenc11#aes128-gcm";
const std::string kAes256 = "http://www.w3.org/2009/xmlenc11#aes256-gcm";
const std::string kSha1 = "http://www.w3.org/2000/09/xmldsig#sha1";
const std::string kSha256 = "http://www.w3.org/2001/04/xmlenc#sha256";
const Algorithms kUsual{kAes256, std::string(kOaepMgf1p), kSha1, {}};

// The gateway's key: another than the callers'.
const std::shared_ptr<EVP_PKEY>& ownKey() {
  static const std::shared_ptr<EVP_PKEY> key(EVP_RSA_gen(2048), EVP_PKEY_free);
  return key;
}
EVP_PKEY& own() {
  return *ownKey();
}
using Keys = std::vector<std::shared_ptr<EVP_PKEY>>;

struct Parts {
  std::string key, data;  // elements
};

Parts elements(const Algorithms& algorithms, const std::string& wrapped, const std::string& sealed) {
  const auto cipher = [](const std::string& bytes) {
    return "<x:CipherData><x:CipherValue>" + base64(bytes) + "</x:CipherValue></x:CipherData>";
  };
  std::string method = "<x:EncryptionMethod Algorithm=\"" + algorithms.key + "\">";
  if (!algorithms.digest.empty()) {
    method += "<d:DigestMethod xmlns:d=\"http://www.w3.org/2000/09/xmldsig#\" Algorithm=\"" +
              algorithms.digest + "\"/>";
  }
  if (!algorithms.mask.empty()) {
    method += "<y:MGF xmlns:y=\"http://www.w3.org/2009/xmlenc11#\" Algorithm=\"" + algorithms.mask + "\"/>";
  }
  return {"<x:EncryptedKey xmlns:x=\"http://www.w3.org/2001/04/xmlenc#\">" + method +
              "</x:EncryptionMethod><d:KeyInfo xmlns:d=\"http://www.w3.org/2000/09/xmldsig#\"/>" +
              cipher(wrapped) +
              "<x:ReferenceList><x:DataReference URI=\"#data\"/></x:ReferenceList></x:EncryptedKey>",
          "<x:EncryptedData xmlns:x=\"http://www.w3.org/2001/04/xmlenc#\" Id=\"data\" "
          "Type=\"http://www.w3.org/2001/04/xmlenc#Content\"><x:EncryptionMethod Algorithm=\"" +
              algorithms.data + "\"/>" + cipher(sealed) + "</x:EncryptedData>"};
}

std::string contentOf(const std::string& message) {
  const std::size_t from = message.find('>', message.find("<s:Body")) + 1;
  return message.substr(from, message.find("</s:Body>") - from);
}

std::string put(const std::string& message, const Parts& parts) {
  const std::string content = contentOf(message);
  return with(with(message, ">" + content + "</s:Body>", ">" + parts.data + "</s:Body>"), "<u:Timestamp",
              parts.key + "<u:Timestamp");
}

// A signed message, its Body's content (or another) encrypted to the gateway.
std::string encrypted(const std::string& message, const Algorithms& algorithms,
                      const std::string* content = nullptr) {
  const auto known = lookUp(algorithms).value();
  const std::string key = randomKey(known.keyBytes);
  return put(message, elements(algorithms, wrapKey(key, own(), known),
                               encipher(content == nullptr ? contentOf(message) : *content, key, known)));
}

// As the pipeline does it: "accepted", or what the caller is told and then the log.
std::string outcome(const std::string& text, const Keys& keys = {ownKey()}) {
  auto opened = open(signature::open(text), keys, xml::Limits{});
  if (opened) {
    static const signature::SignerTrust trust(TestPki::instance().store(), signature::testOin);
    auto verified = signature::verify(opened->envelope, {trust, *Oin::parse(kOin), {}, kNoon});
    if (verified) return "accepted";
    opened = tl::unexpected(asOneFault(std::move(verified.error().fault)));
  }
  const Fault& fault = opened.error().fault;
  EXPECT_EQ(fault.kind, FaultKind::securityHeaderMissing);
  EXPECT_EQ(opened.error().faultcode, kFailedCheck);
  EXPECT_EQ(fault.text.str(), "Het bericht is niet te ontsleutelen, of de handtekening hoort er niet bij.");
  EXPECT_TRUE(fault.violations.empty());
  return fault.log.str();
}

TEST(Encryption, R57_R58_SignedThenEncryptedPassesWithEveryAllowedAlgorithm) {
  const std::string message = sign(unsignedRequest());
  for (const std::string& data : {kAes128, kAes256}) {
    for (const Algorithms& algorithms :
         {Algorithms{data, std::string(kOaepMgf1p), kSha1, {}},
          Algorithms{data, std::string(kOaepMgf1p), kSha256, {}},
          Algorithms{data, std::string(kOaep), kSha256, "http://www.w3.org/2009/xmlenc11#mgf1sha256"},
          Algorithms{data, std::string(kOaep), "http://www.w3.org/2001/04/xmlenc#sha512",
                     "http://www.w3.org/2009/xmlenc11#mgf1sha512"},
          Algorithms{data, std::string(kOaep), kSha1, "http://www.w3.org/2009/xmlenc11#mgf1sha1"}})
      EXPECT_EQ(outcome(encrypted(message, algorithms)), "accepted") << algorithms.key << algorithms.digest;
  }
  const std::string plainOaep = with(
      encrypted(message, kUsual),
      "<d:DigestMethod xmlns:d=\"http://www.w3.org/2000/09/xmldsig#\" Algorithm=\"" + kSha1 + "\"/>", "");
  EXPECT_EQ(outcome(plainOaep), "accepted");
}

// Partners do not all take the new certificate on the same day.
TEST(Encryption, R58_AMessageToAFormerKeyIsOpenedAsLongAsItIsThere) {
  const std::shared_ptr<EVP_PKEY> next(EVP_RSA_gen(2048), EVP_PKEY_free);
  const std::shared_ptr<EVP_PKEY> larger(EVP_RSA_gen(3072), EVP_PKEY_free);
  const std::string message = encrypted(sign(unsignedRequest()), kUsual);
  EXPECT_EQ(outcome(message, {next, ownKey()}), "accepted");
  EXPECT_EQ(outcome(message, {larger, next, ownKey()}), "accepted");
  EXPECT_EQ(outcome(message, {ownKey(), next}), "accepted");
  EXPECT_EQ(outcome(message, {next, larger}), "the key or the data cannot be decrypted");
}

TEST(Encryption, R57_WhatIsAroundTheBodyKeepsItsCanonicalForm) {
  const std::string odd = with(
      unsignedRequest(), "<a:To u:Id=\"to\">https://gw.example/",
      "<a:To u:Id=\"to\" b=\"&#10;&#9;&#13;&quot;&lt;?body?&gt;\">https://gw.example/&#13;\n&lt;?body?&gt;é");
  EXPECT_EQ(outcome(encrypted(sign(odd), kUsual)), "accepted");
}

TEST(Encryption, R57_EncryptedFirstAndThenSignedIsRefused) {
  const std::string plain = unsignedRequest();
  const std::string sealed = encrypted(plain, kUsual);
  EXPECT_THAT(outcome(sign(sealed)), HasSubstr("a digest or the signature differs"));
}

TEST(Encryption, R58_A23_AlgorithmsThatAreNotAllowedLookLikeEverythingElse) {
  const std::string message = encrypted(sign(unsignedRequest()), kUsual);
  for (const char* data :
       {"http://www.w3.org/2001/04/xmlenc#aes128-cbc", "http://www.w3.org/2001/04/xmlenc#aes256-cbc",
        "http://www.w3.org/2001/04/xmlenc#tripledes-cbc", "http://www.w3.org/2009/xmlenc11#aes192-gcm", ""})
    EXPECT_EQ(outcome(with(message, kAes256, data)), "an algorithm that is not allowed") << data;
  for (const char* key :
       {"http://www.w3.org/2001/04/xmlenc#rsa-1_5", "http://www.w3.org/2001/04/xmlenc#kw-aes256",
        "http://www.w3.org/2001/04/xmlenc#dh", ""})
    EXPECT_EQ(outcome(with(message, std::string(kOaepMgf1p), key)), "an algorithm that is not allowed")
        << key;
  EXPECT_EQ(outcome(with(message, kSha1 + "\"/></x", "http://www.w3.org/2001/04/xmldsig-more#md5\"/></x")),
            "an algorithm that is not allowed");
}

TEST(Encryption, R58_A23_EveryWrongByteOfKeyAndDataIsTheSameFault) {
  const std::string message = sign(unsignedRequest());
  const auto known = lookUp(kUsual).value();
  const std::string key = randomKey(known.keyBytes);
  const std::string wrapped = wrapKey(key, own(), known);
  const std::string sealed = encipher(contentOf(message), key, known);
  ASSERT_EQ(outcome(put(message, elements(kUsual, wrapped, sealed))), "accepted");
  const std::string expected = "the key or the data cannot be decrypted";
  for (std::size_t at = 0; at < wrapped.size(); at += 16) {
    std::string broken = wrapped;
    broken[at] = static_cast<char>(broken[at] ^ 1);
    EXPECT_EQ(outcome(put(message, elements(kUsual, broken, sealed))), expected) << at;
  }
  for (std::size_t at = 0; at < sealed.size(); ++at) {
    std::string broken = sealed;
    broken[at] = static_cast<char>(broken[at] ^ 1);
    EXPECT_EQ(outcome(put(message, elements(kUsual, wrapped, broken))), expected) << at;
  }
  for (const std::string& odd : {std::string(), std::string("x"), sealed.substr(0, 27), sealed.substr(1)})
    EXPECT_EQ(outcome(put(message, elements(kUsual, wrapped, odd))), expected);
  EXPECT_EQ(outcome(put(message, elements(kUsual, wrapKey(randomKey(16), own(), known), sealed))), expected);
  EXPECT_EQ(outcome(put(message, elements(kUsual, std::string(256, '\0'), sealed))), expected);
}

TEST(Encryption, R57_R60_FormsThatAreNotThePrescribedOne) {
  const std::string message = encrypted(sign(unsignedRequest()), kUsual);
  const std::string form = "it is not encrypted in the prescribed form";
  EXPECT_EQ(outcome(sign(unsignedRequest())), form);
  const std::size_t from = message.find("<x:EncryptedKey"), to = message.find("<u:Timestamp");
  const std::string key = message.substr(from, to - from);
  EXPECT_EQ(outcome(with(message, key, "")), form);
  EXPECT_EQ(outcome(with(message, key, key + key)), form);
  EXPECT_EQ(outcome(with(with(message, key, ""), "</s:Header>", key + "</s:Header>")), form);
  for (const auto& [old, changed] : std::vector<std::pair<std::string, std::string>>{
           {"URI=\"#data\"", "URI=\"#body\""},
           {"URI=\"#data\"", "URI=\"\""},
           {"<x:DataReference URI=\"#data\"/>",
            "<x:DataReference URI=\"#data\"/><x:DataReference URI=\"#to\"/>"},
           {"<x:DataReference", "<x:KeyReference"},
           {"#Content", "#Element"},
           {" Id=\"data\"", ""},
           {"<x:CipherValue>", "<x:CipherReference URI=\"http://canary.invalid/\"/><x:CipherValue>"},
           {"<x:CipherData>", "<x:CipherData>tekst"},
           {"</x:EncryptionMethod><d:KeyInfo",
            "<x:OAEPparams>AAAA</x:OAEPparams></x:EncryptionMethod><d:KeyInfo"},
           {"</x:EncryptedKey>", "<x:CarriedKeyName>a</x:CarriedKeyName></x:EncryptedKey>"},
           {"<x:CipherValue>", "<x:CipherValue>="}})
    EXPECT_EQ(outcome(with(message, old, changed)), form) << changed;
  EXPECT_EQ(outcome(with(message, "<u:Timestamp", "<!-- <?body?> --><u:Timestamp")),
            "a comment in an encrypted message");
}

// Whatever is in the plaintext goes the way of all bytes that come in.
TEST(Encryption, A20_A23_PlaintextsThatWouldBreakOut) {
  const std::string message = sign(unsignedRequest());
  const std::string good = contentOf(message);
  for (const std::string& content : std::vector<std::string>{
           good + "</s:Body></s:Envelope>", good + "</s:Body><s:Body>" + good, "</s:Body><s:Body>" + good,
           "</s:Body></s:Envelope><s:Envelope><s:Body>" + good, good + good, std::string(),
           std::string("tekst"), "<!DOCTYPE a><a/>", "<?a b?>" + good, good + "<!-- x -->",
           "<a xmlns=\"relatief\"/>", good + "\xff", "<a>" + std::string(40, 'x') + "</b>",
           std::string(100, '<'), good + "&x;", std::string("<![CDATA[") + good, with(good, "twee", "drie"),
           good + " "}) {
    EXPECT_NE(outcome(encrypted(message, kUsual, &content)), "accepted") << content;
  }
  std::string deep;
  for (int i = 0; i < 40; ++i) deep = "<a>" + deep + "</a>";
  EXPECT_NE(outcome(encrypted(message, kUsual, &deep)), "accepted");
  // The head of a Body could be forged with it, but then that is what the signature is held against.
  const std::string second = good + "</s:Body></s:Envelope><!--";
  EXPECT_NE(outcome(encrypted(message, kUsual, &second)), "accepted");
}

TEST(Encryption, R58_R59_AnAnswerIsEncryptedToTheRequestsCertificateInTheRequestsAlgorithms) {
  const auto certificate = TestPki::instance().issue();
  const signature::Signer caller{certificate, TestPki::rsaKey(), *Oin::parse(kOin)};
  const std::vector<AnswerHeader> headers = {{"Action", "urn:o/PingResponse"}};
  const std::string body = "<w:a xmlns:w=\"urn:w\">geheim &amp; é</w:a>";
  const signature::AnswerSigner signer(*TestPki::instance().issue(), *TestPki::rsaKey());
  for (const Algorithms& algorithms : {kUsual, Algorithms{kAes128, std::string(kOaep), kSha256,
                                                          "http://www.w3.org/2009/xmlenc11#mgf1sha256"}}) {
    const Recipient recipient = recipientOf(caller, algorithms).value();
    const std::string answer = signer.envelope({headers, body, {}, "AAAA", kNoon, &recipient});
    EXPECT_EQ(answer.find("geheim"), std::string::npos);
    auto opened = open(signature::open(answer), Keys{TestPki::rsaKey()}, xml::Limits{});
    ASSERT_TRUE(opened.has_value()) << opened.error().fault.log.str();
    EXPECT_EQ(opened->algorithms.data, algorithms.data);
    EXPECT_EQ(opened->envelope.operation().text(), "geheim & é");
    EXPECT_EQ(open(signature::open(answer), Keys{ownKey()}, xml::Limits{}).error().fault.log.str(),
              "the key or the data cannot be decrypted");
    EXPECT_NE(answer,
              signer.envelope({headers, body, {}, "AAAA", kNoon, &recipient}));  // a new key each time
  }
}

TEST(Encryption, R59_ACertificateThatMayNotEncryptGetsNoAnswer) {
  const auto certificate = TestPki::instance().issue({.keyUsage = "critical,digitalSignature"});
  const auto recipient = recipientOf({certificate, TestPki::rsaKey(), *Oin::parse(kOin)}, kUsual);
  ASSERT_FALSE(recipient.has_value());
  EXPECT_THAT(recipient.error().log.str(), HasSubstr("keyEncipherment"));
}

}  // namespace
}  // namespace cvsgw::security::encryption
