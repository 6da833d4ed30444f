// The byte gate's look at markup. It follows tags, comments, CDATA and references well enough to count and to
// refuse, and leaves well-formedness to libxml2: wherever the two could read a message differently, libxml2
// finds it malformed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gateway/xml/byte_gate.hpp"

namespace cvsgw::xml {

struct MarkupFlaw {
  FaultKind kind{};
  std::string text;  ///< Dutch, for the caller, without a full stop
  size_t offset = 0;
};

/// The first flaw, or nothing. `text` must be checked UTF-8. Linear in the bytes up to the flaw.
std::optional<MarkupFlaw> scanMarkup(std::string_view text, const Limits& limits);

/// 1-based line of an offset.
size_t lineAt(std::string_view text, size_t offset);

}  // namespace cvsgw::xml
