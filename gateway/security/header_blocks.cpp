#include "gateway/security/header_blocks.hpp"

#include <algorithm>
#include <array>

#include "gateway/security/security_header.hpp"

namespace cvsgw::security {
namespace {

bool isKnown(const xml::QName& name, bool wsSecurity) {
  constexpr std::array<std::string_view, 7> kAddressingHeaders = {
      "To", "Action", "MessageID", "RelatesTo", "ReplyTo", "FaultTo", "From"};
  if (name.ns == kAddressing) {
    return std::find(kAddressingHeaders.begin(), kAddressingHeaders.end(), name.local) !=
           kAddressingHeaders.end();
  }
  return wsSecurity && name == xml::QName{kSecurityExtension, "Security"};
}

}  // namespace

Outcome<void> checkHeaderBlocks(const xml::Envelope& envelope, Profile profile, bool wsSecurity) {
  for (const xml::HeaderBlock& block : envelope.headers()) {
    if (isKnown(block.element.name(), wsSecurity)) continue;
    const std::string line = "Regel " + std::to_string(block.element.line()) + ".";
    if (block.forUs && block.mustUnderstand) return refuse(FaultKind::mustUnderstand, line);
    if (profile == Profile::be) return refuse(FaultKind::headerNotAllowed, line);
  }
  return {};
}

}  // namespace cvsgw::security
