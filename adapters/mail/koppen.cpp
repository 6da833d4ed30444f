#include "adapters/mail/koppen.hpp"

#include <algorithm>
#include <array>

namespace cvsgw::mail {
namespace {

constexpr std::size_t kPlainLine = 60;    // with the field's name well within 78
constexpr std::size_t kEncodedWord = 75;  // RFC 2047 § 2
constexpr std::string_view kBegin = "=?UTF-8?Q?";
constexpr std::string_view kEnd = "?=";

bool isPrintable(char c) {
  return c >= ' ' && c <= '~';
}

bool isContinuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::string withoutControls(std::string_view text) {
  std::string out(text);
  std::ranges::replace_if(
      out, [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }, ' ');
  return out;
}

// One character of UTF-8 in the Q encoding.
std::string encoded(std::string_view character) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : character) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (plain) {
      out += c;
    } else if (c == ' ') {
      out += '_';
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'=', kHex[byte >> 4U], kHex[byte & 15U]};
    }
  }
  return out;
}

}  // namespace

bool isAdres(std::string_view adres) {
  constexpr std::string_view kNever = "<>()[]\\,;:\"";
  const bool plain = std::ranges::all_of(
      adres, [&](char c) { return c > ' ' && c <= '~' && kNever.find(c) == std::string_view::npos; });
  const auto at = adres.find('@');
  return plain && adres.size() <= 254 && at != std::string_view::npos && at > 0 && at + 1 < adres.size() &&
         adres.find('@', at + 1) == std::string_view::npos;
}

std::string onderwerp(std::string_view tekst) {
  const std::string text = withoutControls(tekst);
  if (text.size() <= kPlainLine && std::ranges::all_of(text, isPrintable) &&
      text.find("=?") == std::string::npos)
    return text;
  std::string out(kBegin);
  std::size_t length = kBegin.size();
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && isContinuation(text[end])) ++end;
    const std::string piece = encoded(std::string_view(text).substr(at, end - at));
    if (length + piece.size() + kEnd.size() > kEncodedWord) {
      out += std::string(kEnd) + "\r\n " + std::string(kBegin);
      length = kBegin.size();
    }
    out += piece;
    length += piece.size();
    at = end;
  }
  return out + std::string(kEnd);
}

std::string datum(Moment moment) {
  static constexpr std::array<std::string_view, 7> kDagen{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array<std::string_view, 12> kMaanden{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::string iso = momentText(moment);  // 2026-11-23T07:00:00.000+01:00
  const Date dag = dateInAmsterdam(moment);
  const auto ymd = dag.ymd();
  std::string out(kDagen.at(std::chrono::weekday{dag.days()}.c_encoding()));
  out += ", " + iso.substr(8, 2) + " ";
  out += kMaanden.at(static_cast<unsigned>(ymd.month()) - 1);
  out += " " + iso.substr(0, 4) + " " + iso.substr(11, 8) + " " + iso.substr(23, 3) + iso.substr(27, 2);
  return out;
}

}  // namespace cvsgw::mail
