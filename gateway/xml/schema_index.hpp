// Room-internal: what the XSD says about each element, kept beside libxml2's compiled schema. libxml2 does
// not let a caller ask for a type's facets, and its messages quote the value; so reasons for a caller are
// made from this.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gateway/xml/element.hpp"

namespace cvsgw::xml {

inline constexpr std::string_view kXsd = "http://www.w3.org/2001/XMLSchema";

struct TypeInfo;

struct ElementInfo {
  std::string name;
  std::string ns;
  const TypeInfo* type = nullptr;
};

/// A type of the XSD, or a built-in one (then `base` is null and `name` is that of XML Schema part 2:
/// `string`, `date`).
struct TypeInfo {
  std::string name;
  const TypeInfo* base = nullptr;
  bool builtIn = false;
  bool complex = false;
  std::vector<ElementInfo> children;  ///< of a complex type, without those of its base
  std::vector<std::string> enumeration;
  std::map<std::string, std::string, std::less<>> facets;  ///< `pattern`, `minLength` …: the value in the XSD
};

/// Threading: filled once, then read by any thread.
class SchemaIndex {
 public:
  /// Registers the global elements and types of one parsed schema. All schemas first, then resolve().
  void declare(const Element& schema);
  /// Fills everything in. An element or type that is not declared is left without information.
  void resolve();

  const TypeInfo* element(const QName& name) const;
  /// The type of a child in a complex type; null when it has no such child.
  static const TypeInfo* child(const TypeInfo& type, const QName& name);
  static bool isSimple(const TypeInfo& type);
  /// The built-in type that a simple type comes down to.
  static std::string_view primitive(const TypeInfo& type);
  /// A facet of the type or of the nearest base that has it; nothing when none has.
  static std::optional<std::string_view> facet(const TypeInfo& type, std::string_view name);
  static const std::vector<std::string>* enumeration(const TypeInfo& type);

 private:
  using Key = std::pair<std::string, std::string>;
  struct Pending {
    TypeInfo* type;
    Element source;
    std::string ns;
  };

  void readSimple(TypeInfo& type, const Element& source, const std::string& ns);
  void readComplex(TypeInfo& type, const Element& source, const std::string& ns);
  void readChildren(TypeInfo& type, const Element& group, const std::string& ns);
  const TypeInfo* typeOf(const Element& declaration, const std::string& ns);
  const TypeInfo* named(const Element& context, std::string_view qname);
  TypeInfo& make() { return types_.emplace_back(); }

  std::deque<TypeInfo> types_;  // a deque, so that pointers into it stay
  std::map<Key, TypeInfo*> globalTypes_;
  std::map<Key, const TypeInfo*> elements_;
  std::map<std::string, TypeInfo*, std::less<>> builtIns_;
  std::vector<Pending> pendingTypes_;
  std::vector<std::pair<Element, std::string>> pendingElements_;
};

}  // namespace cvsgw::xml
