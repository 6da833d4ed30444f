// What the checker of a signature needs of the one tree: its Ids, and by which of them an element is found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gateway/xml/envelope.hpp"

namespace cvsgw::xml {

/// Two readers differ about what in a tree is an Id, what a comment splits and where `xml:base` points; this
/// tells the checker whether a message has any of it.
struct TreeSurvey {
  /// Values of all attributes whose name ends in "id", in any case and any namespace (wsu:Id, Id, ID, xml:id,
  /// AssertionID): everything that some toolkit takes for an Id. In document order.
  std::vector<std::string> ids;
  std::size_t elements = 0;   ///< of the envelope, itself included
  bool comment = false;       ///< anywhere in the envelope
  bool xmlAttribute = false;  ///< any attribute of the namespace of XML itself: xml:base, xml:id, xml:lang
};

/// Threading: as the Envelope. Source: security.md A20, A21.
TreeSurvey survey(const Envelope& envelope);

/// Makes `#value` of that attribute find this element, and nothing else in this tree. False when the element
/// has no such attribute or another one has its value already.
bool findableBy(const Element& element, std::string_view ns, std::string_view local);

/// `soap:Body`, as it stands in the message.
std::string qualifiedName(const Element& element);

/// The message as text, with `content` (a text, which need not be XML) as all of its Body's content, and
/// without `dropped`, which has to stand in its header. Everything else keeps its canonical form. The
/// envelope is of no further use. It may hold no comment: one could look like the place that the content goes
/// to.
std::string withBodyContent(Envelope& envelope, std::string_view content, const Element& dropped);

/// Runs the set-up of another library that works on these trees, and undoes what that may have changed for
/// all of the process: what libxml2 may load from outside. Threading: as the set-up.
void setUpBeside(void (*setUp)());

}  // namespace cvsgw::xml
