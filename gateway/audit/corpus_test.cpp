// Every file of the fuzz corpus is also a test: what stands before `--` in its name is whether it is
// followed, and nothing that the fuzz target looks for is found in it or one byte away from it.
#include <gtest/gtest.h>

#include <map>

#include "gateway/audit/testing/fuzzed.hpp"
#include "gateway/domain/testing/corpus.hpp"

namespace cvsgw::audit {
namespace {

std::map<std::string, std::string> corpus() {
  return cvsgw::testing::corpusIn(CVSGW_AUDIT_CORPUS);
}

TEST(Corpus, R74_EachTraceparentIsFollowedOrReplacedAsItsNameSays) {
  ASSERT_GE(corpus().size(), 20U);
  for (const auto& [name, text] : corpus()) {
    EXPECT_EQ(traceOf(text).parent ? "followed" : "replaced", name.substr(0, name.find("--"))) << name;
    EXPECT_EQ(testing::traceFlaw(text), "") << name;
  }
}

TEST(Corpus, R74_NoByteReplacedOrLeftOutIsFollowedUnlessItIsWellFormed) {
  for (const auto& [name, original] : corpus()) {
    for (size_t at = 0; at < original.size(); ++at) {
      ASSERT_EQ(testing::traceFlaw(std::string(original).erase(at, 1)), "") << name << " without byte " << at;
      for (const char c : std::string("0fFg-_ \0\xff", 9)) {
        std::string text = original;
        text[at] = c;
        ASSERT_EQ(testing::traceFlaw(text), "") << name << " byte " << at << " as " << int{c};
      }
    }
  }
}

}  // namespace
}  // namespace cvsgw::audit
