// Room-internal: what a caller is told about a violation, in Dutch, made from the schema and never from the
// value.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gateway/xml/schema_index.hpp"

namespace cvsgw::xml {

/// What a simple type accepts: "negen cijfers", "een van: Nieuw, InBehandeling, Afgehandeld". `type` may be
/// null.
std::string accepts(const TypeInfo* type);

/// The reason for a libxml2 validation code (xmlerror.h, XML_SCHEMAV_…). `type` is the element's own type or
/// null; `expected` the names that the schema expects at that place; `missing` tells a missing element from
/// an unexpected one.
std::string reasonFor(int code, const TypeInfo* type, const std::vector<std::string>& expected, bool missing);

/// Is the code about the value of an element with a simple type? libxml2 reports the facet and the type for
/// one mistake.
bool isValueCode(int code);

}  // namespace cvsgw::xml
