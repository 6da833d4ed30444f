#include "gateway/xml/promises.hpp"

#include "gateway/xml/libxml.hpp"

namespace cvsgw::xml {
namespace {

class Walk {
 public:
  explicit Walk(const Limits& limits) : limits_(limits) {}

  std::string look(const xmlNode* node, size_t depth) {
    switch (node->type) {
      case XML_PI_NODE:
        return "processing instruction";
      case XML_ENTITY_REF_NODE:
      case XML_ENTITY_NODE:
        return "entity";
      case XML_ELEMENT_NODE:
        return lookAtElement(node, depth + 1);
      default:
        return {};
    }
  }

 private:
  std::string lookAtElement(const xmlNode* element, size_t depth) {
    if (depth > limits_.depth) return "depth";
    if (++elements_ > limits_.elements) return "elements";
    if (viewOf(element->name).size() > limits_.nameBytes) return "name";
    size_t attributes = 0;
    for (const xmlAttr* a = element->properties; a != nullptr; a = a->next) ++attributes;
    if (attributes > limits_.attributesPerElement) return "attributes";
    size_t namespaces = 0;
    for (const xmlNs* ns = element->nsDef; ns != nullptr; ns = ns->next) ++namespaces;
    if (namespaces > limits_.namespacesPerElement) return "namespaces";
    bool text = false;
    bool comment = false;
    for (const xmlNode* child = element->children; child != nullptr; child = child->next) {
      text = text ||
             (child->type == XML_TEXT_NODE && viewOf(child->content).find_first_not_of(" \t\r\n") != npos);
      comment = comment || child->type == XML_COMMENT_NODE;
      std::string broken = look(child, depth);
      if (!broken.empty()) return broken;
    }
    return text && comment ? "comment in a value" : std::string();
  }

  static constexpr auto npos = std::string_view::npos;
  const Limits& limits_;
  size_t elements_ = 0;
};

}  // namespace

std::string brokenPromise(const Document& document, const Limits& limits) {
  const xmlNode* root = document.root().node();
  if (root->doc->intSubset != nullptr || root->doc->extSubset != nullptr) return "DTD";
  Walk walk(limits);
  for (const xmlNode* node = root->doc->children; node != nullptr; node = node->next) {
    std::string broken = walk.look(node, 0);
    if (!broken.empty()) return broken;
  }
  return {};
}

}  // namespace cvsgw::xml
