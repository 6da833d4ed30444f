// One setting as a row of a table: where it stands in the file, how it is checked, how it is explained.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace cvsgw::config {

enum class Kind { text, number, date };

/// `apply` gets the value as text and returns what would be right when it is not.
template <class Target>
struct Row {
  std::string_view section;
  std::string_view key;
  Kind kind;
  std::string_view example;  ///< as it stands in the example file
  std::string_view meaning;
  std::string (*apply)(Target&, const std::string& value, const std::filesystem::path& base);
};

}  // namespace cvsgw::config
