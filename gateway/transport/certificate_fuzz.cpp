// Any bytes as a certificate in DER. Corpus: gateway/transport/fuzz_corpus.
#include <cstdint>
#include <cstdlib>

#include "gateway/transport/testing/fuzzed.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (!cvsgw::transport::testing::oinFlaw(std::string(data, data + size)).empty()) std::abort();
  return 0;
}
