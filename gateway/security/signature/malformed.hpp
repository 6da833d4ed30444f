// The refusal of a Security header, or of a part of it, that is not built as prescribed.
#pragma once

#include <string>
#include <string_view>

#include "gateway/domain/fault.hpp"
#include "gateway/xml/element.hpp"

namespace cvsgw::security::signature {

/// `text` says what is required; the caller reads it with the line of `at`. Threading: pure function.
inline tl::unexpected<Fault> malformed(std::string_view text, const xml::Element& at) {
  return refuse(FaultKind::securityHeaderMissing,
                std::string(text) + " (regel " + std::to_string(at.line()) + ").");
}

}  // namespace cvsgw::security::signature
