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

}  // namespace
}  // namespace cvsgw::security
