// What must hold of the header blocks of any message, however wrong. The fuzz targets look for a message for
// which it does not; the replay of their corpus shows that they would say so.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "gateway/security/addressing.hpp"
#include "gateway/security/header_blocks.hpp"
#include "gateway/security/security_header.hpp"

namespace cvsgw::security::testing {

inline Outcome<xml::Envelope> open(std::string_view bytes) {
  return xml::byteGate(bytes).and_then(xml::parse).and_then(xml::openEnvelope);
}

/// Text that can stand in an answer's header, a log line or a query without meaning anything there.
inline bool harmless(const std::optional<std::string>& value) {
  return !value ||
         (value->size() <= 256 && std::ranges::all_of(*value, [](char c) {
            return c > ' ' && c < '\x7f' && std::string_view("<>\"\\^`{|}").find(c) == std::string_view::npos;
          }));
}

/// A return address that would be called by somebody who believed it.
inline bool asksToBeCalled(const xml::Envelope& envelope) {
  return std::ranges::any_of(envelope.headers(), [](const xml::HeaderBlock& block) {
    if (!block.forUs ||
        !(block.element.is(kAddressing, "ReplyTo") || block.element.is(kAddressing, "FaultTo")))
      return false;
    const auto parts = block.element.children();
    return parts.size() != 1 ||
           (parts[0].text() != kAnonymous && parts[0].text() != "http://www.w3.org/2005/08/addressing/none");
  });
}

/// Empty, or what does not hold of what is read from these bytes.
inline std::string addressingFlaw(std::string_view bytes) {
  const auto envelope = open(bytes);
  if (!envelope) return {};
  const Addressing peeked = peekAddressing(*envelope);
  if (!harmless(peeked.messageId)) return "a MessageID that is no URI, for a fault";
  for (const Profile profile : {Profile::open, Profile::be}) {
    if (!checkHeaderBlocks(*envelope, profile)) continue;
    const auto read = readAddressing(*envelope, {profile, "00000001003214345000"});
    if (!read) continue;
    if (asksToBeCalled(*envelope)) return "an address to call was let in";
    for (const auto& value : {read->to, read->action, read->messageId, read->from, read->relatesTo})
      if (!harmless(value)) return "a value that is no URI";
    if (read->messageId != peeked.messageId) return "two MessageIDs";
    if (read->used != (read->action && read->messageId)) return "an answer without what it relates to";
    const auto answer = open("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header>" +
                             answerHeaders(*read, "urn:x:y") +
                             "</s:Header><s:Body><o:x xmlns:o=\"urn:o\"/></s:Body></s:Envelope>");
    if (!answer) return "an answer that cannot be read";
    if (answer->headers().size() != (read->used ? 3U : 0U)) return "an answer with other headers";
    if (read->used && answer->headers().back().element.text() != *read->messageId)
      return "an answer that relates to another message";
  }
  return {};
}

/// Empty, or what does not hold of the token that is read from these bytes.
inline std::string tokenFlaw(std::string_view bytes) {
  const auto envelope = open(bytes);
  if (!envelope) return {};
  const auto now = parseMoment("2026-11-22T10:00:00Z");
  const auto token = readUsernameToken(*envelope, *now);
  if (!token || !*token) return {};
  const auto headers = std::ranges::count_if(envelope->headers(), [](const xml::HeaderBlock& block) {
    return block.forUs && block.element.is(kSecurityExtension, "Security");
  });
  if (headers != 1) return "a token out of several Security headers";
  const std::size_t password = (*token)->password.reveal().size();
  if ((*token)->name.empty() || (*token)->name.size() > UsernameToken::kLongestName)
    return "a name out of bounds";
  if (password == 0 || password > UsernameToken::kLongestPassword) return "a password out of bounds";
  return {};
}

}  // namespace cvsgw::security::testing
