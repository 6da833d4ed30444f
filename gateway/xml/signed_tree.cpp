#include "gateway/xml/signed_tree.hpp"

#include "gateway/xml/libxml.hpp"

namespace cvsgw::xml {
namespace {

constexpr std::string_view kXmlItself = "http://www.w3.org/XML/1998/namespace";

std::string valueOf(const xmlAttr* attribute) {
  std::string value;
  for (const xmlNode* part = attribute->children; part != nullptr; part = part->next)
    value.append(viewOf(part->content));
  return value;
}

std::string_view namespaceOf(const xmlAttr* attribute) {
  return attribute->ns == nullptr ? std::string_view{} : viewOf(attribute->ns->href);
}

bool endsInId(std::string_view name) {
  if (name.size() < 2) return false;
  const std::string_view end = name.substr(name.size() - 2);
  return (end[0] | 0x20) == 'i' && (end[1] | 0x20) == 'd';
}

// As deep as the byte gate lets a message be.
void look(const xmlNode* node, TreeSurvey& seen) {
  if (node->type == XML_COMMENT_NODE) seen.comment = true;
  if (!isElement(node)) return;
  ++seen.elements;
  for (const xmlAttr* attribute = node->properties; attribute != nullptr; attribute = attribute->next) {
    if (namespaceOf(attribute) == kXmlItself) seen.xmlAttribute = true;
    if (endsInId(viewOf(attribute->name))) seen.ids.push_back(valueOf(attribute));
  }
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) look(child, seen);
}

}  // namespace

TreeSurvey survey(const Envelope& envelope) {
  TreeSurvey seen;
  const xmlNode* root = envelope.root().node();
  look(root, seen);
  // What stands beside the root belongs to no element; only comments can, the gate lets nothing else through.
  for (const xmlNode* node = root->doc->children; node != nullptr; node = node->next)
    seen.comment = seen.comment || node->type == XML_COMMENT_NODE;
  return seen;
}

bool findableBy(const Element& element, std::string_view ns, std::string_view local) {
  xmlNode* node = element.node();
  for (xmlAttr* attribute = node->properties; attribute != nullptr; attribute = attribute->next) {
    if (namespaceOf(attribute) != ns || viewOf(attribute->name) != local) continue;
    const std::string value = valueOf(attribute);
    return xmlAddID(nullptr, node->doc, asXml(value.c_str()), attribute) != nullptr;
  }
  return false;
}

std::string qualifiedName(const Element& element) {
  const xmlNode* node = element.node();
  std::string name;
  if (node->ns != nullptr && node->ns->prefix != nullptr) name.append(viewOf(node->ns->prefix)).append(":");
  return name.append(viewOf(node->name));
}

std::string withBodyContent(Envelope& envelope, std::string_view content, const Element& dropped) {
  // The gate lets no processing instruction in, and the serialiser writes `<` of values as `&lt;`: this one
  // is found once, and it is ours.
  constexpr std::string_view kMark = "<?body?>";
  xmlUnlinkNode(dropped.node());
  xmlFreeNode(dropped.node());
  xmlNode* body = envelope.body().node();
  while (xmlNode* child = body->children) {
    xmlUnlinkNode(child);
    xmlFreeNode(child);
  }
  xmlAddChild(body, xmlNewDocPI(body->doc, asXml("body"), nullptr));
  const std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)> buffer(xmlBufferCreate(), xmlBufferFree);
  xmlNodeDump(buffer.get(), body->doc, envelope.root().node(), 0, 0);
  std::string text(viewOf(xmlBufferContent(buffer.get())));
  const std::size_t at = text.find(kMark);
  return at == std::string::npos ? std::string() : text.replace(at, kMark.size(), content);
}

void setUpBeside(void (*setUp)()) {
  prepareLibrary();
  const xmlExternalEntityLoader loader = xmlGetExternalEntityLoader();
  setUp();
  xmlSetExternalEntityLoader(loader);
}

}  // namespace cvsgw::xml
