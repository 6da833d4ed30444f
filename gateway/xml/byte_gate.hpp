// The first look at a message: its bytes, before any parser. What passes here is UTF-8 text without DOCTYPE,
// processing instructions or entities of its own, and small in every measure that costs a parser more than
// linear time.
//
// One pass, no allocation, stops at the first flaw. Sources: contract.md Faults; security.md A01-A07, A21,
// R27. Comments may stand between elements; an element that holds text may hold no comment, since readers
// disagree on what `9999<!-- -->93653` says. CDATA is text.
#pragma once

#include <string_view>

#include "gateway/domain/fault.hpp"

namespace cvsgw::xml {

/// The most that a message may have of anything. Names and values are counted in bytes of UTF-8.
struct Limits {
  size_t bytes = 256 * 1024;
  size_t depth = 32;  ///< open elements; kDepthCeiling is the most that can be asked for
  size_t elements = 5000;
  size_t attributesPerElement = 64;   ///< namespace declarations not counted
  size_t namespacesPerElement = 32;   ///< declarations
  size_t namespacesInScope = 64;      ///< declarations on all open elements together
  size_t nameBytes = 128;             ///< prefix included
  size_t attributeValueBytes = 4096;  ///< as written, references not resolved
  size_t textBytes = 64 * 1024;       ///< one run of text or CDATA

  static constexpr size_t kDepthCeiling = 64;
};

/// Bytes that passed the gate, without a byte order mark. Borrows: what it was made from must outlive it.
class CheckedBytes {
 public:
  std::string_view view() const { return bytes_; }

 private:
  friend Outcome<CheckedBytes> byteGate(std::string_view bytes, const Limits& limits);
  explicit CheckedBytes(std::string_view bytes) : bytes_(bytes) {}
  std::string_view bytes_;
};

/// Refuses with notUtf8, doctypeRefused, processingInstruction, limitExceeded, envelopeInvalid (a comment in
/// a value) or malformedXml. Passing does not mean well-formed: that is the parser's to say. Threading: pure
/// function.
Outcome<CheckedBytes> byteGate(std::string_view bytes, const Limits& limits = {});

}  // namespace cvsgw::xml
