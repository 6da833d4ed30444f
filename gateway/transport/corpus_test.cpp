// Every certificate of the fuzz corpus is also a test: what stands before `--` in its name is whether there
// is an OIN in it, and no byte of it replaced makes the reader say what is not there.
#include <gtest/gtest.h>

#include <map>

#include "gateway/domain/testing/corpus.hpp"
#include "gateway/transport/testing/fuzzed.hpp"

namespace cvsgw::transport {
namespace {

std::map<std::string, std::string> corpus() {
  return cvsgw::testing::corpusIn(CVSGW_TRANSPORT_CORPUS);
}

TEST(Corpus, R07_A30_EachCertificateIsReadAsItsNameSays) {
  ASSERT_GE(corpus().size(), 10U);
  for (const auto& [name, der] : corpus()) {
    const auto certificate = testing::certificateFrom(der);
    const std::string read = !certificate ? "unreadable" : oinOf(*certificate) ? "oin" : "none";
    EXPECT_EQ(read, name.substr(0, name.find("--"))) << name;
  }
}

TEST(Corpus, R07_NoByteReplacedMakesAnotherOin) {
  for (const auto& [name, original] : corpus()) {
    for (size_t at = 0; at < original.size(); ++at) {
      for (const int change : {1, 0x80, 0xff}) {
        std::string der = original;
        der[at] = static_cast<char>(der[at] ^ change);
        ASSERT_EQ(testing::oinFlaw(der), "") << name << " byte " << at;
      }
    }
  }
}

}  // namespace
}  // namespace cvsgw::transport
