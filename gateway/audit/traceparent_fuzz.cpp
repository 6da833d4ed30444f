// Any bytes as a traceparent header. Corpus: gateway/audit/fuzz_corpus.
#include <cstdint>
#include <cstdlib>

#include "gateway/audit/testing/fuzzed.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (!cvsgw::audit::testing::traceFlaw(std::string(data, data + size)).empty()) std::abort();
  return 0;
}
