#include "gateway/description/query.hpp"

#include <algorithm>

namespace cvsgw::description {

namespace {

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

bool isName(std::string_view value) {
  return !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// Cuts the part before `separator` off `rest` and gives it.
std::string_view takeUntil(std::string_view& rest, char separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
  return part;
}

}  // namespace

std::optional<std::string> canonicalQuery(std::string_view query) {
  if (query.empty()) return "";
  while (!query.empty()) {
    std::string_view value = takeUntil(query, '&');
    const std::string key = lowered(takeUntil(value, '='));
    if (key == "wsdl" || key == "singlewsdl") {
      if (value.empty()) return "wsdl";
      if (key == "wsdl" && value == "split") return "wsdl=split";
      return std::nullopt;
    }
    if (key == "xsd" || key == "voorbeeld") {
      if (!isName(value)) return std::nullopt;
      return key + "=" + std::string(value);
    }
  }
  return std::nullopt;
}

bool etagMatches(std::string_view ifNoneMatch, std::string_view etag) {
  if (trimmed(ifNoneMatch) == "*") return true;
  while (!ifNoneMatch.empty()) {
    std::string_view candidate = trimmed(takeUntil(ifNoneMatch, ','));
    if (candidate.starts_with("W/")) candidate.remove_prefix(2);
    if (candidate == etag) return true;
  }
  return false;
}

}  // namespace cvsgw::description
