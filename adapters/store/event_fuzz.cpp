// Any bytes as a line of a file of events (`cvsgw isi event --file`). Corpus: adapters/store/fuzz_corpus.
#include <cstdint>
#include <cstdlib>

#include "adapters/store/testing/fuzzed.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (!cvsgw::store::testing::eventFlaw(std::string(data, data + size)).empty()) std::abort();
  return 0;
}
