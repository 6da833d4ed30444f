// The profile of a listener: what Digikoppeling WUS asks of connections and messages that come in there.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace cvsgw {

/// Source: Digikoppeling Koppelvlakstandaard WUS, Profielen. `open` is ours: TLS with a UsernameToken, no
/// Digikoppeling.
enum class Profiel : std::uint8_t {
  open,
  be,   ///< 2W-be: mutual TLS, WS-Addressing
  beS,  ///< 2W-be-S: signed as well
  beSE  ///< 2W-be-SE: encrypted as well
};

inline constexpr std::array kProfielen = {Profiel::open, Profiel::be, Profiel::beS, Profiel::beSE};

/// As in the settings and in the log.
constexpr std::string_view profielNaam(Profiel profiel) {
  switch (profiel) {
    case Profiel::open:
      return "open";
    case Profiel::be:
      return "2W-be";
    case Profiel::beS:
      return "2W-be-S";
    case Profiel::beSE:
      return "2W-be-SE";
  }
  return {};
}

constexpr std::optional<Profiel> parseProfiel(std::string_view naam) {
  for (const Profiel profiel : kProfielen) {
    if (profielNaam(profiel) == naam) return profiel;
  }
  return std::nullopt;
}

}  // namespace cvsgw
