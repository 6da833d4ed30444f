#include "gateway/xml/violations.hpp"

#include <libxml/xmlerror.h>

#include <algorithm>

#include "gateway/xml/reasons.hpp"
#include "gateway/xml/schema_set.hpp"

namespace cvsgw::xml {
namespace {

bool isNameText(std::string_view text) {
  const auto legal = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
  };
  return !text.empty() && std::all_of(text.begin(), text.end(), legal);
}

// The list behind the last "Expected is" of libxml2's message: `one of ( {ns}a, {ns}b )`. It comes from the
// schema; what stands before it quotes names of the message, which hold no spaces (the parser refuses a
// namespace that is no URI).
std::vector<ExpectedName> expectedNames(const char* message) {
  std::vector<ExpectedName> names;
  const std::string_view text = message == nullptr ? std::string_view{} : std::string_view(message);
  size_t at = text.rfind("Expected is");
  if (at == std::string_view::npos || (at = text.find("( ", at)) == std::string_view::npos) return names;
  std::string_view rest =
      text.substr(at + 2, text.rfind(" )") == std::string_view::npos ? std::string_view::npos
                                                                     : text.rfind(" )") - at - 2);
  while (!rest.empty()) {
    const size_t comma = rest.find(", ");
    const std::string_view item = rest.substr(0, comma);
    const size_t brace = item.rfind('}');
    if (item.front() == '{' && brace != std::string_view::npos && isNameText(item.substr(brace + 1))) {
      names.push_back({std::string(item.substr(1, brace - 1)), std::string(item.substr(brace + 1))});
    }
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 2);
  }
  return names;
}

// A caller may have put anything in the place of a name. Names of the contract have no such runs of digits.
std::string shownName(std::string_view name) {
  size_t digits = 0;
  for (const char c : name) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    if (digits > 4) return "(onbekend)";
  }
  return std::string(name);
}

}  // namespace

void Violations::add(const xmlError& error) {
  if (overflow_) return;  // thousands more would cost time and memory and be shown to nobody
  const auto* node = static_cast<const xmlNode*>(error.node);
  if (!isElement(node) || ignored_.count(node) > 0) return;
  numberSiblings();
  // For one mistake in one value libxml2 reports the facet and then the type, or what is inside and then the
  // type.
  const bool value = isValueCode(error.code) || error.code == XML_SCHEMAV_CVC_TYPE_3_1_2;
  if (value && !valueOnce_.insert(node).second) return;
  std::vector<ExpectedName> expected;
  bool missing = false;
  if (error.code == XML_SCHEMAV_ELEMENT_CONTENT) {
    expected = expectedNames(error.message);
    missing = error.message != nullptr &&
              std::string_view(error.message).find("Missing child element") != std::string_view::npos;
    if (!missing) {
      misplaced_.push_back({const_cast<xmlNode*>(node), expected});  // libxml2 gave it to us as a mutable one
      if (!misplacedOnce_.insert(node).second) return;
    }
  }
  std::vector<std::string> names;
  for (const ExpectedName& name : expected) names.push_back(name.local);
  push(node, pathOf(node), reasonFor(error.code, typeOf(node), names, missing));
}

void Violations::add(const xmlNode* node, std::string reason) {
  numberSiblings();
  valueOnce_.insert(node);  // whether the value is right besides does not matter any more
  push(node, pathOf(node), std::move(reason));
}

void Violations::push(const xmlNode* element, std::string path, std::string reason) {
  if (!reported_.emplace(path, reason).second) return;
  if (found_.size() == SchemaSet::kMostViolations) {
    overflow_ = true;
    return;
  }
  found_.push_back({std::move(path), static_cast<int>(xmlGetLineNo(element)), std::move(reason)});
}

const TypeInfo* Violations::typeOf(const xmlNode* element) const {
  const QName name{namespaceOf(element), viewOf(element->name)};
  if (element == operation_) return index_.element(name);
  if (!isElement(element->parent)) return nullptr;
  const TypeInfo* parent = typeOf(element->parent);  // no deeper than Limits::depth
  return parent == nullptr ? nullptr : SchemaIndex::child(*parent, name);
}

// Once, before anything is moved: `signaalId[2]` must be the caller's second one.
void Violations::numberSiblings() {
  if (!ordinals_.empty()) return;
  std::vector<const xmlNode*> parents = {operation_};
  ordinals_[operation_] = 0;
  while (!parents.empty()) {
    const xmlNode* parent = parents.back();
    parents.pop_back();
    // Names are compared by address: the parser keeps one copy of each in the document's dictionary.
    std::unordered_map<const xmlChar*, std::pair<size_t, const xmlNode*>> seen;
    for (const xmlNode* child = parent->children; child != nullptr; child = child->next) {
      if (!isElement(child)) continue;
      parents.push_back(child);
      auto& [count, first] = seen[child->name];
      if (++count == 1) first = child;
      ordinals_[child] = count == 1 ? 0 : count;
      if (count == 2) ordinals_[first] = 1;
    }
  }
}

std::string Violations::pathOf(const xmlNode* element) const {
  std::string step = shownName(viewOf(element->name));
  const auto ordinal = ordinals_.find(element);
  if (ordinal != ordinals_.end() && ordinal->second > 0) step += "[" + std::to_string(ordinal->second) + "]";
  if (element == operation_ || !isElement(element->parent)) return step;
  return pathOf(element->parent) + "/" + step;
}

}  // namespace cvsgw::xml
