// Any bytes as a message with a Security header. Corpus: gateway/security/fuzz_corpus.
#include <cstdint>
#include <cstdlib>

#include "gateway/security/testing/fuzzed.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (!cvsgw::security::testing::tokenFlaw(std::string(data, data + size)).empty()) std::abort();
  return 0;
}
