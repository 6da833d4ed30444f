// The one tree of a message. There is no other way to get one than through the byte gate.
#pragma once

#include <memory>

#include "gateway/domain/fault.hpp"
#include "gateway/xml/byte_gate.hpp"
#include "gateway/xml/element.hpp"

struct _xmlDoc;

namespace cvsgw::xml {

/// A well-formed, namespace-well-formed document. Threading: one thread at a time; may be moved to another.
class Document {
 public:
  Element root() const;

 private:
  friend Outcome<Document> parse(const CheckedBytes& bytes);
  struct Free {
    void operator()(_xmlDoc* doc) const noexcept;
  };
  explicit Document(_xmlDoc* doc) : doc_(doc) {}
  std::unique_ptr<_xmlDoc, Free> doc_;
};

/// Refuses with malformedXml, naming the line of the first error. Nothing is loaded from outside the bytes.
/// Threading: any thread. Each call has a parser of its own: a reused one would keep every name it ever saw
/// in its dictionary until libxml2's limit of 10 MB makes it refuse all messages
/// (docs/decisions/one-hardened-libxml2-tree.md).
Outcome<Document> parse(const CheckedBytes& bytes);

}  // namespace cvsgw::xml
