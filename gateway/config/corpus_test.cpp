// Every file of the fuzz corpus is also a test: what stands before `--` in its name is whether it is taken.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "gateway/config/testing/fuzzed.hpp"

namespace cvsgw::config {
namespace {

TEST(Corpus, A46_EachFileIsTakenOrRefusedAsItsNameSays) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(CVSGW_CONFIG_CORPUS)) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    const std::string name = entry.path().filename().string();
    EXPECT_EQ(testing::loadText(text) ? "taken" : "refused", name.substr(0, name.find("--"))) << name;
    for (size_t length = 0; length <= text.size(); ++length)
      ASSERT_EQ(testing::settingsFlaw(std::string_view(text).substr(0, length)), "")
          << name << " cut at " << length;
    ++files;
  }
  EXPECT_GE(files, 8);
}

}  // namespace
}  // namespace cvsgw::config
