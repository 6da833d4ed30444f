// For fuzzing and tests: does a parsed tree keep what the byte gate promised?
#pragma once

#include <string>

#include "gateway/xml/document.hpp"

namespace cvsgw::xml {

/// Empty when all is kept; else which promise is broken: a DTD, an entity, a processing instruction, or a
/// limit.
std::string brokenPromise(const Document& document, const Limits& limits);

}  // namespace cvsgw::xml
