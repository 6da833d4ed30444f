// A look at one element of a parsed message, without libxml2 in sight.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct _xmlNode;  // libxml2's tree node; only gateway/xml looks inside

namespace cvsgw::xml {

/// A name in a namespace. Borrows from the tree.
struct QName {
  std::string_view ns;
  std::string_view local;
  bool operator==(const QName&) const = default;
};

/// Borrows: valid as long as the Envelope that it came from, wherever that is moved to. Threading: as the
/// Envelope.
class Element {
 public:
  explicit Element(_xmlNode* node) : node_(node) {}

  QName name() const;
  bool is(std::string_view ns, std::string_view local) const { return name() == QName{ns, local}; }
  /// 1-based line in the message as received.
  int line() const;
  std::vector<Element> children() const;
  /// All text directly inside, whitespace at both ends removed (what xs:anyURI and the like collapse to).
  std::string text() const;
  /// All text directly inside, as it stands. For passwords, where a space counts.
  std::string exactText() const;
  /// The attribute's value; `ns` empty for an unqualified attribute.
  std::optional<std::string> attribute(std::string_view ns, std::string_view local) const;

  _xmlNode* node() const { return node_; }  ///< for gateway/xml

 private:
  _xmlNode* node_;
};

}  // namespace cvsgw::xml
