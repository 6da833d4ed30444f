// Which header blocks a listener lets in.
#pragma once

#include "gateway/domain/fault.hpp"
#include "gateway/security/addressing.hpp"
#include "gateway/xml/envelope.hpp"

namespace cvsgw::security {

/// Known are WS-Addressing 2005/08 and, with `wsSecurity`, the Security header of WS-Security 1.0. Another
/// block that must be understood is refused with mustUnderstand; without that it is ignored on the open
/// listener and refused with headerNotAllowed under `be`. Blocks for another actor are nobody's to understand
/// here. Sources: SOAP 1.1 § 4.2; Digikoppeling WS007. Threading: pure function.
Outcome<void> checkHeaderBlocks(const xml::Envelope& envelope, Profile profile, bool wsSecurity = true);

}  // namespace cvsgw::security
