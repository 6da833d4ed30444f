// Room-internal: gathers libxml2's findings about one operation's element.
#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "gateway/domain/fault.hpp"
#include "gateway/xml/libxml.hpp"
#include "gateway/xml/schema_index.hpp"

namespace cvsgw::xml {

/// A name that the schema expects at a place.
struct ExpectedName {
  std::string ns;
  std::string local;
};

/// An element that stands where the schema does not expect it. libxml2 looks neither into it nor at what
/// follows it in the same parent.
struct Misplaced {
  xmlNode* node = nullptr;
  std::vector<ExpectedName> expected;
};

/// Threading: one validation, one thread.
class Violations {
 public:
  Violations(const SchemaIndex& index, const xmlNode* operation) : index_(index), operation_(operation) {}

  /// A finding of libxml2. Reads its code, its place and the names that it expected, never the value that it
  /// quotes.
  void add(const xmlError& error);
  /// A finding of our own.
  void add(const xmlNode* node, std::string reason);

  bool empty() const { return found_.empty(); }
  bool overflow() const { return overflow_; }  ///< there were more than fit in a fault
  std::vector<Violation> take() { return std::move(found_); }
  std::vector<Misplaced> takeMisplaced() { return std::exchange(misplaced_, {}); }
  /// Findings at this node, which is not the caller's, are ignored from now on.
  void ignore(const xmlNode* placeholder) { ignored_.insert(placeholder); }

  /// The schema's type of an element of the message; null when the schema does not know the element.
  const TypeInfo* typeOf(const xmlNode* element) const;

 private:
  void push(const xmlNode* element, std::string path, std::string reason);
  void numberSiblings();
  std::string pathOf(const xmlNode* element) const;

  const SchemaIndex& index_;
  const xmlNode* operation_;
  std::vector<Violation> found_;
  std::vector<Misplaced> misplaced_;
  std::unordered_set<const xmlNode*> ignored_;
  std::unordered_set<const xmlNode*> misplacedOnce_;
  std::unordered_set<const xmlNode*> valueOnce_;
  std::set<std::pair<std::string, std::string>> reported_;  // path and reason
  std::unordered_map<const xmlNode*, size_t> ordinals_;     // of elements with siblings of the same name
  bool overflow_ = false;
};

}  // namespace cvsgw::xml
