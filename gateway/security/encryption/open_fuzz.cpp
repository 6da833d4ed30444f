// Any form of an encrypted message, and any plaintext in one. Corpus:
// gateway/security/encryption/fuzz_corpus.
#include <cstdint>
#include <cstdlib>

#include "gateway/security/encryption/testing/fuzzed.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (!cvsgw::security::encryption::testing::openFlaw(std::string(data, data + size)).empty()) std::abort();
  return 0;
}
