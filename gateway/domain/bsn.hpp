// Identifiers of the field. Each type holds a checked value; none can be streamed, so none can be logged by
// accident.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace cvsgw {

/// Burgerservicenummer: nine digits that pass the 11-test (weights 9..2 and -1) and are not all zero.
/// Personal data: there is no stream operator and no formatter on purpose; `value()` is for messages and
/// storage only.
class Bsn {
 public:
  Bsn() = default;  ///< empty: a place to read into
  /// Nothing when `text` is not nine digits or fails the 11-test.
  static std::optional<Bsn> parse(std::string_view text);
  /// The 11-test alone, for text that the schema has already found to be nine digits.
  static bool passesElevenTest(std::string_view nineDigits);

  const std::string& value() const { return value_; }
  auto operator<=>(const Bsn&) const = default;

 private:
  explicit Bsn(std::string value) : value_(std::move(value)) {}
  std::string value_;
};

/// Whether a number stands in `text` that can be somebody's BSN: eight digits (a leading zero is often left
/// out) or nine that pass the 11-test, with no other digit beside them. Threading: pure.
bool namesSomebody(std::string_view text);

/// Code of a Dutch municipality as CBS gives it: four digits, leading zeros kept.
class Gemeentecode {
 public:
  Gemeentecode() = default;  ///< empty: a place to read into
  static std::optional<Gemeentecode> parse(std::string_view text);
  const std::string& value() const { return value_; }
  auto operator<=>(const Gemeentecode&) const = default;

 private:
  explicit Gemeentecode(std::string value) : value_(std::move(value)) {}
  std::string value_;
};

/// Organisatie-identificatienummer: exactly twenty letters or digits, used whole (Digikoppeling
/// identification).
class Oin {
 public:
  Oin() = default;  ///< empty: a place to read into
  static std::optional<Oin> parse(std::string_view text);
  const std::string& value() const { return value_; }
  auto operator<=>(const Oin&) const = default;

 private:
  explicit Oin(std::string value) : value_(std::move(value)) {}
  std::string value_;
};

}  // namespace cvsgw
