// Every file of the fuzz corpus is also a test: what stands before `--` in its name is what the room answers.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "gateway/xml/envelope.hpp"
#include "gateway/xml/promises.hpp"
#include "gateway/xml/testing/fuzzed.hpp"

namespace cvsgw::xml {
namespace {

const std::map<std::string, FaultKind>& kinds() {
  static const std::map<std::string, FaultKind> map = {
      {"doctypeRefused", FaultKind::doctypeRefused},
      {"processingInstruction", FaultKind::processingInstruction},
      {"notUtf8", FaultKind::notUtf8},
      {"malformedXml", FaultKind::malformedXml},
      {"envelopeInvalid", FaultKind::envelopeInvalid},
      {"versionMismatch", FaultKind::versionMismatch},
      {"limitExceeded", FaultKind::limitExceeded}};
  return map;
}

std::vector<std::filesystem::path> corpus() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(CVSGW_XML_CORPUS))
    files.push_back(entry.path());
  return files;
}

std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(Corpus, A01_A06_A13_EachFileIsAnsweredAsItsNameSays) {
  ASSERT_GE(corpus().size(), 15U);
  for (const auto& path : corpus()) {
    const std::string name = path.filename();
    const std::string expected = name.substr(0, name.find("--"));
    const std::string bytes = contents(path);
    const auto envelope = byteGate(bytes).and_then(parse).and_then(openEnvelope);
    if (expected == "accepted") {
      EXPECT_TRUE(envelope.has_value()) << name;
      continue;
    }
    ASSERT_EQ(kinds().count(expected), 1U) << name;
    ASSERT_FALSE(envelope.has_value()) << name;
    EXPECT_EQ(envelope.error().kind, kinds().at(expected)) << name;
  }
}

// A cheap stand-in for the fuzzer on every run: each byte of each file replaced by each of a few that mean
// something in XML. Whatever the gate lets through and libxml2 reads must keep the gate's promises.
TEST(Corpus, A13_NothingPassesTheGateThatLibxmlReadsOtherwise) {
  size_t read = 0;
  for (const auto& path : corpus()) {
    const std::string original = contents(path);
    for (size_t at = 0; at < original.size(); ++at) {
      for (const char c : std::string("<>&!?-[]\"'/; x\0", 15)) {
        std::string bytes = original;
        bytes[at] = c;
        const auto checked = byteGate(bytes);
        if (!checked) continue;
        const auto document = parse(*checked);
        if (!document) {
          // The gate has to find a DOCTYPE by itself; the parser's own guard is a second line.
          EXPECT_EQ(document.error().kind, FaultKind::malformedXml) << bytes;
          continue;
        }
        ++read;
        EXPECT_EQ(brokenPromise(*document, Limits{}), "") << bytes;
      }
    }
  }
  EXPECT_GT(read, 1000U);
}

TEST(Corpus, A03_A07_LimitsAreCountedAsTheParserFindsThem) {
  size_t passed = 0;
  for (const auto& path : corpus()) {
    const std::string bytes = contents(path);
    for (unsigned seed = 0; seed < 2000; ++seed) {
      std::string numbers;
      for (unsigned i = 1; i <= 8; ++i) numbers.push_back(static_cast<char>(seed * i * 37U % 251U));
      const Limits limits = testing::limitsFrom(numbers);
      EXPECT_EQ(testing::limitsFlaw(limits, bytes), "") << path << " seed " << seed;
      passed += byteGate(bytes, limits).has_value() ? 1U : 0U;
    }
  }
  EXPECT_GT(passed, 100U);
}

}  // namespace
}  // namespace cvsgw::xml
