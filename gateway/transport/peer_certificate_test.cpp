#include "gateway/transport/peer_certificate.hpp"

#include <gtest/gtest.h>

#include "gateway/transport/tls_test_client.hpp"

namespace cvsgw::transport {
namespace {

using testing::CertificateWish;
using testing::makeIdentity;

const std::string oin = "00000099000000001000";

std::optional<std::string> oinWith(const CertificateWish& wish) {
  return oinOf(*makeIdentity(wish).certificate);
}

TEST(OinOf, TakesTwentyDigits) {
  EXPECT_EQ(oinWith({.serialNumber = oin}), oin);
}

TEST(OinOf, RefusesWhatIsNotExactlyAnOin) {
  EXPECT_EQ(oinWith({}), std::nullopt);
  EXPECT_EQ(oinWith({.commonName = oin}), std::nullopt);
  EXPECT_EQ(oinWith({.serialNumber = oin.substr(1)}), std::nullopt);
  EXPECT_EQ(oinWith({.serialNumber = oin + "0"}), std::nullopt);
  EXPECT_EQ(oinWith({.serialNumber = "0000009900000000100A"}), std::nullopt);
  EXPECT_EQ(oinWith({.serialNumber = "0000009900000000 100"}), std::nullopt);
  EXPECT_EQ(oinWith({.serialNumber = std::string("000000990000\0 001000", 20)}), std::nullopt);
}

TEST(OinOf, RefusesTwoOfThem) {
  EXPECT_EQ(oinWith({.serialNumber = oin, .secondSerial = "00000099000000002000"}), std::nullopt);
}

TEST(OinOf, RefusesOtherStringTypes) {
  EXPECT_EQ(oinWith({.serialNumber = oin, .stringType = V_ASN1_UTF8STRING}), std::nullopt);
  EXPECT_EQ(oinWith({.serialNumber = oin, .stringType = V_ASN1_BMPSTRING}), std::nullopt);
}

}  // namespace
}  // namespace cvsgw::transport
