#include "gateway/xml/schema_set.hpp"

#include <libxml/xmlschemas.h>

#include <algorithm>

#include "gateway/xml/schema_compile.hpp"
#include "gateway/xml/utf8.hpp"
#include "gateway/xml/violations.hpp"

namespace cvsgw::xml {
namespace {

constexpr std::string_view kXsi = "http://www.w3.org/2001/XMLSchema-instance";
struct FreeValidator {
  void operator()(xmlSchemaValidCtxt* validator) const noexcept { xmlSchemaFreeValidCtxt(validator); }
};
struct FreeNode {
  void operator()(xmlNode* node) const noexcept { xmlFreeNode(node); }
};
using NodePtr = std::unique_ptr<xmlNode, FreeNode>;

void onFinding(void* violations, xmlError* error) {
  static_cast<Violations*>(violations)->add(*error);
}

void treatXsiAttributes(xmlNode* element, Violations& violations) {
  for (xmlAttr* attribute = element->properties; attribute != nullptr;) {
    xmlAttr* next = attribute->next;
    if (attribute->ns != nullptr && viewOf(attribute->ns->href) == kXsi) {
      const std::string_view name = viewOf(attribute->name);
      if (name == "type") violations.add(element, "xsi:type wordt niet aangenomen.");
      if (name == "nil") violations.add(element, "xsi:nil wordt niet aangenomen; laat het element weg.");
      xmlRemoveProp(attribute);
    }
    attribute = next;
  }
}

// Whitespace around a value whose type collapses it.
void trim(xmlNode* leaf, const TypeInfo* type) {
  if (type == nullptr || !SchemaIndex::isSimple(*type) || SchemaIndex::primitive(*type) == "string") return;
  xmlNode* text = leaf->children;
  if (text == nullptr || text->type != XML_TEXT_NODE || text->next != nullptr) return;
  const std::string_view value = viewOf(text->content);
  const size_t first = value.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return;
  const std::string kept(value.substr(first, value.find_last_not_of(kSpace) - first + 1));
  if (kept.size() != value.size())
    xmlNodeSetContentLen(text, asXml(kept.data()), static_cast<int>(kept.size()));
}

// `type` goes down with the element, so that nothing is looked up from the top for each. Depth is capped by
// the byte gate.
void prepare(xmlNode* element, const TypeInfo* type, Violations& violations) {
  if (element->properties != nullptr) treatXsiAttributes(element, violations);
  bool leaf = true;
  for (xmlNode* child = element->children; child != nullptr; child = child->next) {
    if (!isElement(child)) continue;
    leaf = false;
    const QName name{namespaceOf(child), viewOf(child->name)};
    prepare(child, type == nullptr ? nullptr : SchemaIndex::child(*type, name), violations);
  }
  if (leaf) trim(element, type);
}

const xmlNode* previousElement(const xmlNode* node) {
  for (node = node->prev; node != nullptr && !isElement(node);) node = node->prev;
  return node;
}

// Changes the tree of a refused message so that the next round sees what libxml2 did not look at in this one:
// an unknown or surplus element is taken out; before a known one that came too early an empty one of the
// expected name is put in, about which nothing is reported.
void makeWay(const Misplaced& misplaced, Violations& violations, std::vector<NodePtr>& removed) {
  xmlNode* node = misplaced.node;
  const xmlNode* previous = previousElement(node);
  const bool surplus = previous != nullptr && previous->name == node->name;
  if (violations.typeOf(node) == nullptr || surplus || misplaced.expected.empty()) {
    xmlUnlinkNode(node);
    removed.emplace_back(node);
    return;
  }
  const ExpectedName& wanted = misplaced.expected.front();
  xmlNs* ns = xmlSearchNsByHref(node->doc, node->parent, asXml(wanted.ns.c_str()));
  xmlNode* placeholder = xmlNewDocNode(node->doc, ns, asXml(wanted.local.c_str()), nullptr);
  violations.ignore(placeholder);
  xmlAddPrevSibling(node, placeholder);
}

Fault schemaFault(Violations& violations) {
  Fault fault;
  fault.kind = FaultKind::schemaInvalid;
  if (violations.overflow()) {
    fault.text = CallerText("Het bericht voldoet op meer dan " + std::to_string(SchemaSet::kMostViolations) +
                            " plaatsen niet aan het schema; de eerste " +
                            std::to_string(SchemaSet::kMostViolations) + " zijn genoemd.");
  }
  fault.violations = violations.take();
  // What a later round found stands behind what an earlier one did; people read a message from the top.
  std::stable_sort(fault.violations.begin(), fault.violations.end(),
                   [](const Violation& a, const Violation& b) { return a.line < b.line; });
  fault.log = LogText(std::to_string(fault.violations.size()) + " schema violations");
  return fault;
}

}  // namespace

struct SchemaSet::Compiled {
  CompiledSchemas schemas;
};

SchemaSet::SchemaSet(std::unique_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
SchemaSet::SchemaSet(SchemaSet&&) noexcept = default;
SchemaSet& SchemaSet::operator=(SchemaSet&&) noexcept = default;
SchemaSet::~SchemaSet() = default;

tl::expected<SchemaSet, std::string> SchemaSet::compile(const std::map<std::string, std::string>& texts) {
  auto schemas = compileSchemas(texts);
  if (!schemas) return tl::unexpected(std::move(schemas.error()));
  return SchemaSet(std::make_unique<const Compiled>(Compiled{std::move(*schemas)}));
}

Outcome<ValidatedBody> SchemaSet::validate(Envelope& envelope) const {
  prepareLibrary();
  const Element operation = envelope.operation();
  const SchemaIndex& index = compiled_->schemas.index;
  Violations violations(index, operation.node());
  prepare(operation.node(), index.element(operation.name()), violations);

  const std::unique_ptr<xmlSchemaValidCtxt, FreeValidator> validator(
      xmlSchemaNewValidCtxt(compiled_->schemas.schema.get()));
  if (!validator) return refuse(FaultKind::internal, {}, "no memory for a schema validator");
  xmlSchemaSetValidStructuredErrors(validator.get(), onFinding, &violations);
  const int first = xmlSchemaValidateOneElement(validator.get(), operation.node());
  if (first < 0) return refuse(FaultKind::internal, {}, "libxml2 could not validate");
  if (first == 0 && violations.empty()) return ValidatedBody(operation);

  // Each round reports something new or makes way for it, so more rounds than violations are not worth their
  // time.
  std::vector<NodePtr> removed;
  for (size_t round = 1; round < kMostViolations && !violations.overflow(); ++round) {
    const std::vector<Misplaced> misplaced = violations.takeMisplaced();
    if (misplaced.empty()) break;
    for (const Misplaced& one : misplaced) {
      if (one.node != operation.node()) makeWay(one, violations, removed);
    }
    xmlSchemaValidateOneElement(validator.get(), operation.node());
  }
  return tl::unexpected(schemaFault(violations));
}

}  // namespace cvsgw::xml
