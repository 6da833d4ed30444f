#include "gateway/domain/bsn.hpp"

#include <algorithm>

namespace cvsgw {
namespace {
bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isAlnum(char c) {
  return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
}  // namespace

bool Bsn::passesElevenTest(std::string_view nineDigits) {
  if (nineDigits.size() != 9 || !std::ranges::all_of(nineDigits, isDigit)) return false;
  int sum = 0;
  for (int i = 0; i < 8; ++i) sum += (nineDigits[static_cast<size_t>(i)] - '0') * (9 - i);
  sum -= nineDigits[8] - '0';
  // 000000000 satisfies the sum and is no number that was ever given out.
  return sum % 11 == 0 && nineDigits != "000000000";
}

std::optional<Bsn> Bsn::parse(std::string_view text) {
  if (!passesElevenTest(text)) return std::nullopt;
  return Bsn(std::string(text));
}

bool namesSomebody(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789";
  for (auto at = text.find_first_of(kDigits); at != std::string_view::npos;) {
    const auto end = std::min(text.find_first_not_of(kDigits, at), text.size());
    const auto number = std::string(end - at == 8 ? "0" : "").append(text.substr(at, end - at));
    if (Bsn::parse(number)) return true;
    at = text.find_first_of(kDigits, end);
  }
  return false;
}

std::optional<Gemeentecode> Gemeentecode::parse(std::string_view text) {
  if (text.size() != 4 || !std::ranges::all_of(text, isDigit)) return std::nullopt;
  return Gemeentecode(std::string(text));
}

std::optional<Oin> Oin::parse(std::string_view text) {
  if (text.size() != 20 || !std::ranges::all_of(text, isAlnum)) return std::nullopt;
  return Oin(std::string(text));
}

}  // namespace cvsgw
