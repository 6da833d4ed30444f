#include <gtest/gtest.h>

#include "gateway/security/signature/material.hpp"
#include "gateway/security/signature/test_pki.hpp"

namespace cvsgw::security::signature {
namespace {

using std::chrono::hours;

TEST(Material, R58_AFormerKeyOpensUntilItsCertificateEnds) {
  const auto first = TestPki::publicKey(2048), second = TestPki::publicKey(2048);
  const auto renewed = keysAfter({{first, kNoon + hours{2}}}, {second, kNoon + hours{48}}, kNoon);
  ASSERT_EQ(renewed.size(), 2U);
  EXPECT_EQ(renewed[0].key, second);
  EXPECT_EQ(renewed[1].key, first);
  EXPECT_EQ(keysAfter(renewed, {second, kNoon + hours{99}}, kNoon).size(), 2U)
      << "another certificate of that key";
  EXPECT_EQ(keysAfter(renewed, {first, kNoon + hours{2}}, kNoon).size(), 2U) << "and back";
  EXPECT_EQ(keysAfter(renewed, {second, kNoon + hours{48}}, kNoon + hours{2}).size(), 1U) << "it has ended";

  const Material material{SignerTrust(TestPki::instance().store(), testOin),
                          AnswerSigner(*TestPki::instance().issue(), *TestPki::rsaKey()), renewed};
  EXPECT_EQ(material.decryptionKeys(kNoon).size(), 2U);
  EXPECT_EQ(material.decryptionKeys(kNoon + hours{2}).size(), 1U);
  EXPECT_EQ(material.decryptionKeys(kNoon + hours{99}).size(), 1U) << "one's own is the listener's to judge";
}

TEST(Material, R58_ThreeKeysAreTheMost) {
  std::vector<DecryptionKey> keys;
  for (int i = 0; i < 5; ++i) keys = keysAfter(keys, {TestPki::publicKey(2048), kNoon + hours{2}}, kNoon);
  EXPECT_EQ(keys.size(), kMostDecryptionKeys);
}

}  // namespace
}  // namespace cvsgw::security::signature
