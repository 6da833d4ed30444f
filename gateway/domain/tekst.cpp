#include "gateway/domain/tekst.hpp"

#include <algorithm>

namespace cvsgw {
namespace {

constexpr std::size_t kLocalPart = 64;  // RFC 5321 § 4.5.3.1.1
constexpr std::size_t kLabel = 63;      // RFC 1035 § 2.3.4

bool isBlank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool isAlphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Blanks beyond ASCII that come along when a name is pasted: U+00A0, U+200B, U+202F.
std::string asSpaces(std::string_view text) {
  std::string out(text);
  for (const std::string_view blank : {"\xc2\xa0", "\xe2\x80\x8b", "\xe2\x80\xaf"}) {
    for (auto at = out.find(blank); at != std::string::npos; at = out.find(blank, at))
      out.replace(at, blank.size(), 1, ' ');  // a literal would meet a false warning of GCC 12
  }
  return out;
}

bool isLocalPart(std::string_view text) {
  if (text.empty() || text.size() > kLocalPart || text.front() == '.' || text.back() == '.') return false;
  if (text.find("..") != std::string_view::npos) return false;
  return std::ranges::all_of(text, [](char c) {
    return isAlphanumeric(c) || std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
  });
}

bool isLabel(std::string_view text) {
  if (text.empty() || text.size() > kLabel || text.front() == '-' || text.back() == '-') return false;
  return std::ranges::all_of(text, [](char c) { return isAlphanumeric(c) || c == '-'; });
}

bool isDomain(std::string_view text) {
  int labels = 0;
  while (true) {
    const auto dot = text.find('.');
    if (!isLabel(text.substr(0, dot))) return false;
    ++labels;
    if (dot == std::string_view::npos) return labels > 1;
    text.remove_prefix(dot + 1);
  }
}

}  // namespace

std::string opgeschoond(std::string_view text) {
  std::string out;
  bool gap = false;
  for (const char c : asSpaces(text)) {
    if (isBlank(c)) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    out += c;
  }
  return out;
}

std::size_t tekens(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool isEmailadres(std::string_view tekst) {
  const auto at = tekst.find('@');
  if (at == std::string_view::npos) return false;
  return isLocalPart(tekst.substr(0, at)) && isDomain(tekst.substr(at + 1));
}

}  // namespace cvsgw
