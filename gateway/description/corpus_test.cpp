// Every file of the fuzz corpus is also a test: what stands before `--` in its name is the kind of document
// that it asks for, and nothing that the fuzz target looks for is found in it or one byte away from it.
#include <gtest/gtest.h>

#include <map>

#include "gateway/description/testing/fuzzed.hpp"
#include "gateway/domain/testing/corpus.hpp"

namespace cvsgw::description {
namespace {

std::map<std::string, std::string> corpus() {
  return cvsgw::testing::corpusIn(CVSGW_DESCRIPTION_CORPUS);
}

std::string kindOf(const std::string& input) {
  const auto canonical = canonicalQuery(testing::askedBy(input).query);
  if (!canonical) return "nothing";
  if (canonical->empty()) return "page";
  return canonical == "wsdl=split" ? "split" : canonical->substr(0, canonical->find('='));
}

TEST(Corpus, A43_EachQueryIsReadAsItsNameSays) {
  ASSERT_GE(corpus().size(), 20U);
  for (const auto& [name, input] : corpus()) {
    EXPECT_EQ(kindOf(input), name.substr(0, name.find("--"))) << name;
    EXPECT_EQ(testing::askedFlaw(input), "") << name;
    for (const std::string_view path : testing::paths())
      EXPECT_EQ(testing::answerFlaw(path, testing::askedBy(input)), "") << name << " under " << path;
  }
}

TEST(Corpus, A43_NoByteReplacedAsksForWhatIsNotListed) {
  for (const auto& [name, original] : corpus()) {
    for (size_t at = 0; at < original.size(); ++at) {
      for (const char c : std::string("&=.%/-\"*,\nX\0", 12)) {
        std::string input = original;
        input[at] = c;
        ASSERT_EQ(testing::askedFlaw(input), "") << name << " byte " << at << " as " << int{c};
      }
    }
  }
}

}  // namespace
}  // namespace cvsgw::description
