// Every file of the fuzz corpus is also a test: what stands before `--` in its name is what the reader comes
// to.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "gateway/http/request_reader.hpp"

namespace cvsgw::http {
namespace {

std::string outcomeOf(const std::string& bytes, std::size_t step) {
  RequestReader reader({});
  std::string_view rest = bytes;
  while (!rest.empty() && reader.state() == RequestReader::State::needMore) {
    std::string_view piece = rest.substr(0, step);
    const std::size_t before = piece.size();
    reader.feed(piece);
    rest.remove_prefix(before - piece.size());
  }
  switch (reader.state()) {
    case RequestReader::State::complete:
      return "accepted";
    case RequestReader::State::refused:
      return "refused";
    case RequestReader::State::needMore:
      break;
  }
  return "incomplete";
}

TEST(Corpus, A26_A27_EachFileIsReadAsItsNameSays) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(CVSGW_HTTP_CORPUS)) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    const std::string name = entry.path().filename().string();
    for (const std::size_t step : {std::size_t{1}, std::size_t{5}, bytes.size()}) {
      EXPECT_EQ(outcomeOf(bytes, step), name.substr(0, name.find("--"))) << name << " in pieces of " << step;
    }
    ++files;
  }
  EXPECT_GE(files, 27);
}

/// Whatever stands in place of one byte: the reader ends in one of its states, and in the same one however it
/// is cut.
TEST(Corpus, A26_EveryByteReplacedIsStillReadInOneWay) {
  for (const auto& entry : std::filesystem::directory_iterator(CVSGW_HTTP_CORPUS)) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string original(std::istreambuf_iterator<char>(file), {});
    for (std::size_t at = 0; at < original.size(); ++at) {
      for (const char c : {'\0', '\t', '\n', '\r', ' ', '0', ',', ':', ';', '\x7f', '\xff'}) {
        std::string bytes = original;
        bytes[at] = c;
        ASSERT_EQ(outcomeOf(bytes, 1), outcomeOf(bytes, bytes.size())) << entry.path() << " byte " << at;
      }
    }
  }
}

}  // namespace
}  // namespace cvsgw::http
