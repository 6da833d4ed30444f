// Which records of the domain the answers are written from, law by law: each law has its own file with a line
// per record, and one per code list that a request enumerates.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/fields.hpp"
#include "tests/contract/records/xsd.hpp"

namespace cvsgw::contract {

struct RecordRow {
  TypeKey type;
  std::vector<FieldShape> shapes;
};

template <Record T>
RecordRow record() {
  T value{};
  ShapeReader reader;
  T::fields(value, reader);
  return {{T::kNamespace, std::string(T::kType)}, reader.shapes()};
}

/// A `stand` that is a list and is left out when nothing was done; a description cannot say so of a list.
inline RecordRow withOptionalStand(RecordRow row) {
  row.shapes.back().optional = true;
  return row;
}

/// A request's enumeration and the list whose codes it has to have.
struct EnumerationRow {
  TypeKey type;
  const CodeList* list;
};

/// Rows of one service. Empty reasons are refused.
struct Rows {
  std::vector<RecordRow> records;
  std::vector<EnumerationRow> enumerations;
  /// Enumerations without a code list (columns to sort by and the like), with the reason.
  std::vector<std::pair<TypeKey, std::string>> withoutList;
};

Rows gemeenschappelijkRows();
Rows algemeenRows();
Rows wi2007Rows();
Rows wi2013Rows();
Rows wi2021Rows();

}  // namespace cvsgw::contract
