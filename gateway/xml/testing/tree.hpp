// For fuzzing and tests: all that two trees can differ in.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "gateway/xml/element.hpp"
#include "gateway/xml/libxml.hpp"

namespace cvsgw::xml::testing {

struct Attribute {
  std::string ns, name, value;
  auto operator<=>(const Attribute&) const = default;
};

/// All attributes of an element, sorted; what declares a namespace is none.
inline std::vector<Attribute> attributesOf(const Element& element) {
  std::vector<Attribute> found;
  for (const xmlAttr* a = element.node()->properties; a != nullptr; a = a->next) {
    std::string value;
    for (const xmlNode* part = a->children; part != nullptr; part = part->next)
      value += viewOf(part->content);
    found.push_back(
        {std::string(a->ns == nullptr ? "" : viewOf(a->ns->href)), std::string(viewOf(a->name)), value});
  }
  std::ranges::sort(found);
  return found;
}

/// What is left out of written().
struct Without {
  const _xmlNode* element = nullptr;    ///< altogether
  const _xmlNode* contentOf = nullptr;  ///< what is in it; itself it stays
};

inline std::string piece(std::string_view text) {
  return std::to_string(text.size()) + ":" + std::string(text);
}

/// The element and all that is in it, so that two that differ are written differently: prefixes, declarations
/// and their order, white space and comments count. How a character was written (CDATA, &#10;) does not. As
/// deep as the byte gate lets a message be.
inline std::string written(const Element& element, const Without& without = {}) {
  const xmlNode* node = element.node();
  std::string out = "<" + piece(node->ns == nullptr ? std::string_view() : viewOf(node->ns->prefix)) +
                    piece(namespaceOf(node)) + piece(viewOf(node->name));
  for (const xmlNs* ns = node->nsDef; ns != nullptr; ns = ns->next)
    out += " ns " + piece(viewOf(ns->prefix)) + piece(viewOf(ns->href));
  for (const Attribute& a : attributesOf(element))
    out += " @ " + piece(a.ns) + piece(a.name) + piece(a.value);
  std::string text;
  const auto endOfText = [&] {
    if (!text.empty()) out += " text " + piece(text);
    text.clear();
  };
  for (xmlNode* child = node == without.contentOf ? nullptr : node->children; child != nullptr;
       child = child->next) {
    if (child == without.element) continue;
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
      text += viewOf(child->content);
      continue;
    }
    endOfText();
    if (isElement(child))
      out += written(Element(child), without);
    else
      out += " other " + std::to_string(child->type) + piece(viewOf(child->content));
  }
  endOfText();
  return out + ">";
}

}  // namespace cvsgw::xml::testing
