#include "gateway/security/base64.hpp"

#include <gtest/gtest.h>

namespace cvsgw::security {
namespace {

// RFC 4648 § 10.
TEST(Base64, IsThatOfTheRfcWithPadding) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foo"), "Zm9v");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
  EXPECT_EQ(base64(std::string("\x00\xff\xfe", 3)), "AP/+");
}

TEST(Base64, LongTextHasNoLineBreaks) {
  EXPECT_EQ(base64(std::string(3000, 'a')).size(), 4000U);
  EXPECT_EQ(base64(std::string(3000, 'a')).find('\n'), std::string::npos);
}

TEST(Base64, IsReadBack) {
  for (const std::string& bytes : {std::string(), std::string("f"), std::string("fo"), std::string("foo"),
                                   std::string("\0\0\xff", 3), std::string(3000, 'a')})
    EXPECT_EQ(fromBase64(base64(bytes)), bytes);
}

TEST(Base64, R55_EveryOtherSpellingIsNone) {
  for (const char* text : {"Zg=", "Zg", "Zg===", "Z===", "====", "Zh==", "Zm9=", "Zm9v\n", " Zm9v", "Zm 9v",
                           "Zm9v====", "Zg==Zg==", "Z-9v", "Zm9_", "=Zm9", "Zm=v"})
    EXPECT_EQ(fromBase64(text), std::nullopt) << text;
  EXPECT_EQ(withoutSpace(" Zm\r\n9\tv "), "Zm9v");
}

}  // namespace
}  // namespace cvsgw::security
