// Any bytes through gate, tree, envelope, the contract's schemas and the binding of all services: what is
// valid is bound. Corpus: gateway/laws/testing/fuzz_corpus and the contract's examples.
#include <cstdint>
#include <cstdlib>

#include "gateway/laws/testing/fuzzed.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (!cvsgw::laws::testing::bindingFlaw(std::string(data, data + size)).empty()) std::abort();
  return 0;
}
