// Any bytes as a signed request: whatever readStructure() accepts names the Body, the Timestamp and every
// WS-Addressing header once, by elements at their fixed positions. Corpus:
// gateway/security/signature/fuzz_corpus.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "gateway/security/addressing.hpp"
#include "gateway/security/security_header.hpp"
#include "gateway/security/signature/structure.hpp"

namespace {

using namespace cvsgw;
using namespace cvsgw::security;

void demand(bool holds) {
  if (!holds) std::abort();
}

const Moment kNow = Moment{Date(2026, 11, 29).days()} + std::chrono::hours{12};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto envelope = xml::byteGate(bytes).and_then(xml::parse).and_then(xml::openEnvelope);
  if (!envelope) return 0;
  const std::string peeked = signature::peekSignatureValue(*envelope);
  const auto structure = signature::readStructure(*envelope, kNow);
  if (!structure) return 0;
  demand(peeked == structure->signatureValue && !peeked.empty());
  const auto& targets = structure->targets;
  const auto times = [&](const xml::Element& element) {
    return std::count_if(targets.begin(), targets.end(),
                         [&](const xml::Element& target) { return target.node() == element.node(); });
  };
  demand(times(envelope->body()) == 1 && targets.size() <= signature::kMostReferences);
  long known = 1;
  for (const xml::HeaderBlock& block : envelope->headers()) {
    if (block.element.name().ns == kAddressing) {
      demand(times(block.element) == 1);
      ++known;
    }
    if (!block.element.is(kSecurityExtension, "Security")) continue;
    for (const xml::Element& part : block.element.children()) {
      if (part.is(kSecurityUtility, "Timestamp")) demand(times(part) == 1);
      known += times(part);
    }
  }
  demand(static_cast<std::size_t>(known) == targets.size());
  return 0;
}
