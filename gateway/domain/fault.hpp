// A message that was not processed: why, whose side failed, and what the caller and the operator may each
// read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace cvsgw {

/// Text that goes to the caller. It never holds a value of personal data or an internal cause; build it from
/// literals and from names that the contract defines.
class CallerText {
 public:
  CallerText() = default;
  explicit CallerText(std::string text) : text_(std::move(text)) {}
  const std::string& str() const { return text_; }

 private:
  std::string text_;
};

/// Text for the operators' log. It may name internal causes, never personal data or secrets. Cannot become a
/// CallerText.
class LogText {
 public:
  LogText() = default;
  explicit LogText(std::string text) : text_(std::move(text)) {}
  const std::string& str() const { return text_; }

 private:
  std::string text_;
};

/// What happened, one per row of the register in gateway/reply/fault_register.cpp, which adds the HTTP
/// status, the SOAP faultcode, the Digikoppeling technical code and whose side failed.
enum class FaultKind {
  // HTTP
  methodNotAllowed,      // 405
  bodyTooLarge,          // 413
  unsupportedMediaType,  // 415: not text/xml, content encoding, multipart
  tooManyRequests,       // 429
  overloaded,            // 503, code 0051
  notFound,              // 404: no such path
  // bytes and structure
  notUtf8,                // 0009
  doctypeRefused,         // 0001
  processingInstruction,  // 0001
  limitExceeded,          // 0001: depth, elements, attributes, names
  malformedXml,           // 0001
  versionMismatch,        // 0001, soap:VersionMismatch
  envelopeInvalid,        // 0001: body children, text, header after body
  mustUnderstand,         // 0010, soap:MustUnderstand
  headerNotAllowed,       // 0010
  // WS-Addressing
  addressingToMissing,         // 0005
  addressingActionMissing,     // 0006
  addressingMessageIdMissing,  // 0007
  addressingRelatesToInvalid,  // 0008
  addressingHeaderInvalid,     // 0011: ReplyTo, FaultTo, To, namespace, duplicates
  messageIdReused,             // 0011: same MessageID, other body
  // caller
  authenticationFailed,   // 0002, wsse:FailedAuthentication
  securityHeaderMissing,  // 0002, wsse:InvalidSecurity
  notAuthorised,          // 0002: role or municipality
  // dispatch
  unknownOperation,    // 0003
  soapActionMismatch,  // 0003
  schemaInvalid,       // 0004 with violations
  // our side
  internal,          // 0051, gateway
  isiUnavailable,    // 0051, ISI
  auditUnavailable,  // 503, 0051, gateway: the audit record could not be written
};

/// One broken rule of the schema.
struct Violation {
  std::string path;    ///< names of elements only, from the operation's element: `ZoekPersonen/criteria/bsn`
  int line = 0;        ///< line in the message as received, 1-based; 0 when unknown
  std::string reason;  ///< Dutch, what is wrong and what would be accepted; never the value
};

struct Fault {
  FaultKind kind{};
  CallerText text;  ///< empty: the register's text alone
  LogText log;
  std::vector<Violation> violations;  ///< schemaInvalid only
  int retryAfterSeconds = 0;          ///< tooManyRequests, overloaded and auditUnavailable only
};

template <class T>
using Outcome = tl::expected<T, Fault>;

inline tl::unexpected<Fault> refuse(FaultKind kind, std::string_view callerText = {},
                                    std::string_view logText = {}) {
  return tl::unexpected(
      Fault{kind, CallerText(std::string(callerText)), LogText(std::string(logText)), {}, 0});
}

}  // namespace cvsgw
