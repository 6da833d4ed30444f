// Any bytes as the query of a GET. Corpus: gateway/description/fuzz_corpus.
#include <cstdint>
#include <cstdlib>

#include "gateway/description/testing/fuzzed.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (!cvsgw::description::testing::askedFlaw(std::string(data, data + size)).empty()) std::abort();
  return 0;
}
