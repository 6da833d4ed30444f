#include "gateway/xml/schema_index.hpp"

#include "gateway/xml/libxml.hpp"

namespace cvsgw::xml {
namespace {

std::string attributeOf(const Element& element, std::string_view name) {
  return element.attribute({}, name).value_or(std::string());
}

bool isXsd(const Element& element, std::string_view local) {
  return element.is(kXsd, local);
}

}  // namespace

void SchemaIndex::declare(const Element& schema) {
  const std::string ns = attributeOf(schema, "targetNamespace");
  for (const Element& child : schema.children()) {
    if (isXsd(child, "simpleType") || isXsd(child, "complexType")) {
      TypeInfo& type = make();
      type.name = attributeOf(child, "name");
      globalTypes_[{ns, type.name}] = &type;
      pendingTypes_.push_back({&type, child, ns});
    } else if (isXsd(child, "element")) {
      pendingElements_.emplace_back(child, ns);
    }
  }
}

void SchemaIndex::resolve() {
  for (const Pending& pending : pendingTypes_) {
    if (isXsd(pending.source, "simpleType")) {
      readSimple(*pending.type, pending.source, pending.ns);
    } else {
      readComplex(*pending.type, pending.source, pending.ns);
    }
  }
  for (const auto& [source, ns] : pendingElements_)
    elements_[{ns, attributeOf(source, "name")}] = typeOf(source, ns);
  // The elements borrow from schema documents that go when compiling is done.
  pendingTypes_.clear();
  pendingElements_.clear();
}

const TypeInfo* SchemaIndex::typeOf(const Element& declaration, const std::string& ns) {
  if (const auto name = declaration.attribute({}, "type")) return named(declaration, *name);
  for (const Element& child : declaration.children()) {
    const bool simple = isXsd(child, "simpleType");
    if (!simple && !isXsd(child, "complexType")) continue;
    TypeInfo& type = make();
    simple ? readSimple(type, child, ns) : readComplex(type, child, ns);
    return &type;
  }
  return nullptr;
}

const TypeInfo* SchemaIndex::named(const Element& context, std::string_view qname) {
  const size_t colon = qname.find(':');
  const std::string prefix(colon == std::string_view::npos ? std::string_view{} : qname.substr(0, colon));
  const std::string local(colon == std::string_view::npos ? qname : qname.substr(colon + 1));
  xmlNode* node = context.node();
  const xmlNs* found = xmlSearchNs(node->doc, node, prefix.empty() ? nullptr : asXml(prefix.c_str()));
  const std::string ns(found == nullptr ? std::string_view{} : viewOf(found->href));
  if (ns == kXsd) {
    TypeInfo*& type = builtIns_[local];
    if (type == nullptr) {
      type = &make();
      type->name = local;
      type->builtIn = true;
    }
    return type;
  }
  const auto type = globalTypes_.find({ns, local});
  return type == globalTypes_.end() ? nullptr : type->second;
}

void SchemaIndex::readSimple(TypeInfo& type, const Element& source, const std::string& ns) {
  for (const Element& restriction : source.children()) {
    if (!isXsd(restriction, "restriction")) continue;
    type.base = restriction.attribute({}, "base") ? named(restriction, attributeOf(restriction, "base"))
                                                  : typeOf(restriction, ns);
    for (const Element& facet : restriction.children()) {
      const auto value = facet.attribute({}, "value");
      if (!value) continue;
      if (isXsd(facet, "enumeration")) {
        type.enumeration.push_back(*value);
      } else {
        type.facets[std::string(facet.name().local)] = *value;
      }
    }
  }
}

void SchemaIndex::readComplex(TypeInfo& type, const Element& source, const std::string& ns) {
  type.complex = true;
  for (const Element& child : source.children()) {
    const bool content = isXsd(child, "complexContent") || isXsd(child, "simpleContent");
    if (!content) {
      readChildren(type, child, ns);
      continue;
    }
    for (const Element& derivation : child.children()) {
      if (!isXsd(derivation, "extension") && !isXsd(derivation, "restriction")) continue;
      type.base = named(derivation, attributeOf(derivation, "base"));
      for (const Element& group : derivation.children()) readChildren(type, group, ns);
    }
  }
}

void SchemaIndex::readChildren(TypeInfo& type, const Element& group, const std::string& ns) {
  if (!isXsd(group, "sequence")) return;  // the contract's types have no other group
  for (const Element& item : group.children()) {
    if (isXsd(item, "sequence")) readChildren(type, item, ns);
    if (!isXsd(item, "element")) continue;
    type.children.push_back({attributeOf(item, "name"), ns, typeOf(item, ns)});
  }
}

const TypeInfo* SchemaIndex::element(const QName& name) const {
  const auto found = elements_.find({std::string(name.ns), std::string(name.local)});
  return found == elements_.end() ? nullptr : found->second;
}

const TypeInfo* SchemaIndex::child(const TypeInfo& type, const QName& name) {
  for (const TypeInfo* level = &type; level != nullptr; level = level->base) {
    for (const ElementInfo& info : level->children) {
      if (info.name == name.local && info.ns == name.ns) return info.type;
    }
  }
  return nullptr;
}

bool SchemaIndex::isSimple(const TypeInfo& type) {
  return !type.complex;
}

std::string_view SchemaIndex::primitive(const TypeInfo& type) {
  const TypeInfo* level = &type;
  while (level->base != nullptr) level = level->base;
  return level->builtIn ? std::string_view(level->name) : std::string_view{};
}

std::optional<std::string_view> SchemaIndex::facet(const TypeInfo& type, std::string_view name) {
  for (const TypeInfo* level = &type; level != nullptr; level = level->base) {
    if (const auto found = level->facets.find(name); found != level->facets.end()) return found->second;
  }
  return std::nullopt;
}

const std::vector<std::string>* SchemaIndex::enumeration(const TypeInfo& type) {
  for (const TypeInfo* level = &type; level != nullptr; level = level->base) {
    if (!level->enumeration.empty()) return &level->enumeration;
  }
  return nullptr;
}

}  // namespace cvsgw::xml
