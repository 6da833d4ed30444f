// The wsu:Timestamp of signed messages.
#pragma once

#include <string>

#include "gateway/domain/date.hpp"
#include "gateway/domain/fault.hpp"
#include "gateway/xml/element.hpp"

namespace cvsgw::security::signature {

/// Refuses with securityHeaderMissing: Created absent, not first or twice; a zone other than UTC; anything
/// besides Created and one Expires; Created more than kClockSkew from `now`, Expires before Created or more
/// than kClockSkew ago. A late Expires does not make a message live longer: what was made longer ago than
/// kClockSkew is refused, so that a recorded message is of no use after that. Sources: Digikoppeling WB002;
/// security.md R51, A19. Threading: pure function.
Outcome<void> checkTimestamp(const xml::Element& timestamp, Moment now);

/// `2026-11-29T17:03:09.120Z`. Threading: pure function.
std::string utcText(Moment moment);

}  // namespace cvsgw::security::signature
