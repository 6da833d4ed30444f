// Calendar dates and moments as the contract writes them.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace cvsgw {

/// A calendar day, without a zone. Arithmetic follows the rulings: months are added on the calendar and clamp
/// to the last day of the month.
class Date {
 public:
  constexpr Date() = default;
  constexpr explicit Date(std::chrono::sys_days days) : days_(days) {}
  constexpr Date(int year, unsigned month, unsigned day)
      : days_(std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}) {}

  /// Reads exactly `YYYY-MM-DD` of an existing day, years 0001 to 9999; a zone behind it (`Z`, `+02:00`) is
  /// accepted and ignored, as the contract says for requests.
  static std::optional<Date> parse(std::string_view text);
  std::string text() const;
  std::string dutch() const;  ///< dd-mm-jjjj, as the manuals write dates

  constexpr Date plusDays(int n) const { return Date(days_ + std::chrono::days{n}); }
  Date plusMonths(int n) const;
  Date plusYears(int n) const { return plusMonths(12 * n); }
  constexpr std::chrono::sys_days days() const { return days_; }
  constexpr int daysSince(Date earlier) const { return static_cast<int>((days_ - earlier.days_).count()); }
  std::chrono::year_month_day ymd() const { return std::chrono::year_month_day{days_}; }

  constexpr auto operator<=>(const Date&) const = default;

 private:
  std::chrono::sys_days days_{};
};

/// A moment in UTC, to the millisecond.
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

/// `2026-11-22T17:03:09.120+01:00`: with the offset of Europe/Amsterdam at that moment.
std::string momentText(Moment moment);
std::optional<Moment> parseMoment(std::string_view text);
/// The day in Europe/Amsterdam at that moment.
Date dateInAmsterdam(Moment moment);
/// The moment at which clocks in Europe/Amsterdam show this time of this day. Not for the hour that the end
/// of summer time shows twice, nor for the one that its beginning skips.
Moment momentInAmsterdam(Date date, std::chrono::minutes time);

}  // namespace cvsgw
