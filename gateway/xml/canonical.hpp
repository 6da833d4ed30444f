// The bytes that the second reader gets.
#pragma once

#include <string>

#include "gateway/xml/schema_set.hpp"

namespace cvsgw::xml {

/// Exclusive canonical XML (http://www.w3.org/2001/10/xml-exc-c14n#, without comments) of exactly the
/// validated element. gSOAP reads this and nothing else, so the two readers cannot disagree about the
/// message; it is also what a message's fingerprint is made of. Threading: as the Envelope. Any complaint of
/// libxml2 is a refusal (security.md A21).
Outcome<std::string> canonicalBody(const ValidatedBody& body);

}  // namespace cvsgw::xml
