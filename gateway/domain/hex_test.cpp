#include "gateway/domain/hex.hpp"

#include <gtest/gtest.h>

#include <array>

namespace cvsgw {
namespace {

TEST(Hex, WhatIsWrittenIsReadAndNothingElseIs) {
  const std::array<std::uint8_t, 3> bytes{0x00, 0x9f, 0xff};
  EXPECT_EQ(toHex(bytes), "009fff");
  std::array<std::uint8_t, 3> read{};
  EXPECT_TRUE(fromHex("009fff", read));
  EXPECT_EQ(read, bytes);
  for (const char* wrong : {"", "009ff", "009fff0", "009fffff", "009FFF", "009ffg", "00 9ff"})
    EXPECT_FALSE(fromHex(wrong, read)) << wrong;
}

}  // namespace
}  // namespace cvsgw
