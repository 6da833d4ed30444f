// The corpus of the two readers, and the contract's own examples: what is valid is bound, and both readers
// see the same. What stands before `--` in a file's name is what comes of it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "gateway/laws/testing/fuzzed.hpp"

namespace cvsgw::laws {
namespace {

using Files = std::map<std::string, std::string>;

Files filesIn(const std::filesystem::path& folder, std::string_view ending) {
  Files files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(ending)) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    files[entry.path().string()] = std::string(std::istreambuf_iterator<char>(file), {});
  }
  return files;
}

std::string outcomeOf(const std::string& bytes) {
  if (testing::canonicalOf(bytes, testing::schemasOfTheContract())) return "valid";
  return testing::canonicalOf(bytes, testing::schemaOfAnything()) ? "anything" : "refused";
}

TEST(Readers, A13_EachFileOfTheCorpusIsReadAsItsNameSays) {
  const Files corpus = filesIn(CVSGW_LAWS_CORPUS, ".xml");
  ASSERT_GE(corpus.size(), 20U);
  for (const auto& [path, bytes] : corpus) {
    const std::string name = std::filesystem::path(path).filename();
    EXPECT_EQ(outcomeOf(bytes), name.substr(0, name.find("--"))) << name;
    EXPECT_EQ(testing::bindingFlaw(bytes), "") << name;
    EXPECT_EQ(testing::readersFlaw(bytes), "") << name;
  }
}

TEST(Readers, A12_A13_EveryQuestionOfTheContractIsBound) {
  const Files examples = filesIn(CVSGW_CONTRACT, "-vraag.xml");
  ASSERT_GE(examples.size(), 60U);
  for (const auto& [path, bytes] : examples) {
    EXPECT_EQ(outcomeOf(bytes), "valid") << path;
    EXPECT_EQ(testing::bindingFlaw(bytes), "") << path;
  }
}

// A cheap stand-in for the fuzzer on every run.
TEST(Readers, A13_NoByteReplacedMakesTheReadersDiffer) {
  for (const auto& [path, original] : filesIn(CVSGW_LAWS_CORPUS, ".xml")) {
    for (size_t at = 0; at < original.size(); ++at) {
      for (const char c : std::string("<>&:'x ]")) {
        std::string bytes = original;
        bytes[at] = c;
        ASSERT_EQ(testing::readersFlaw(bytes), "") << path << " byte " << at << " as " << c;
        ASSERT_EQ(testing::bindingFlaw(bytes), "") << path << " byte " << at << " as " << c;
      }
    }
  }
}

// The comparison itself: two trees that differ are told apart.
TEST(Readers, A13_ADifferenceIsSeen) {
  const std::string ours = "<o:a xmlns:o=\"urn:o\" b=\"1\"><o:c>tekst</o:c></o:a>";
  const auto document = xml::byteGate(ours).and_then(xml::parse);
  for (const std::string theirs :
       {"<o:a xmlns:o=\"urn:o\" b=\"1\"><o:c>texst</o:c></o:a>", "<o:a xmlns:o=\"urn:o\" b=\"1\"></o:a>",
        "<o:a xmlns:o=\"urn:o\" b=\"2\"><o:c>tekst</o:c></o:a>",
        "<o:a xmlns:o=\"urn:o\" b=\"1\"><o:c>tekst</o:c><o:c/></o:a>",
        "<p:a xmlns:p=\"urn:p\" b=\"1\"><o:c xmlns:o=\"urn:o\">tekst</o:c></p:a>",
        "<o:b xmlns:o=\"urn:o\" b=\"1\"><o:c>tekst</o:c></o:b>",
        // Attributes that only one of them sees, or sees in another namespace.
        "<o:a xmlns:o=\"urn:o\"><o:c>tekst</o:c></o:a>",
        "<o:a xmlns:o=\"urn:o\" b=\"1\" d=\"\"><o:c>tekst</o:c></o:a>",
        "<o:a xmlns:o=\"urn:o\" b=\"1\"><o:c d=\"2\">tekst</o:c></o:a>",
        "<o:a xmlns:o=\"urn:o\" xmlnsx=\"1\" b=\"1\"><o:c>tekst</o:c></o:a>",
        "<o:a xmlns:o=\"urn:o\" o:b=\"1\"><o:c>tekst</o:c></o:a>",
        "<o:a xmlns:o=\"urn:o\" b=\"1\" xmlns:x=\"http://www.w3.org/1999/XMLSchema-instance\" x:c=\"1\">"
        "<o:c>tekst</o:c></o:a>"}) {
    BindingContext context(theirs);
    soap_dom_element tree;
    tree.soap = context.get();
    ASSERT_EQ(soap_begin_recv(context.get()), SOAP_OK);
    ASSERT_NE(soap_in_xsd__anyType(context.get(), nullptr, &tree, nullptr), nullptr) << theirs;
    EXPECT_NE(testing::difference(document->root(), tree), "") << theirs;
  }
}

}  // namespace
}  // namespace cvsgw::laws
