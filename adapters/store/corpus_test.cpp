// Every file of the fuzz corpus is also a test: what stands before `--` in its name is whether the line is
// read.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "adapters/store/testing/fuzzed.hpp"

namespace cvsgw::store {
namespace {

TEST(Corpus, A41_EachLineIsReadOrRefusedAsItsNameSays) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(CVSGW_STORE_CORPUS)) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::string line;
    std::getline(file, line);
    const std::string name = entry.path().filename().string();
    EXPECT_EQ(leesGebeurtenis(line) ? "read" : "refused", name.substr(0, name.find("--"))) << name;
    for (size_t at = 0; at < line.size(); ++at) {
      std::string other = line;
      other[at] = '"';
      ASSERT_EQ(testing::eventFlaw(other), "") << name << " byte " << at;
    }
    ++files;
  }
  EXPECT_GE(files, 10);
}

// A recursive reader of JSON ends the process here.
TEST(Corpus, A06_AMillionOpenBracketsAreRefused) {
  for (const char* opening : {"[", "{\"a\":"}) {
    std::string line = "{\"gebeurtenis\":";
    for (int i = 0; i < 1'000'000; ++i) line += opening;
    EXPECT_FALSE(leesGebeurtenis(line).has_value());
  }
}

TEST(Corpus, A13_WhatIsNotUtf8IsRefused) {
  EXPECT_TRUE(leesGebeurtenis("{\"gebeurtenis\":\"overlijden\",\"plaats\":\"\xc3\xa9\"}").has_value());
  EXPECT_FALSE(leesGebeurtenis("{\"gebeurtenis\":\"overlijden\",\"plaats\":\"\xe9\"}").has_value());
}

}  // namespace
}  // namespace cvsgw::store
