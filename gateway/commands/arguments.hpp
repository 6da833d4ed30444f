// Options of the form `--name value`, each at most once.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace cvsgw {

class Arguments {
 public:
  /// Reads options that are in `known`; the error says what is wrong.
  static tl::expected<Arguments, std::string> parse(std::span<const std::string_view> words,
                                                    std::span<const std::string_view> known);
  std::optional<std::string> get(std::string_view name) const;

 private:
  std::map<std::string, std::string, std::less<>> values_;
};

/// Says on stderr what is wrong with a call of `cvsgw command`, and how it is called; the exit status of such
/// a call.
int misused(std::string_view command, std::string_view text, std::string_view help);

/// Whether the words ask how a command is called, anywhere among them; then `help` was shown on stdout.
bool helped(std::span<const std::string_view> words, std::string_view help);

}  // namespace cvsgw
