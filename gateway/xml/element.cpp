#include "gateway/xml/element.hpp"

#include "gateway/xml/libxml.hpp"
#include "gateway/xml/utf8.hpp"

namespace cvsgw::xml {

QName Element::name() const {
  return {namespaceOf(node_), viewOf(node_->name)};
}

int Element::line() const {
  return static_cast<int>(xmlGetLineNo(node_));
}

std::vector<Element> Element::children() const {
  std::vector<Element> found;
  for (xmlNode* child = node_->children; child != nullptr; child = child->next) {
    if (isElement(child)) found.emplace_back(child);
  }
  return found;
}

std::string Element::exactText() const {
  std::string text;
  for (const xmlNode* child = node_->children; child != nullptr; child = child->next) {
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      text.append(viewOf(child->content));
  }
  return text;
}

std::string Element::text() const {
  const std::string exact = exactText();
  const size_t first = exact.find_first_not_of(kSpace);
  if (first == std::string::npos) return {};
  return exact.substr(first, exact.find_last_not_of(kSpace) - first + 1);
}

std::optional<std::string> Element::attribute(std::string_view ns, std::string_view local) const {
  for (const xmlAttr* attribute = node_->properties; attribute != nullptr; attribute = attribute->next) {
    const std::string_view attributeNs =
        attribute->ns == nullptr ? std::string_view{} : viewOf(attribute->ns->href);
    if (attributeNs != ns || viewOf(attribute->name) != local) continue;
    std::string value;
    for (const xmlNode* part = attribute->children; part != nullptr; part = part->next)
      value.append(viewOf(part->content));
    return value;
  }
  return std::nullopt;
}

}  // namespace cvsgw::xml
