// Dates of a request.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gateway/domain/date.hpp"

namespace cvsgw::laws {

/// XML Schema lets white space stand around a date and knows years that the gateway does not: those become
/// the first or the last day that it knows, so that every rule on dates answers as it should.
inline Date verplichteDatum(std::string_view text) {
  constexpr std::string_view kWhite = " \t\r\n";
  const auto first = text.find_first_not_of(kWhite);
  if (first == std::string_view::npos) return Date(1, 1, 1);
  text = text.substr(first, text.find_last_not_of(kWhite) - first + 1);
  if (const auto date = Date::parse(text)) return *date;
  return text.front() == '-' ? Date(1, 1, 1) : Date(9999, 12, 31);
}

/// An optional one: what is given is never taken for what is left out.
inline std::optional<Date> optioneleDatum(const std::string* text) {
  if (!text) return std::nullopt;
  return verplichteDatum(*text);
}

}  // namespace cvsgw::laws
