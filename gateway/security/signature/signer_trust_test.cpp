#include "gateway/security/signature/signer_trust.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/ec.h>
#include <openssl/err.h>

#include "gateway/security/signature/test_pki.hpp"

namespace cvsgw::security::signature {
namespace {

using ::testing::HasSubstr;

std::string told(const SignerTrust& trust, const Leaf& leaf, Moment now = kNoon) {
  const auto signer = trust.check(TestPki::der(*TestPki::instance().issue(leaf)), now);
  if (signer) return "accepted";
  EXPECT_EQ(signer.error().kind, FaultKind::securityHeaderMissing);
  // All look the same from outside.
  EXPECT_EQ(signer.error().text.str(), "Het certificaat van de ondertekenaar wordt niet aanvaard.");
  EXPECT_EQ(ERR_peek_error(), 0UL);  // nothing is left for the thread's next TLS connection
  return signer.error().log.str();
}

TEST(SignerTrust, R54_AGoodCertificateTellsItsOinAndKey) {
  const SignerTrust trust(TestPki::instance().store(), testOin);
  const auto signer = trust.check(TestPki::der(*TestPki::instance().issue()), kNoon);
  ASSERT_TRUE(signer.has_value()) << signer.error().log.str();
  EXPECT_EQ(signer->oin.value(), kOin);
  EXPECT_EQ(EVP_PKEY_eq(signer->key.get(), TestPki::rsaKey().get()), 1);
}

TEST(SignerTrust, R05_R08_R54_WhatIsRefused) {
  using std::chrono::hours;
  const SignerTrust trust(TestPki::instance().store(), testOin);
  EXPECT_THAT(told(trust, {.byStranger = true}), HasSubstr("signature failure"));
  EXPECT_THAT(told(trust, {.until = hours{-1}}), HasSubstr("expired"));
  EXPECT_THAT(told(trust, {.from = hours{1}}), HasSubstr("not yet valid"));
  EXPECT_THAT(told(trust, {.revoked = true}), HasSubstr("revoked"));
  EXPECT_THAT(told(trust, {.sha1 = true}), HasSubstr("too weak"));
  EXPECT_THAT(told(trust, {.keyUsage = "critical,keyEncipherment"}), HasSubstr("digitalSignature"));
  EXPECT_THAT(told(trust, {.keyUsage = nullptr}), HasSubstr("digitalSignature"));
  EXPECT_THAT(told(trust, {.extendedKeyUsage = "serverAuth"}), HasSubstr("clientAuth"));
  EXPECT_THAT(told(trust, {.extendedKeyUsage = "emailProtection"}), HasSubstr("clientAuth"));
  EXPECT_THAT(told(trust, {.extendedKeyUsage = nullptr}), HasSubstr("clientAuth"));
  EXPECT_THAT(told(trust, {.serialNumber = ""}), HasSubstr("no OIN"));
  EXPECT_THAT(told(trust, {.serialNumber = "0000009900000000100"}), HasSubstr("no OIN"));
}

TEST(SignerTrust, A22_A24_A30_KeysThatAreWeakCostlyOrNotRsa) {
  const SignerTrust trust(TestPki::instance().store(), testOin);
  EXPECT_EQ(told(trust, {.key = TestPki::publicKey(4096)}), "accepted");
  EXPECT_THAT(told(trust, {.key = TestPki::publicKey(2047)}), HasSubstr("2048 to 4096 bits"));
  EXPECT_THAT(told(trust, {.key = TestPki::publicKey(4097)}), HasSubstr("2048 to 4096 bits"));
  EXPECT_THAT(told(trust, {.key = TestPki::publicKey(16384)}), HasSubstr("2048 to 4096 bits"));
  EXPECT_THAT(told(trust, {.key = TestPki::publicKey(2048, 3)}), HasSubstr("exponent"));
  EXPECT_THAT(told(trust, {.key = {EVP_EC_gen("P-256"), EVP_PKEY_free}}), HasSubstr("not RSA"));
}

TEST(SignerTrust, R54_BytesThatAreNoCertificate) {
  const SignerTrust trust(TestPki::instance().store(), testOin);
  const std::string der = TestPki::der(*TestPki::instance().issue());
  for (const std::string& bytes :
       {std::string(), std::string("x"), der.substr(1), der + "x", der.substr(0, der.size() - 1)})
    EXPECT_THAT(trust.check(bytes, kNoon).error().log.str(), HasSubstr("no certificate"));
}

TEST(SignerTrust, R06_WithoutACurrentListOfEveryLevelNobodyIsTrusted) {
  const TestPki& pki = TestPki::instance();
  EXPECT_THAT(told(SignerTrust(pki.store({.ofIssuer = false}), testOin), {}),
              HasSubstr("unable to get certificate CRL"));
  EXPECT_THAT(told(SignerTrust(pki.store({.ofRoot = false}), testOin), {}),
              HasSubstr("unable to get certificate CRL"));
  EXPECT_THAT(told(SignerTrust(pki.store({.until = std::chrono::hours{-1}}), testOin), {}),
              HasSubstr("CRL has expired"));
}

// What is known of a certificate ends with the first of its chain and lists.
TEST(SignerTrust, R05_R06_WhatWasFoundGoodOnceIsForgottenInTime) {
  const TestPki& pki = TestPki::instance();
  const SignerTrust trust(pki.store({.until = std::chrono::hours{1}}), testOin);
  const std::string der = TestPki::der(*pki.issue());
  ASSERT_TRUE(trust.check(der, kNoon).has_value());
  EXPECT_TRUE(trust.check(der, kNoon + std::chrono::minutes{59}).has_value());
  EXPECT_THAT(trust.check(der, kNoon + std::chrono::minutes{61}).error().log.str(),
              HasSubstr("CRL has expired"));
  const std::string brief = TestPki::der(*pki.issue({.until = std::chrono::hours{0}}));
  ASSERT_TRUE(trust.check(brief, kNoon - std::chrono::minutes{1}).has_value());
  EXPECT_THAT(trust.check(brief, kNoon + std::chrono::minutes{1}).error().log.str(),
              HasSubstr("has expired"));
}

}  // namespace
}  // namespace cvsgw::security::signature
