#include "tests/contract/records/xsd.hpp"

#include <array>
#include <optional>
#include <set>
#include <stdexcept>

#include "gateway/description/contract.hpp"
#include "gateway/xml/document.hpp"

namespace cvsgw::contract {

namespace {

constexpr std::string_view kXs = "http://www.w3.org/2001/XMLSchema";
constexpr std::array kNamespaces = {Namespace::gemeenschappelijk, Namespace::algemeen, Namespace::wi2007,
                                    Namespace::wi2013, Namespace::wi2021};

[[noreturn]] void fail(const std::string& what) {
  throw std::runtime_error("schema: " + what);
}

std::string attribute(const xml::Element& element, std::string_view name) {
  return element.attribute("", name).value_or("");
}

std::optional<xml::Element> child(const xml::Element& element, std::string_view name) {
  for (const xml::Element& candidate : element.children()) {
    if (candidate.is(kXs, name)) return candidate;
  }
  return std::nullopt;
}

/// The files keep to these prefixes: `xs`, `g`, and for a schema's own types none or its own.
std::optional<TypeKey> resolve(Namespace own, const std::string& qname) {
  const auto colon = qname.find(':');
  const std::string prefix = colon == std::string::npos ? "" : qname.substr(0, colon);
  const std::string local = colon == std::string::npos ? qname : qname.substr(colon + 1);
  if (prefix == "xs") return std::nullopt;
  if (prefix == "g") return TypeKey{Namespace::gemeenschappelijk, local};
  if (prefix.empty() || prefix == "w07" || prefix == "w13" || prefix == "w21" || prefix == "alg" ||
      prefix == "tns") {
    return TypeKey{own, local};
  }
  fail("prefix " + prefix);
}

FieldShape::Kind builtInKind(const std::string& qname) {
  using Kind = FieldShape::Kind;
  static const std::map<std::string, Kind> kinds = {{"xs:string", Kind::string},
                                                    {"xs:date", Kind::date},
                                                    {"xs:dateTime", Kind::moment},
                                                    {"xs:int", Kind::integer},
                                                    {"xs:long", Kind::integer},
                                                    {"xs:boolean", Kind::boolean},
                                                    {"xs:decimal", Kind::decimal},
                                                    // In a record as the text that is written.
                                                    {"xs:base64Binary", Kind::string}};
  const auto found = kinds.find(qname);
  if (found == kinds.end()) fail("no kind of field for " + qname);
  return found->second;
}

class Reader {
 public:
  Schemas read() {
    const description::Contract contract("https://cvs-isi.test");
    for (const Namespace ns : kNamespaces) declare(ns, contract.xsdTexts().at(std::string(namespaceUri(ns))));
    for (const auto& [key, element] : complex_) schemas_.complexTypes.emplace(key, describe(key, element));
    return std::move(schemas_);
  }

 private:
  void declare(Namespace ns, const std::string& text) {
    const auto bytes = xml::byteGate(text, xml::Limits{.bytes = 1U << 22, .elements = 100000});
    if (!bytes) fail(bytes.error().log.str());
    auto document = xml::parse(*bytes);
    if (!document) fail(document.error().log.str());
    documents_.push_back(std::move(*document));
    for (const xml::Element& top : documents_.back().root().children()) {
      const TypeKey key{ns, attribute(top, "name")};
      if (top.is(kXs, "complexType")) {
        complex_.emplace(key, top);
      } else if (top.is(kXs, "simpleType")) {
        simple_.emplace(key, top);
        declareEnumeration(key, top);
      } else if (top.is(kXs, "element") && child(top, "complexType")) {
        complex_.emplace(key, *child(top, "complexType"));
        if (key.name.ends_with("Response")) schemas_.answers.push_back(key);
      }
    }
  }

  void declareEnumeration(const TypeKey& key, const xml::Element& type) {
    std::vector<std::string> values;
    for (const xml::Element& facet : child(type, "restriction").value().children()) {
      if (facet.is(kXs, "enumeration")) values.push_back(attribute(facet, "value"));
    }
    if (!values.empty()) schemas_.enumerations.emplace(key, std::move(values));
  }

  static std::vector<xml::Element> elementsOf(const TypeKey& key, const xml::Element& type) {
    std::vector<xml::Element> elements;
    const auto sequence = child(type, "sequence");
    if (!sequence) fail(key.name + " is no sequence");
    for (const xml::Element& element : sequence->children()) {
      if (!element.is(kXs, "element")) fail(key.name + " holds something else than elements");
      elements.push_back(element);
    }
    return elements;
  }

  ComplexType describe(const TypeKey& key, const xml::Element& type) const {
    ComplexType result;
    for (const xml::Element& element : elementsOf(key, type)) {
      FieldShape shape;
      shape.name = attribute(element, "name");
      shape.optional = attribute(element, "minOccurs") == "0";
      const auto target = fill(shape, key.ns, element);
      if (target) result.leadsTo.push_back(*target);
      result.shapes.push_back(std::move(shape));
    }
    return result;
  }

  /// Sets the kind, and gives the record that the field holds.
  std::optional<TypeKey> fill(FieldShape& shape, Namespace own, const xml::Element& element) const {
    const auto target = resolve(own, typeName(element));
    if (!target || simple_.contains(*target)) {
      shape.kind = simpleKind(own, element);
      return std::nullopt;
    }
    if (target->name == "CodeType" && target->ns == Namespace::gemeenschappelijk) {
      shape.kind = FieldShape::Kind::code;
      return std::nullopt;
    }
    const auto found = complex_.find(*target);
    if (found == complex_.end()) fail("no type " + target->name);
    const auto inner = elementsOf(*target, found->second);
    if (inner.size() != 1 || attribute(inner[0], "maxOccurs").empty()) {
      shape.kind = FieldShape::Kind::record;
      shape.recordType = target->name;
      return target;
    }
    shape.kind = FieldShape::Kind::list;
    shape.itemName = attribute(inner[0], "name");
    FieldShape item;
    const auto itemTarget = fill(item, target->ns, inner[0]);
    shape.recordType = item.recordType;
    return itemTarget;
  }

  /// The named type of an element; the base of a type that is written inside it.
  static std::string typeName(const xml::Element& element) {
    if (const auto inline_ = child(element, "simpleType")) {
      return attribute(child(*inline_, "restriction").value(), "base");
    }
    return attribute(element, "type");
  }

  FieldShape::Kind simpleKind(Namespace own, const xml::Element& element) const {
    std::string name = typeName(element);
    while (const auto key = resolve(own, name)) {
      name = attribute(child(simple_.at(*key), "restriction").value(), "base");
      own = key->ns;
    }
    return builtInKind(name);
  }

  std::vector<xml::Document> documents_;  // the elements below borrow from these
  std::map<TypeKey, xml::Element> complex_;
  std::map<TypeKey, xml::Element> simple_;
  Schemas schemas_;
};

}  // namespace

std::vector<TypeKey> Schemas::answerTypes() const {
  std::vector<TypeKey> found = answers;
  std::set<TypeKey> seen(found.begin(), found.end());
  for (std::size_t at = 0; at < found.size(); ++at) {
    for (const TypeKey& next : complexTypes.at(found[at]).leadsTo) {
      if (seen.insert(next).second) found.push_back(next);
    }
  }
  return found;
}

Schemas readSchemas() {
  return Reader().read();
}

}  // namespace cvsgw::contract
