#include "gateway/security/signature/timestamp.hpp"

#include <cstdio>
#include <optional>

#include "gateway/security/security_header.hpp"
#include "gateway/security/signature/malformed.hpp"

namespace cvsgw::security::signature {
namespace {

// UTC as WS-Security writes it; some toolkits write its offset out.
std::optional<Moment> utcMoment(const xml::Element& element) {
  if (!element.children().empty()) return std::nullopt;
  const std::string text = element.text();
  const std::string_view view(text);
  const bool utc =
      !view.empty() && (view.back() == 'Z' || (view.size() > 6 && view.substr(view.size() - 6) == "+00:00"));
  return utc ? parseMoment(view) : std::nullopt;
}

}  // namespace

Outcome<void> checkTimestamp(const xml::Element& timestamp, Moment now) {
  const auto children = timestamp.children();
  const bool shape = timestamp.text().empty() && !children.empty() && children.size() <= 2 &&
                     children.front().is(kSecurityUtility, "Created") &&
                     children.back().is(kSecurityUtility, children.size() == 2 ? "Expires" : "Created");
  if (!shape) return malformed("wsu:Timestamp bevat wsu:Created en eventueel wsu:Expires", timestamp);
  const auto created = utcMoment(children.front());
  const auto expires = utcMoment(children.back());  // Created itself when there is no Expires
  if (!created || !expires)
    return malformed("wsu:Created en wsu:Expires zijn in UTC, als JJJJ-MM-DDTuu:mm:ssZ", timestamp);
  if (*created > now + kClockSkew)
    return malformed("wsu:Created ligt in de toekomst; controleer de klok van de aanroeper", timestamp);
  if (*created < now - kClockSkew)
    return malformed("wsu:Created is meer dan vijf minuten oud; maak het bericht opnieuw", timestamp);
  if (*expires < *created || *expires + kClockSkew < now)
    return malformed("wsu:Expires ligt voor wsu:Created of is voorbij", timestamp);
  return {};
}

std::string utcText(Moment moment) {
  using namespace std::chrono;
  const auto day = floor<days>(moment);
  const year_month_day date(day);
  const hh_mm_ss time(moment - day);
  char text[40];
  const int size =
      std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
                    static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                    static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                    static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()));
  return {text, static_cast<std::size_t>(size)};
}

}  // namespace cvsgw::security::signature
