#include "gateway/security/signature/timestamp.hpp"

#include <cstdio>
#include <optional>

#include "gateway/security/security_header.hpp"
#include "gateway/security/signature/malformed.hpp"

namespace cvsgw::security::signature {
namespace {

std::optional<Moment> momentIn(const xml::Element& element) {
  return element.children().empty() ? utcMoment(element.text()) : std::nullopt;
}

}  // namespace

Outcome<void> checkTimestamp(const xml::Element& timestamp, Moment now) {
  const auto children = timestamp.children();
  const bool shape = timestamp.text().empty() && !children.empty() && children.size() <= 2 &&
                     children.front().is(kSecurityUtility, "Created") &&
                     children.back().is(kSecurityUtility, children.size() == 2 ? "Expires" : "Created");
  if (!shape) return malformed("wsu:Timestamp bevat wsu:Created en eventueel wsu:Expires", timestamp);
  const auto created = momentIn(children.front());
  const auto expires = momentIn(children.back());  // Created itself when there is no Expires
  if (!created || !expires)
    return malformed("wsu:Created en wsu:Expires zijn in UTC, als JJJJ-MM-DDTuu:mm:ssZ", timestamp);
  if (const auto objection = objectionToAge(*created, now); !objection.empty())
    return malformed(objection, timestamp);
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
