#include "gateway/transport/event_log.hpp"

#include <gmock/gmock.h>

#include <string>
#include <thread>
#include <vector>

namespace cvsgw::transport {
namespace {

TEST(LimitedLog, A45_DropsWhatIsTooMuchAndSaysSo) {
  std::vector<std::string> lines;
  LimitedLog log([&](const LogText& text) { lines.push_back(text.str()); }, 3);
  for (int i = 0; i < 10; ++i) log(LogText("line " + std::to_string(i)));
  EXPECT_THAT(lines, ::testing::ElementsAre("line 0", "line 1", "line 2"));
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));
  log(LogText("later"));
  EXPECT_THAT(lines, ::testing::ElementsAre("line 0", "line 1", "line 2",
                                            "transport: 7 earlier lines were left out", "later"));
}

}  // namespace
}  // namespace cvsgw::transport
