#include "gateway/domain/date.hpp"

#include <array>
#include <charconv>
#include <cstdio>

namespace cvsgw {
namespace {

using namespace std::chrono;

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty() || text[0] == '-')
    return std::nullopt;
  return value;
}

// "Z", "+hh:mm" or "-hh:mm"; minutes east of UTC.
std::optional<int> zone(std::string_view text) {
  if (text == "Z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const auto hours = number(text.substr(1, 2));
  const auto minutes = number(text.substr(4, 2));
  if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
  const int total = *hours * 60 + *minutes;
  return text[0] == '-' ? -total : total;
}

// The rule of the European Union since 1996: summer time from the last Sunday of March to the last Sunday of
// October, both at 01:00 UTC. Written out because C++20's time zone database is absent from g++ 12.
hours amsterdamOffset(Moment moment) {
  const year y = year_month_day{floor<days>(moment)}.year();
  const sys_seconds begin = sys_days{y / March / Sunday[last]} + hours{1};
  const sys_seconds end = sys_days{y / October / Sunday[last]} + hours{1};
  return moment >= begin && moment < end ? hours{2} : hours{1};
}

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > 10 && !zone(text.substr(10))) return std::nullopt;
  const auto y = number(text.substr(0, 4));
  const auto m = number(text.substr(5, 2));
  const auto d = number(text.substr(8, 2));
  if (!y || !m || !d || *y < 1) return std::nullopt;
  const year_month_day ymd{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
  if (!ymd.ok()) return std::nullopt;
  return Date(sys_days{ymd});
}

std::string Date::text() const {
  const auto date = ymd();
  const auto y = static_cast<unsigned>(static_cast<int>(date.year()));
  const auto m = static_cast<unsigned>(date.month());
  const auto d = static_cast<unsigned>(date.day());
  std::string out = "0000-00-00";
  const auto put = [&out](size_t at, unsigned value, size_t width) {
    for (size_t i = width; i-- > 0; value /= 10) out[at + i] = static_cast<char>('0' + value % 10);
  };
  put(0, y, 4);
  put(5, m, 2);
  put(8, d, 2);
  return out;
}

std::string Date::dutch() const {
  const std::string iso = text();
  return iso.substr(8, 2) + "-" + iso.substr(5, 2) + "-" + iso.substr(0, 4);
}

Date Date::plusMonths(int n) const {
  const auto date = ymd();
  const year_month target = date.year() / date.month() + months{n};
  const day lastDay = (target / last).day();
  return Date(sys_days{target / std::min(date.day(), lastDay)});
}

std::string momentText(Moment moment) {
  const auto offset = amsterdamOffset(moment);
  const auto local = moment + offset;
  const Date date(floor<days>(local));
  const hh_mm_ss time{floor<milliseconds>(local - floor<days>(local))};
  std::array<char, 40> rest{};
  std::snprintf(rest.data(), rest.size(), "T%02d:%02d:%02d.%03d+%02d:00",
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()),
                static_cast<int>(offset.count()));
  return date.text() + rest.data();
}

std::optional<Moment> parseMoment(std::string_view text) {
  if (text.size() < 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':') return std::nullopt;
  const auto date = Date::parse(text.substr(0, 10));
  const auto h = number(text.substr(11, 2));
  const auto m = number(text.substr(14, 2));
  const auto s = number(text.substr(17, 2));
  if (!date || !h || !m || !s || *h > 23 || *m > 59 || *s > 59) return std::nullopt;
  size_t at = 19;
  int millis = 0;
  if (text[at] == '.') {
    int scale = 100;
    for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale /= 10)
      millis += (text[at] - '0') * scale;
  }
  const auto offset = zone(text.substr(at));
  if (!offset) return std::nullopt;
  return Moment{date->days()} + hours{*h} + minutes{*m - *offset} + seconds{*s} + milliseconds{millis};
}

Date dateInAmsterdam(Moment moment) {
  return Date(floor<days>(moment + amsterdamOffset(moment)));
}

Moment momentInAmsterdam(Date date, minutes time) {
  const Moment asUtc = Moment{date.days()} + time;
  // Both changes happen at night, more than an hour from any time that this is asked for.
  return asUtc - amsterdamOffset(asUtc - hours{1});
}

}  // namespace cvsgw
