// Any content of an element that may hold anything: libxml2 and gSOAP read the same names, children and
// values in the canonical bytes. Corpus: gateway/laws/testing/fuzz_corpus.
#include <cstdint>
#include <cstdlib>

#include "gateway/laws/testing/fuzzed.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string content(data, data + size);
  const std::string message =
      "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><o:Alles "
      "xmlns:o=\"urn:o\">" +
      content + "</o:Alles></s:Body></s:Envelope>";
  if (!cvsgw::laws::testing::readersFlaw(message).empty()) std::abort();
  if (!cvsgw::laws::testing::readersFlaw(content).empty()) std::abort();
  if (!cvsgw::laws::testing::bindingFlaw(content).empty()) std::abort();
  return 0;
}
