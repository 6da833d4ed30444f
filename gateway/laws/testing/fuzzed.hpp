// What must hold between the two readers of a message, libxml2 with the schema and gSOAP with its binding,
// for the fuzz targets and the replay of their corpus.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cvsH.h"
#include "gateway/description/contract.hpp"
#include "gateway/laws/binding.hpp"
#include "gateway/xml/canonical.hpp"
#include "gateway/xml/testing/tree.hpp"

// gSOAP's tree of any XML; the library has it, the contract's generated code does not declare it.
SOAP_FMAC1 soap_dom_element* SOAP_FMAC2 soap_in_xsd__anyType(soap*, const char*, soap_dom_element*,
                                                             const char*);

namespace cvsgw::laws::testing {

/// The contract's own schemas, compiled once.
inline const xml::SchemaSet& schemasOfTheContract() {
  static const description::Contract contract("https://localhost");
  static const xml::SchemaSet set = std::move(xml::SchemaSet::compile(contract.xsdTexts()).value());
  return set;
}

/// One element that may hold anything, so that the readers meet more than the contract lets through.
inline const xml::SchemaSet& schemaOfAnything() {
  static const xml::SchemaSet set = std::move(
      xml::SchemaSet::compile(
          {{"urn:o",
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:o' "
            "elementFormDefault='qualified'><xs:element name='Alles' type='xs:anyType'/></xs:schema>"}})
          .value());
  return set;
}

/// The canonical bytes that the binding gets; nothing when the message is refused before.
inline std::optional<std::string> canonicalOf(std::string_view bytes, const xml::SchemaSet& schemas) {
  auto canonical =
      xml::byteGate(bytes).and_then(xml::parse).and_then(xml::openEnvelope).and_then([&](xml::Envelope e) {
        return schemas.validate(e).and_then(xml::canonicalBody);
      });
  return canonical ? std::optional(*std::move(canonical)) : std::nullopt;
}

/// Empty, or what one reader has for a value that may be any text and the other has not.
inline std::string kenmerkFlaw(const std::string& canonical) {
  const auto document = xml::byteGate(canonical).and_then(xml::parse);
  if (!document) return "the canonical form cannot be read";
  if (!document->root().is("urn:inburgering:cvs-isi:algemeen:v1", "Ping")) return {};
  BindingContext context(canonical);
  _alg__Ping ping;
  ping.soap_default(context.get());
  if (soap_begin_recv(context.get()) != SOAP_OK ||
      soap_get__alg__Ping(context.get(), &ping, nullptr, nullptr) == nullptr)
    return "valid and not bound";
  const auto children = document->root().children();
  if (children.empty() != (ping.gebruikerkenmerk == nullptr)) return "a field that only one of them sees";
  if (children.empty() || children[0].exactText() == *ping.gebruikerkenmerk) return {};
  return "'" + children[0].exactText() + "' and '" + *ping.gebruikerkenmerk + "'";
}

/// Empty, or what does not hold: what the contract's schema finds valid is bound, whatever the operation.
inline std::string bindingFlaw(std::string_view bytes) {
  const auto canonical = canonicalOf(bytes, schemasOfTheContract());
  if (!canonical) return {};
  BindingContext context(*canonical);
  int type = 0;
  const bool bound =
      soap_begin_recv(context.get()) == SOAP_OK && soap_getelement(context.get(), nullptr, &type) != nullptr;
  if (!bound || context.get()->error != SOAP_OK)
    return "valid and not bound: gSOAP's error " + std::to_string(context.get()->error);
  return type == 0 ? "bound to nothing" : kenmerkFlaw(*canonical);
}

/// Text without what canonical XML and gSOAP's tree may place differently: white space between elements, and
/// a byte order mark at the beginning of a piece of text. That is all that is not compared: the contract has
/// no element with both text and elements in it, and of text alone the white space that the binding reads is
/// compared (kenmerkFlaw).
inline std::string withoutSpace(std::string text) {
  for (std::size_t at = 0; (at = text.find("\xEF\xBB\xBF", at)) != std::string::npos;) text.erase(at, 3);
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  return text;
}

inline std::string textOf(const soap_dom_element& element) {
  std::string text;
  for (const char* part : {element.lead, element.text, element.code, element.tail})
    if (part != nullptr && part != element.lead && part != element.tail) text += part;
  for (const soap_dom_element* child = element.elts; child != nullptr; child = child->next)
    if (child->name == nullptr) text += textOf(*child);
  return text;
}

/// gSOAP's soap_tag_cmp() for the end of a name: in capitals or not, and a hyphen is any one byte.
inline bool endsAsGsoapSees(std::string_view text, std::string_view end) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return text.size() >= end.size() &&
         std::ranges::equal(text.substr(text.size() - end.size()), end,
                            [&](char c, char e) { return e == '-' || lower(c) == lower(e); });
}

