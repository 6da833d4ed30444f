// What must hold of the gate's limits for any limits and any bytes; for the fuzz target and the replay of its
// corpus.
#pragma once

#include <string>
#include <string_view>

#include "gateway/xml/document.hpp"
#include "gateway/xml/promises.hpp"

namespace cvsgw::xml::testing {

/// Small limits, made from a few numbers, so that short messages reach them.
inline Limits limitsFrom(std::string_view seed) {
  const auto at = [seed](std::size_t i) {
    return i < seed.size() ? static_cast<unsigned char>(seed[i]) : 0U;
  };
  Limits limits;
  limits.depth = 1 + at(0) % 12;
  limits.elements = 1 + at(1) % 24;
  limits.attributesPerElement = at(2) % 8;
  limits.namespacesPerElement = at(3) % 8;
  limits.namespacesInScope = at(4) % 16;
  limits.nameBytes = 1 + at(5) % 32;
  limits.attributeValueBytes = at(6) % 128;
  limits.textBytes = at(7) % 128;
  return limits;
}

/// Empty, or what does not hold: whatever passes small limits keeps them in the parser's eyes too, and passes
/// the ordinary ones.
inline std::string limitsFlaw(const Limits& limits, std::string_view bytes) {
  const auto checked = byteGate(bytes, limits);
  if (!checked) return {};
  if (!byteGate(bytes)) return "passes smaller limits and not the larger ones";
  const auto document = parse(*checked);
  return document ? brokenPromise(*document, limits) : std::string();
}

}  // namespace cvsgw::xml::testing
