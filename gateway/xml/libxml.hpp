// Room-internal: libxml2's owners as unique_ptr, and its global switches. Only gateway/xml includes libxml2.
#pragma once

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <memory>
#include <string_view>

namespace cvsgw::xml {

struct FreeDoc {
  void operator()(xmlDoc* doc) const noexcept { xmlFreeDoc(doc); }
};
struct FreeParser {
  void operator()(xmlParserCtxt* parser) const noexcept { xmlFreeParserCtxt(parser); }
};
using DocPtr = std::unique_ptr<xmlDoc, FreeDoc>;
using ParserPtr = std::unique_ptr<xmlParserCtxt, FreeParser>;

inline std::string_view viewOf(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(text));
}
inline const xmlChar* asXml(const char* text) {
  return reinterpret_cast<const xmlChar*>(text);
}

inline bool isElement(const xmlNode* node) {
  return node != nullptr && node->type == XML_ELEMENT_NODE;
}
inline std::string_view namespaceOf(const xmlNode* node) {
  return node->ns == nullptr ? std::string_view{} : viewOf(node->ns->href);
}

/// Sets up libxml2 once for the process: no catalogs, nothing loaded from disk or network, nothing printed.
/// Every entry of this room calls it. Threading: any thread, any number of times.
void prepareLibrary();

/// Room-internal, for the compiler of schemas: while one lives, this thread's libxml2 may load these texts by
/// these names. Everything else stays refused.
class InMemoryEntities {
 public:
  virtual ~InMemoryEntities() = default;
  /// Nothing (data() null) when unknown.
  virtual std::string_view find(std::string_view name) const = 0;
};
class LoadingAllowed {
 public:
  explicit LoadingAllowed(const InMemoryEntities& entities);
  ~LoadingAllowed();
  LoadingAllowed(const LoadingAllowed&) = delete;
  LoadingAllowed& operator=(const LoadingAllowed&) = delete;
};

}  // namespace cvsgw::xml
