#include "gateway/security/security_header.hpp"

#include <vector>

namespace cvsgw::security {
namespace {

using xml::Element;

constexpr std::string_view kPasswordText =
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";

tl::unexpected<Fault> notAccepted(std::string_view text) {
  return refuse(FaultKind::securityHeaderMissing, text);
}

// Children by name; at most one of each of these is expected.
std::vector<Element> childrenNamed(const Element& parent, std::string_view ns, std::string_view local) {
  std::vector<Element> found;
  for (const Element& child : parent.children()) {
    if (child.is(ns, local)) found.push_back(child);
  }
  return found;
}

Outcome<std::optional<Moment>> momentOf(const Element& parent, std::string_view local) {
  const std::vector<Element> found = childrenNamed(parent, kSecurityUtility, local);
  if (found.empty()) return std::optional<Moment>{};
  const auto moment = found.size() == 1 ? utcMoment(found.front().text()) : std::nullopt;
  if (!moment)
    return notAccepted("wsu:" + std::string(local) +
                       " komt één keer voor, in UTC, als JJJJ-MM-DDTuu:mm:ssZ.");
  return moment;
}

Outcome<void> checkAge(Moment created, Moment now) {
  const auto objection = objectionToAge(created, now);
  if (!objection.empty()) return notAccepted(std::string(objection) + ".");
  return {};
}

Outcome<void> checkTimestamp(const Element& security, Moment now) {
  const std::vector<Element> found = childrenNamed(security, kSecurityUtility, "Timestamp");
  if (found.empty()) return {};
  if (found.size() > 1) return notAccepted("Er is hoogstens één wsu:Timestamp.");
  const auto created = momentOf(found.front(), "Created");
  if (!created) return tl::unexpected(created.error());
  if (!*created) return notAccepted("wsu:Timestamp bevat wsu:Created.");
  const auto expires = momentOf(found.front(), "Expires");
  if (!expires) return tl::unexpected(expires.error());
  if (!*expires) return checkAge(**created, now);
  if (**created > now + kClockSkew || **expires < **created || **expires + kClockSkew < now) {
    return notAccepted("wsu:Timestamp is nog niet of niet meer geldig.");
  }
  return {};
}

Outcome<Secret> readPassword(const Element& token) {
  const std::vector<Element> found = childrenNamed(token, kSecurityExtension, "Password");
  if (found.size() != 1) return notAccepted("wsse:UsernameToken bevat precies één wsse:Password.");
  const std::string type = found.front().attribute({}, "Type").value_or(std::string(kPasswordText));
  if (type != kPasswordText) {
    return notAccepted(
        "Alleen een wsse:Password van Type PasswordText wordt aangenomen, geen PasswordDigest.");
  }
  Secret password(found.front().exactText());
  const size_t size = password.reveal().size();
  if (size == 0 || size > UsernameToken::kLongestPassword || !found.front().children().empty()) {
    return notAccepted("wsse:Password is leeg of te lang.");
  }
  return password;
}

Outcome<UsernameToken> readToken(const Element& token, Moment now) {
  const std::vector<Element> names = childrenNamed(token, kSecurityExtension, "Username");
  if (names.size() != 1) return notAccepted("wsse:UsernameToken bevat precies één wsse:Username.");
  UsernameToken read;
  read.name = names.front().text();
  if (read.name.empty() || read.name.size() > UsernameToken::kLongestName ||
      !names.front().children().empty()) {
    return notAccepted("wsse:Username is leeg of te lang.");
  }
  auto password = readPassword(token);
  if (!password) return tl::unexpected(std::move(password.error()));
  read.password = std::move(*password);
  if (childrenNamed(token, kSecurityExtension, "Nonce").size() > 1)
    return notAccepted("Er is hoogstens één wsse:Nonce.");
  const auto created = momentOf(token, "Created");
  if (!created) return tl::unexpected(created.error());
  if (*created) {
    if (auto checked = checkAge(**created, now); !checked) return tl::unexpected(std::move(checked.error()));
  }
  return read;
}

}  // namespace

std::optional<Moment> utcMoment(std::string_view text) {
  return text.ends_with('Z') || text.ends_with("+00:00") ? parseMoment(text) : std::nullopt;
}

std::string_view objectionToAge(Moment created, Moment now) {
  if (created > now + kClockSkew)
    return "wsu:Created ligt in de toekomst; controleer de klok van de aanroeper";
  if (created < now - kClockSkew) return "wsu:Created is meer dan vijf minuten oud; maak het bericht opnieuw";
  return {};
}

Outcome<std::optional<UsernameToken>> readUsernameToken(const xml::Envelope& envelope, Moment now) {
  std::optional<Element> security;
  for (const xml::HeaderBlock& block : envelope.headers()) {
    if (!block.forUs || !block.element.is(kSecurityExtension, "Security")) continue;
    if (security) return notAccepted("Er is hoogstens één wsse:Security.");
    security = block.element;
  }
  if (!security) return std::optional<UsernameToken>{};
  if (auto checked = checkTimestamp(*security, now); !checked)
    return tl::unexpected(std::move(checked.error()));
  const std::vector<Element> tokens = childrenNamed(*security, kSecurityExtension, "UsernameToken");
  if (tokens.empty()) return std::optional<UsernameToken>{};
  if (tokens.size() > 1) return notAccepted("Er is hoogstens één wsse:UsernameToken.");
  auto token = readToken(tokens.front(), now);
  if (!token) return tl::unexpected(std::move(token.error()));
  return std::optional<UsernameToken>(std::move(*token));
}

}  // namespace cvsgw::security
