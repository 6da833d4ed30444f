// Field descriptions: every record that an answer or the store holds lists its fields once, in the order of
// the contract.
//
// A record looks like this:
//
//   struct Pip {
//     static constexpr Namespace kNamespace = Namespace::wi2021;  // namespace of its elements
//     static constexpr std::string_view kType = "PipType";        // its complexType in the XSD
//     std::optional<Date> datumDagtekening;
//     std::optional<std::string> leerroute;
//     std::vector<Verlenging> verlengingen;
//     template <class Self, class Visitor> static void fields(Self& self, Visitor& visit) {
//       visit.field("datumDagtekening", self.datumDagtekening);
//       visit.code("leerroute", self.leerroute, codes::leerroute);
//       visit.list("verlengingen", "verlenging", self.verlengingen);
//     }
//   };
//
// Visitors: reply::XmlWriter (answers), store's JSON reader and writer, and ShapeReader below, by which a
// test compares each record with its XSD type: names, order, kinds and optionality. So the description cannot
// drift from the contract.
//
// Kinds: std::string, Bsn, Gemeentecode, Date, Moment, bool, std::int32_t, std::int64_t, Bedrag, a record,
// and std::optional of each. `code` is a string whose answer is <naam><code/><omschrijving/></naam> (shared
// CodeType). `list` is a wrapper element with repeated children; the wrapper is always written, also when
// empty.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "gateway/domain/bsn.hpp"
#include "gateway/domain/codes.hpp"
#include "gateway/domain/date.hpp"

namespace cvsgw {

/// The XML namespaces of the contract, `urn:inburgering:cvs-isi:<name>:v1`.
enum class Namespace : std::uint8_t { gemeenschappelijk, algemeen, wi2007, wi2013, wi2021 };

constexpr std::string_view namespaceUri(Namespace ns) {
  switch (ns) {
    case Namespace::gemeenschappelijk:
      return "urn:inburgering:cvs-isi:gemeenschappelijk:v1";
    case Namespace::algemeen:
      return "urn:inburgering:cvs-isi:algemeen:v1";
    case Namespace::wi2007:
      return "urn:inburgering:cvs-isi:wi2007:v1";
    case Namespace::wi2013:
      return "urn:inburgering:cvs-isi:wi2013:v1";
    case Namespace::wi2021:
      return "urn:inburgering:cvs-isi:wi2021:v1";
  }
  return "";
}

/// An amount of money in whole eurocents; written as xs:decimal with two digits.
struct Bedrag {
  std::int64_t centen = 0;
  auto operator<=>(const Bedrag&) const = default;
};

template <class T>
concept Record = requires {
  { T::kNamespace } -> std::convertible_to<Namespace>;
  { T::kType } -> std::convertible_to<std::string_view>;
};

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {
  using Value = T;
};

/// One field as the XSD must have it.
struct FieldShape {
  enum class Kind { string, date, moment, boolean, integer, decimal, code, record, list };
  std::string name;
  Kind kind = Kind::string;
  bool optional = false;
  std::string recordType;  ///< kType of a record, or of a list's records; empty for a list of strings
  std::string itemName;    ///< list only
};

/// Collects the shape of a record. Not for run time.
class ShapeReader {
 public:
  template <class T>
  void field(std::string_view name, T&) {
    add<std::remove_const_t<T>>(name, false);
  }
  template <class T>
  void code(std::string_view name, T&, const CodeList&) {
    shapes_.push_back(
        {std::string(name), FieldShape::Kind::code, IsOptional<std::remove_const_t<T>>::value, {}, {}});
  }
  template <class T>
  void list(std::string_view name, std::string_view item, std::vector<T>&) {
    FieldShape shape{std::string(name), FieldShape::Kind::list, false, {}, std::string(item)};
    if constexpr (Record<T>) shape.recordType = std::string(T::kType);
    shapes_.push_back(std::move(shape));
  }
  const std::vector<FieldShape>& shapes() const { return shapes_; }

 private:
  template <class T>
  void add(std::string_view name, bool optional) {
    using Kind = FieldShape::Kind;
    if constexpr (IsOptional<T>::value) {
      add<typename IsOptional<T>::Value>(name, true);
    } else if constexpr (Record<T>) {
      shapes_.push_back({std::string(name), Kind::record, optional, std::string(T::kType), {}});
    } else {
      Kind kind = Kind::string;
      if constexpr (std::is_same_v<T, bool>)
        kind = Kind::boolean;
      else if constexpr (std::is_integral_v<T>)
        kind = Kind::integer;
      else if constexpr (std::is_same_v<T, Date>)
        kind = Kind::date;
      else if constexpr (std::is_same_v<T, Moment>)
        kind = Kind::moment;
      else if constexpr (std::is_same_v<T, Bedrag>)
        kind = Kind::decimal;
      else
        static_assert(std::is_same_v<T, std::string> || std::is_same_v<T, Bsn> ||
                      std::is_same_v<T, Gemeentecode>);
      shapes_.push_back({std::string(name), kind, optional, {}, {}});
    }
  }
  std::vector<FieldShape> shapes_;
};

}  // namespace cvsgw
