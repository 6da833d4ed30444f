// Any limits and any bytes: the first eight bytes are the limits, the rest is the message. What the gate
// counts must be what libxml2 finds. Corpus: gateway/xml/fuzz_corpus, whose first bytes serve as limits too.
#include <cstdint>
#include <cstdlib>

#include "gateway/xml/testing/fuzzed.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace cvsgw::xml::testing;
  const std::string bytes(data, data + size);
  const std::string_view all(bytes);
  if (!limitsFlaw(limitsFrom(all.substr(0, 8)), all.substr(std::min<size_t>(8, size))).empty()) std::abort();
  if (!limitsFlaw(limitsFrom(all.substr(size / 2)), all).empty()) std::abort();
  return 0;
}
