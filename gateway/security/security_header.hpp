// The Security header of WS-Security 1.0: a UsernameToken with the application key and its password.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gateway/domain/date.hpp"
#include "gateway/domain/fault.hpp"
#include "gateway/domain/secret.hpp"
#include "gateway/xml/envelope.hpp"

namespace cvsgw::security {

inline constexpr std::string_view kSecurityExtension =
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
inline constexpr std::string_view kSecurityUtility =
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

/// What the caller claims to be; nothing has been verified yet.
struct UsernameToken {
  std::string name;  ///< the application key, 1 to kLongestName bytes
  Secret password;   ///< as sent, spaces included, 1 to kLongestPassword bytes
  static constexpr size_t kLongestName = 128;
  static constexpr size_t kLongestPassword = 256;
};

/// The token, or nothing when there is no Security header for us or none with a UsernameToken; whether that
/// is allowed depends on the listener. Anything else than at most one Security header, one UsernameToken,
/// PasswordText (or no Type) and one Timestamp is refused with securityHeaderMissing, as are Created and
/// Expires more than kClockSkew off. `now` is the wall clock, not the domain's today, which a configuration
/// may have set to another date. Sources: WSS SOAP Message Security 1.0, UsernameToken Profile 1.0;
/// security.md A19. Threading: pure function.
Outcome<std::optional<UsernameToken>> readUsernameToken(const xml::Envelope& envelope, Moment now);

inline constexpr std::chrono::minutes kClockSkew{5};

/// UTC as WS-Security writes it (some toolkits write its offset out); nothing for another zone or no moment.
std::optional<Moment> utcMoment(std::string_view text);
/// What is the matter with a wsu:Created that is more than kClockSkew from `now`, in Dutch, and what would be
/// right; empty when nothing is.
std::string_view objectionToAge(Moment created, Moment now);

}  // namespace cvsgw::security
