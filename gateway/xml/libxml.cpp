#include "gateway/xml/libxml.hpp"

#include <libxml/catalog.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlschemastypes.h>

#include <mutex>

namespace cvsgw::xml {
namespace {

thread_local const InMemoryEntities* allowedEntities = nullptr;

// libxml2 asks here for everything outside the bytes that it was given: DTDs, entities, schema imports,
// XInclude.
xmlParserInput* loadEntity(const char* url, const char*, xmlParserCtxt* context) {
  if (allowedEntities == nullptr || url == nullptr) return nullptr;
  const std::string_view text = allowedEntities->find(url);
  if (text.data() == nullptr) return nullptr;
  xmlParserInputBuffer* buffer =
      xmlParserInputBufferCreateMem(text.data(), static_cast<int>(text.size()), XML_CHAR_ENCODING_UTF8);
  return buffer == nullptr ? nullptr : xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_UTF8);
}

// Its default prints to stderr, and its messages quote values.
void silent(void*, const char*, ...) {}

}  // namespace

void prepareLibrary() {
  static std::once_flag once;
  std::call_once(once, [] {
    xmlInitParser();
    xmlSchemaInitTypes();  // not safe once several threads validate
    xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE);
    xmlSetExternalEntityLoader(loadEntity);
    xmlThrDefSetGenericErrorFunc(nullptr, silent);
  });
  // The error function is a setting per thread, and a thread that touched libxml2 earlier has kept its own.
  thread_local const bool muted = (xmlSetGenericErrorFunc(nullptr, silent), true);
  static_cast<void>(muted);
}

LoadingAllowed::LoadingAllowed(const InMemoryEntities& entities) {
  allowedEntities = &entities;
}
LoadingAllowed::~LoadingAllowed() {
  allowedEntities = nullptr;
}

}  // namespace cvsgw::xml
