// Every file of the fuzz corpus is also a test: what stands before `--` in its name is what is read from it,
// and nothing that the fuzz targets look for holds of it or of what is one byte away from it.
#include <gtest/gtest.h>

#include <map>

#include "gateway/domain/testing/corpus.hpp"
#include "gateway/security/testing/fuzzed.hpp"

namespace cvsgw::security {
namespace {

std::map<std::string, std::string> corpus() {
  return cvsgw::testing::corpusIn(CVSGW_SECURITY_CORPUS);
}

std::string readFrom(const std::string& bytes) {
  const auto envelope = testing::open(bytes);
  if (!envelope) return "unreadable";
  if (!readAddressing(*envelope)) return "addressing";
  const auto token = readUsernameToken(*envelope, *parseMoment("2026-11-22T10:00:00Z"));
  if (!token) return "token";
  return *token ? "caller" : "nobody";
}

TEST(Corpus, A15_A20_EachFileIsReadAsItsNameSays) {
  ASSERT_GE(corpus().size(), 16U);
  for (const auto& [name, bytes] : corpus())
    EXPECT_EQ(readFrom(bytes), name.substr(0, name.find("--"))) << name;
}

TEST(Corpus, A15_A19_NoByteReplacedMakesAFlaw) {
  for (const auto& [name, original] : corpus()) {
    for (size_t at = 0; at < original.size(); ++at) {
      for (const char c : std::string("<>&\"/: #x\0", 10)) {
        std::string bytes = original;
        bytes[at] = c;
        ASSERT_EQ(testing::addressingFlaw(bytes), "") << name << " byte " << at;
        ASSERT_EQ(testing::tokenFlaw(bytes), "") << name << " byte " << at;
      }
    }
  }
}

}  // namespace
}  // namespace cvsgw::security
