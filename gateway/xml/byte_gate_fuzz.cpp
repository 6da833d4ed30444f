// Any bytes into the byte gate, and what it lets through into libxml2: nothing may come out of the parser
// that the gate promises to be absent. Corpus: gateway/xml/fuzz_corpus.
#include <cstdint>
#include <cstdlib>

#include "gateway/xml/document.hpp"
#include "gateway/xml/promises.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto checked = cvsgw::xml::byteGate(bytes);
  if (!checked) return 0;
  const auto document = cvsgw::xml::parse(*checked);
  if (!document) {
    // The gate has to find these by itself.
    if (document.error().kind == cvsgw::FaultKind::doctypeRefused) std::abort();
    return 0;
  }
  if (!cvsgw::xml::brokenPromise(*document, cvsgw::xml::Limits{}).empty()) std::abort();
  return 0;
}
