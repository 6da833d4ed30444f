#include "gateway/transport/peer_certificate.hpp"

#include <gtest/gtest.h>
#include <openssl/evp.h>

#include <array>
#include <cstdio>

#include "gateway/transport/tls_test_client.hpp"

namespace cvsgw::transport {
namespace {

using testing::CertificateWish;
using testing::makeIdentity;

const std::string oin = "00000099000000001000";

std::optional<std::string> oinWith(const CertificateWish& wish) {
  return oinOf(*makeIdentity(wish).certificate);
}

TEST(OinOf, R07_TakesTwentyDigits) {
  EXPECT_EQ(oinWith({.serialNumber = oin}), oin);
}

TEST(OinOf, R07_RefusesWhatIsNotExactlyAnOin) {
  EXPECT_EQ(oinWith({}), std::nullopt);
  EXPECT_EQ(oinWith({.commonName = oin}), std::nullopt);
  EXPECT_EQ(oinWith({.serialNumber = oin.substr(1)}), std::nullopt);
  EXPECT_EQ(oinWith({.serialNumber = oin + "0"}), std::nullopt);
  EXPECT_EQ(oinWith({.serialNumber = "0000009900000000100A"}), std::nullopt);
  EXPECT_EQ(oinWith({.serialNumber = "0000009900000000 100"}), std::nullopt);
  EXPECT_EQ(oinWith({.serialNumber = std::string("000000990000\0 001000", 20)}), std::nullopt);
}

TEST(OinOf, R07_RefusesTwoOfThem) {
  EXPECT_EQ(oinWith({.serialNumber = oin, .secondSerial = "00000099000000002000"}), std::nullopt);
}

TEST(OinOf, R07_RefusesOtherStringTypes) {
  EXPECT_EQ(oinWith({.serialNumber = oin, .stringType = V_ASN1_UTF8STRING}), std::nullopt);
  EXPECT_EQ(oinWith({.serialNumber = oin, .stringType = V_ASN1_BMPSTRING}), std::nullopt);
}

TEST(FingerprintOf, R77_IsTheDigestOfTheWholeCertificate) {
  const auto identity = makeIdentity({.serialNumber = oin});
  unsigned char* der = nullptr;
  const int size = i2d_X509(identity.certificate.get(), &der);
  ASSERT_GT(size, 0);
  std::array<unsigned char, 32> digest{};
  ASSERT_EQ(EVP_Digest(der, static_cast<size_t>(size), digest.data(), nullptr, EVP_sha256(), nullptr), 1);
  OPENSSL_free(der);
  std::string expected;
  for (const auto byte : digest) {
    char text[3];
    std::snprintf(text, sizeof text, "%02x", byte);
    expected += text;
  }
  EXPECT_EQ(fingerprintOf(*identity.certificate), expected);
  EXPECT_NE(fingerprintOf(*makeIdentity({.serialNumber = oin}).certificate), expected);
}

std::string objection(const CertificateWish& wish, const PeerRules& rules) {
  const char* found = objectionTo(*makeIdentity(wish).certificate, rules);
  return found == nullptr ? "" : found;
}

TEST(ObjectionTo, R07_R08_R12_AnOrganisationsSystemHasAnOinAndIsMadeForClients) {
  const PeerRules test{.organisation = true, .testAllowed = true};
  const PeerRules production{.organisation = true, .testAllowed = false};
  const std::string real = "00000001999999999000";
  EXPECT_EQ(objection({.serialNumber = oin, .usage = "clientAuth"}, test), "");
  EXPECT_EQ(objection({.serialNumber = real, .usage = "serverAuth,clientAuth"}, production), "");
  EXPECT_NE(objection({.serialNumber = oin, .usage = "clientAuth"}, production), "");
  EXPECT_NE(objection({.serialNumber = real}, production), "");
  EXPECT_NE(objection({.serialNumber = real, .usage = "anyExtendedKeyUsage"}, production), "");
  EXPECT_NE(objection({.serialNumber = real, .usage = "serverAuth"}, production), "");
  EXPECT_NE(objection({.usage = "clientAuth"}, production), "");
  EXPECT_NE(objection({.serialNumber = real, .usage = "clientAuth", .surname = "Persoon"}, production), "");
  for (const char* prefix : {"00000000", "00000199", "12345678", "10000001"})
    EXPECT_NE(objection({.serialNumber = prefix + oin.substr(8), .usage = "clientAuth"}, test), "") << prefix;
  EXPECT_EQ(objection({.commonName = "whoever"}, {}), "") << "an open listener asks for none of it";
}

}  // namespace
}  // namespace cvsgw::transport
