// Any bytes as a settings file. Corpus: gateway/config/fuzz_corpus.
#include <cstdint>
#include <cstdlib>

#include "gateway/config/testing/fuzzed.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (!cvsgw::config::testing::settingsFlaw(std::string(data, data + size)).empty()) std::abort();
  return 0;
}
