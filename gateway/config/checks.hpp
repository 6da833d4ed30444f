// What a setting's value has to look like: each function takes the value as text, stores it, and returns what
// would be right when it is not.
#pragma once

#include <charconv>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "gateway/domain/date.hpp"

namespace cvsgw::config {

template <class Number>
std::string number(Number& target, const std::string& value, long low, long high) {
  long parsed = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), parsed);
  if (error != std::errc{} || end != value.data() + value.size() || parsed < low || parsed > high) {
    return "een geheel getal van " + std::to_string(low) + " tot en met " + std::to_string(high);
  }
  target = static_cast<Number>(parsed);
  return {};
}

std::string path(std::filesystem::path& target, const std::string& value, const std::filesystem::path& base);
std::string existingFile(std::filesystem::path& target, const std::string& value,
                         const std::filesystem::path& base);
std::string existingFileOrFolder(std::filesystem::path& target, const std::string& value,
                                 const std::filesystem::path& base);
std::string environment(bool& test, const std::string& value);
std::string address(std::string& target, const std::string& value);
std::string publicUrl(std::string& target, const std::string& value);
std::string oin(std::string& target, const std::string& value);
std::string mailServer(std::string& target, const std::string& value);
std::string encryption(std::string& target, const std::string& value);
std::string mailAddress(std::string& target, const std::string& value);
std::string date(std::optional<Date>& target, const std::string& value);
std::string activityRegister(std::string& target, const std::string& value);
bool isLoopback(const std::string& server);

}  // namespace cvsgw::config
