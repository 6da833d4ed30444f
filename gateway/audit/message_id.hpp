// The caller's wsa:MessageID as the trail holds it: free text of somebody else's, in a store without clear
// numbers.
#pragma once

#include <string>

namespace cvsgw::audit {

/// `messageId` itself; where somebody may be named in it by his number (namesSomebody(), but for the digits
/// of a UUID) `sha256:` and its digest in hex: both sides can still be related by it (R82). Threading: pure.
std::string recordedMessageId(const std::string& messageId);

}  // namespace cvsgw::audit
