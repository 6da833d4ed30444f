// WS-Addressing 1.0 (2005/08): what a request says, and the header blocks of its answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/fault.hpp"
#include "gateway/xml/envelope.hpp"

namespace cvsgw::security {

inline constexpr std::string_view kAddressing = "http://www.w3.org/2005/08/addressing";
inline constexpr std::string_view kAnonymous = "http://www.w3.org/2005/08/addressing/anonymous";

/// What a listener demands.
enum class Profile {
  open,  ///< WS-Addressing may be left out; who uses it gives Action and MessageID
  be,    ///< Digikoppeling 2W-be: To, Action and MessageID always, no header blocks of other standards
};

struct AddressingRules {
  Profile profile = Profile::open;
  std::string_view ownOin;  ///< when given, an `?OIN=` in To must be this one
};

/// What the request's headers said. Values are checked and may be written into an answer after escaping.
struct Addressing {
  bool used = false;  ///< the request had at least one WS-Addressing header: the answer has them too
  std::optional<std::string> action;
  std::optional<std::string> messageId;
  std::optional<std::string> to;
  std::optional<std::string> from;
  std::optional<std::string> relatesTo;
};

/// Reads and checks. An address in a header is never called. Refusals: addressingToMissing,
/// addressingActionMissing and addressingMessageIdMissing (absent, empty, repeated or malformed),
/// addressingRelatesToInvalid, and addressingHeaderInvalid (another addressing namespace; ReplyTo other than
/// anonymous; FaultTo other than anonymous or none; anything but Address in an endpoint; To for another OIN).
/// Sources: Digikoppeling WUS WA001; security.md R30-R35. Threading: pure function.
Outcome<Addressing> readAddressing(const xml::Envelope& envelope, const AddressingRules& rules = {});

/// wsa:From may be left out of queries only: addressingHeaderInvalid for a change without it (WA001). Apart
/// from the others, because what is asked is known later.
Outcome<void> requireFrom(const Addressing& read);

/// For a fault's headers: whether WS-Addressing was used and the MessageID when it is usable, without
/// refusing anything.
Addressing peekAddressing(const xml::Envelope& envelope);

/// One WS-Addressing header of an answer. The value is a URI; of its characters only `&` means something in
/// XML.
struct AnswerHeader {
  std::string_view local;
  std::string value;
};

/// Action, MessageID (fresh) and RelatesTo; what answerHeaders() writes.
std::vector<AnswerHeader> answerHeaderValues(const Addressing& request, std::string_view action,
                                             std::string_view ownUri = {});

/// Action, MessageID (fresh) and RelatesTo as header blocks that declare their own namespace; empty when the
/// request did not use WS-Addressing. With `ownUri`, as Digikoppeling asks: always there, and a MessageID of
/// the form CUSTOM@UUID@URI that ends in this URI. Threading: any thread.
std::string answerHeaders(const Addressing& request, std::string_view action, std::string_view ownUri = {});

}  // namespace cvsgw::security
