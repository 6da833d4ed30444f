// Room-internal: XSD texts into libxml2's compiled schema.
#pragma once

#include <libxml/xmlschemas.h>

#include <map>
#include <memory>
#include <string>

#include <tl/expected.hpp>

#include "gateway/xml/libxml.hpp"
#include "gateway/xml/schema_index.hpp"

namespace cvsgw::xml {

struct FreeSchema {
  void operator()(xmlSchema* schema) const noexcept { xmlSchemaFree(schema); }
};
using SchemaPtr = std::unique_ptr<xmlSchema, FreeSchema>;

struct CompiledSchemas {
  SchemaPtr schema;
  SchemaIndex index;
};

/// `texts` by target namespace. The error names the schema and the line.
tl::expected<CompiledSchemas, std::string> compileSchemas(const std::map<std::string, std::string>& texts);

}  // namespace cvsgw::xml
