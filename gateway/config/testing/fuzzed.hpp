// What must hold of any settings file, for the fuzz target and the replay of its corpus.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "gateway/config/settings.hpp"

namespace cvsgw::config::testing {

/// Reads `text` as a settings file; it never touches a disk.
inline tl::expected<Settings, Mistakes> loadText(std::string_view text) {
  const int file = ::memfd_create("instellingen", 0);
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto n = ::write(file, rest.data(), rest.size());
    if (n <= 0) break;
    rest.remove_prefix(static_cast<std::size_t>(n));
  }
  auto loaded = load("/proc/self/fd/" + std::to_string(file),
                     [](const std::string&) -> std::optional<std::string> { return std::nullopt; });
  ::close(file);
  return loaded;
}

/// Empty, or what does not hold: settings that are taken are within bounds, and whoever is refused is told
/// why.
inline std::string settingsFlaw(std::string_view text) {
  const auto loaded = loadText(text);
  if (!loaded) {
    if (loaded.error().empty()) return "refused without a reason";
    const bool silent = std::ranges::any_of(loaded.error(), [](const std::string& m) { return m.empty(); });
    return silent ? "an empty reason" : "";
  }
  const auto within = [](int value, int low, int high) { return low <= value && value <= high; };
  if (!within(loaded->maximumBytes, 4096, 1 << 20)) return "a message out of bounds";
  if (!within(loaded->maximumVerbindingen, 1, 100000)) return "connections out of bounds";
  if (!within(loaded->handdruk, 1, 60) || !within(loaded->kop, 1, 60) || !within(loaded->inhoud, 1, 120))
    return "a deadline out of bounds";
  if (loaded->adres.empty() || loaded->beheerAdres.empty()) return "no address";
  if (!loaded->mailServer.empty() && loaded->mailAfzender.empty()) return "mail without a sender";
  return {};
}

}  // namespace cvsgw::config::testing
