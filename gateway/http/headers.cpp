#include "gateway/http/headers.hpp"

#include <algorithm>

namespace cvsgw::http {

namespace {

char lowered(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

bool equalsIgnoringCase(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lowered(x) == lowered(y); });
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

void Headers::add(std::string_view name, std::string_view value) {
  if (fields_.empty()) {
    fields_.reserve(12);
    text_.reserve(512);
  }
  const auto at = static_cast<std::uint32_t>(text_.size());
  const auto nameLength = static_cast<std::uint32_t>(name.size());
  fields_.push_back({at, nameLength, at + nameLength, static_cast<std::uint32_t>(value.size())});
  text_.append(name).append(value);
}

std::optional<std::string_view> Headers::find(std::string_view wanted) const {
  for (const Field& field : fields_) {
    if (equalsIgnoringCase(name(field), wanted)) return value(field);
  }
  return std::nullopt;
}

std::size_t Headers::count(std::string_view wanted) const {
  return static_cast<std::size_t>(std::count_if(fields_.begin(), fields_.end(), [&](const Field& field) {
    return equalsIgnoringCase(name(field), wanted);
  }));
}

std::optional<std::string> Headers::joined(std::string_view wanted) const {
  std::optional<std::string> all;
  for (const Field& field : fields_) {
    if (!equalsIgnoringCase(name(field), wanted)) continue;
    if (all) {
      all->append(", ").append(value(field));
    } else {
      all.emplace(value(field));
    }
  }
  return all;
}

}  // namespace cvsgw::http
