// The schemas of the contract, compiled once, and the step that holds a message against them.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "gateway/xml/envelope.hpp"

namespace cvsgw::xml {

/// An operation's element that the schema accepts. Borrows from the Envelope.
class ValidatedBody {
 public:
  Element operation() const { return operation_; }

 private:
  friend class SchemaSet;
  explicit ValidatedBody(Element operation) : operation_(operation) {}
  Element operation_;
};

/// Threading: compile at start; validate() from any thread, one Envelope per call.
class SchemaSet {
 public:
  /// The most violations in one fault (SchendingenType in gemeenschappelijk.xsd).
  static constexpr size_t kMostViolations = 50;

  /// `texts` maps each target namespace to its XSD. Imports are resolved among these by namespace; their
  /// schemaLocation is ignored, and nothing is read from disk or network. The error is text for the operator:
  /// a schema of ours is wrong.
  static tl::expected<SchemaSet, std::string> compile(const std::map<std::string, std::string>& texts);

  SchemaSet(SchemaSet&&) noexcept;
  SchemaSet& operator=(SchemaSet&&) noexcept;
  ~SchemaSet();

  /// Refuses with schemaInvalid and every violation, at most kMostViolations of them. `xsi:type` and
  /// `xsi:nil` are violations; `xsi:schemaLocation` is taken off and never followed. Whitespace around a
  /// number, date or boolean is taken off first: XML Schema collapses it, libxml2 2.9.14 refuses it, and
  /// gSOAP then reads the plain value. The tree changes by that, so verify signatures before.
  Outcome<ValidatedBody> validate(Envelope& envelope) const;

 private:
  struct Compiled;
  explicit SchemaSet(std::unique_ptr<const Compiled> compiled);
  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace cvsgw::xml
