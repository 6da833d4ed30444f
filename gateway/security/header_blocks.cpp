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

/// Which block it is and what would be right, by literals alone: its name is the caller's own text.
std::string adviceOn(const xml::HeaderBlock& block, size_t number, Profile profile, bool wsSecurity) {
  std::string text = "Het gaat om blok " + std::to_string(number) + " van de Header (regel " +
                     std::to_string(block.element.line()) + ")";
  const auto name = block.element.name();
  if (name == xml::QName{kSecurityExtension, "Security"})
    return text + ", wsse:Security: laat het weg, het clientcertificaat zegt wie er vraagt.";
  if (name.ns.ends_with("/addressing")) {
    return text + (name.ns == kAddressing ? ": deze header van WS-Addressing hoort niet in een vraag."
                                          : ", van een andere versie van WS-Addressing: gebruik " +
                                                std::string(kAddressing) + ".");
  }
  if (profile != Profile::be)
    return text + ": laat het weg, of laat mustUnderstand=\"1\" weg; dan wordt het overgeslagen.";
  return text + (wsSecurity ? ": alleen WS-Addressing en wsse:Security mogen er staan."
                            : ": alleen WS-Addressing mag er staan.");
}

}  // namespace

Outcome<void> checkHeaderBlocks(const xml::Envelope& envelope, Profile profile, bool wsSecurity) {
  size_t number = 0;
  for (const xml::HeaderBlock& block : envelope.headers()) {
    ++number;
    if (isKnown(block.element.name(), wsSecurity)) continue;
    const bool must = block.forUs && block.mustUnderstand;
    if (!must && profile != Profile::be) continue;
    return refuse(must ? FaultKind::mustUnderstand : FaultKind::headerNotAllowed,
                  adviceOn(block, number, profile, wsSecurity));
  }
  return {};
}

}  // namespace cvsgw::security
