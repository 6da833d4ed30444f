// The contract's schemas as the comparison with the records needs them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "gateway/domain/fields.hpp"

namespace cvsgw::contract {

/// A complexType by name, or the anonymous type of a wrapper element by the element's name.
struct TypeKey {
  Namespace ns;
  std::string name;
  auto operator<=>(const TypeKey&) const = default;
};

struct ComplexType {
  std::vector<FieldShape> shapes;  ///< what a record of this type has to describe
  std::vector<TypeKey> leadsTo;    ///< records that its fields hold; a list's wrapper is passed through
};

struct Schemas {
  std::map<TypeKey, ComplexType> complexTypes;
  std::map<TypeKey, std::vector<std::string>> enumerations;  ///< named simple types that list their values
  std::vector<TypeKey> answers;                              ///< wrapper elements `…Response`

  /// The answers and all that they lead to, each once; the shared CodeType is a kind of field, not a record.
  std::vector<TypeKey> answerTypes() const;
};

/// Reads the five schemas as the gateway publishes them. Throws std::runtime_error when they hold what no
/// record can describe (a choice, an unknown prefix, a type that is not declared).
Schemas readSchemas();

}  // namespace cvsgw::contract
