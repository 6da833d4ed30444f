// Every file of the fuzz corpus is also a test: what stands before `--` in its name is what becomes of it,
// and nothing that the fuzz target looks for holds of it or of what is one byte away from it.
#include <gtest/gtest.h>

#include <map>

#include "gateway/domain/testing/corpus.hpp"
#include "gateway/security/encryption/testing/fuzzed.hpp"

namespace cvsgw::security::encryption {
namespace {

std::map<std::string, std::string> corpus() {
  return cvsgw::testing::corpusIn(CVSGW_ENCRYPTION_CORPUS);
}

TEST(EncryptionCorpus, R57_R58_A20_A23_EachFileIsOpenedAsItsNameSays) {
  ASSERT_GE(corpus().size(), 50U);
  for (const auto& [name, bytes] : corpus()) {
    EXPECT_EQ(testing::outcomeOf(bytes), name.substr(0, name.find("--"))) << name;
    EXPECT_EQ(testing::openFlaw(bytes), "") << name;
  }
}

// A cheap stand-in for the fuzzer on every run: another character at every third byte, for each file others.
TEST(EncryptionCorpus, A20_A23_NoByteReplacedMakesAFlaw) {
  const std::string characters("<>&\"/: #x{\0", 11);
  std::size_t turn = 0;
  for (const auto& [name, original] : corpus()) {
    for (std::size_t at = turn % 3; at < original.size(); at += 3) {
      std::string bytes = original;
      bytes[at] = characters[turn++ % characters.size()];
      ASSERT_EQ(testing::openFlaw(bytes), "") << name << " byte " << at << ": " << bytes;
    }
  }
}

}  // namespace
}  // namespace cvsgw::security::encryption
