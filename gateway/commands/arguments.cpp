#include "gateway/commands/arguments.hpp"

#include <algorithm>
#include <iostream>

namespace cvsgw {

tl::expected<Arguments, std::string> Arguments::parse(std::span<const std::string_view> words,
                                                      std::span<const std::string_view> known) {
  Arguments arguments;
  for (size_t i = 0; i < words.size(); i += 2) {
    const std::string name(words[i]);
    if (std::ranges::find(known, words[i]) == known.end()) {
      std::string names;
      for (const auto option : known) names += (names.empty() ? "" : ", ") + std::string(option);
      return tl::unexpected("onbekende optie '" + name + "'; de opties zijn " + names);
    }
    if (i + 1 == words.size()) return tl::unexpected("na " + name + " ontbreekt een waarde");
    if (!arguments.values_.emplace(name, std::string(words[i + 1])).second)
      return tl::unexpected(name + " staat er twee keer");
  }
  return arguments;
}

std::optional<std::string> Arguments::get(std::string_view name) const {
  const auto found = values_.find(name);
  if (found == values_.end()) return std::nullopt;
  return found->second;
}

int misused(std::string_view command, std::string_view text, std::string_view help) {
  std::cerr << "cvsgw " << command << ": " << text << "\n" << help;
  return 2;
}

bool helped(std::span<const std::string_view> words, std::string_view help) {
  const bool asked =
      std::ranges::any_of(words, [](std::string_view word) { return word == "--help" || word == "-h"; });
  if (asked) std::cout << help;
  return asked;
}

}  // namespace cvsgw