/// gSOAP takes http://www.w3.org/<anything>/XMLSchema-instance for the one of 2001, and in the same way three
/// others (cvs.nsmap), of each the first spelling that a message declares; this takes all spellings for one,
/// on both sides. None is a namespace of the contract, nor has the contract any attribute, so that what gSOAP
/// makes of them does not reach the binding (corpus: nil-of-1999).
inline std::string renamed(std::string_view space) {
  constexpr std::string_view kBegin = "http://www.w3.org/";
  for (const auto& [end, name] :
       {std::pair{"/soap-envelope", "http://schemas.xmlsoap.org/soap/envelope/"},
        std::pair{"/soap-encoding", "http://schemas.xmlsoap.org/soap/encoding/"},
        std::pair{"/XMLSchema-instance", "http://www.w3.org/2001/XMLSchema-instance"},
        std::pair{"/XMLSchema", "http://www.w3.org/2001/XMLSchema"}})
    if (space.size() > kBegin.size() && endsAsGsoapSees(space.substr(0, kBegin.size()), kBegin) &&
        endsAsGsoapSees(space.substr(kBegin.size()), end))
      return name;
  return std::string(space);
}

/// All attributes as libxml2 has them and as gSOAP has them, sorted; where a namespace is declared is not
/// compared, the names show what came of it.
inline std::vector<xml::testing::Attribute> comparable(const xml::Element& element) {
  auto found = xml::testing::attributesOf(element);
  for (xml::testing::Attribute& attribute : found) attribute.ns = renamed(attribute.ns);
  std::ranges::sort(found);
  return found;
}
inline std::vector<xml::testing::Attribute> comparable(const soap_dom_element& element) {
  std::vector<xml::testing::Attribute> found;
  for (const soap_dom_attribute* a = element.atts; a != nullptr; a = a->next) {
    const std::string name = a->name;
    if (name == "xmlns" || name.starts_with("xmlns:")) continue;
    const std::size_t at = name.find(':');
    std::string space = at == std::string::npos || a->nstr == nullptr ? "" : a->nstr;
    if (name.starts_with("xml:")) space = "http://www.w3.org/XML/1998/namespace";
    found.push_back({renamed(space), name.substr(at == std::string::npos ? 0 : at + 1),
                     a->text != nullptr ? a->text : ""});
  }
  std::ranges::sort(found);
  return found;
}

/// Empty, or an attribute that only one of them sees, or sees with this value.
inline std::string attributeDifference(const xml::Element& ours, const soap_dom_element& theirs) {
  const auto mine = comparable(ours);
  const auto other = comparable(theirs);
  const auto [left, right] = std::ranges::mismatch(mine, other);
  if (left == mine.end() && right == other.end()) return {};
  const auto& first = left == mine.end() ? *right : *left;
  return "another " + first.name + "='" + first.value + "'";
}

/// Empty, or where gSOAP's tree is another than libxml2's.
inline std::string difference(const xml::Element& ours, const soap_dom_element& theirs) {
  const auto [ns, local] = ours.name();
  const std::string name = theirs.name != nullptr ? theirs.name : "";
  const std::size_t colon = name.find(':');
  if (name.substr(colon == std::string::npos ? 0 : colon + 1) != local) return "another name: " + name;
  if (renamed(theirs.nstr != nullptr ? theirs.nstr : "") != renamed(ns))
    return "another namespace of " + name;
  const auto children = ours.children();
  std::size_t count = 0;
  for (const soap_dom_element* child = theirs.elts; child != nullptr; child = child->next) {
    if (child->name == nullptr) continue;
    if (count == children.size()) return "more children in " + name;
    if (auto inside = difference(children[count++], *child); !inside.empty()) return inside;
  }
  if (count != children.size()) return "fewer children in " + name;
  if (auto other = attributeDifference(ours, theirs); !other.empty()) return other + " of " + name;
  const std::string mine = ours.exactText();
  const std::string other = textOf(theirs);
  // Its tree has no white space and no byte order mark at the beginning of a text; what the binding reads
  // does (kenmerkFlaw).
  const auto trimmed = [](std::string text) {
    for (bool more = true; more;) {
      const std::size_t before = text.size();
      text.erase(0, text.find_first_not_of(" \t\r\n"));
      if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
      more = text.size() < before;
    }
    return text;
  };
  if (children.empty() ? trimmed(mine) != trimmed(other)
                       : withoutSpace(trimmed(mine)) != withoutSpace(trimmed(other)))
    return "another text in " + name + ": '" + mine + "' and '" + other + "'";
  return {};
}

/// Empty, or what one reader sees and the other does not. What gSOAP refuses altogether is no difference: the
/// message is then not processed.
inline std::string readersFlaw(std::string_view bytes) {
  const auto canonical = canonicalOf(bytes, schemaOfAnything());
  if (!canonical) return {};
  const auto again = xml::byteGate(*canonical).and_then(xml::parse);
  if (!again) return "the canonical form cannot be read";
  BindingContext context(*canonical);
  soap_dom_element tree;
  tree.soap = context.get();
  if (soap_begin_recv(context.get()) != SOAP_OK ||
      soap_in_xsd__anyType(context.get(), nullptr, &tree, nullptr) == nullptr)
    return {};
  return difference(again->root(), tree);
}

}  // namespace cvsgw::laws::testing
