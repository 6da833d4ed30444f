// The three laws and the roles that an application key can have for a municipality.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace cvsgw {

/// The laws on civic integration. The values are stored: never renumber.
enum class Wet : std::uint8_t { wi2007 = 7, wi2013 = 13, wi2021 = 21 };
inline constexpr std::array kWetten{Wet::wi2007, Wet::wi2013, Wet::wi2021};

constexpr std::string_view wetNaam(Wet wet) {
  return wet == Wet::wi2007 ? "Wi2007" : wet == Wet::wi2013 ? "Wi2013" : "Wi2021";
}

/// The account roles of the portal (Wi2007 manual § 2.1). MUT includes reading. Values are bits of `Rollen`.
enum class Rol : std::uint8_t { Wi2007 = 1, Wi2013 = 2, Wi2013MUT = 4, Wi2021 = 8, Wi2021MUT = 16 };
inline constexpr std::array kRollen{Rol::Wi2007, Rol::Wi2013, Rol::Wi2013MUT, Rol::Wi2021, Rol::Wi2021MUT};

constexpr std::string_view rolNaam(Rol rol) {
  switch (rol) {
    case Rol::Wi2007:
      return "Wi2007";
    case Rol::Wi2013:
      return "Wi2013";
    case Rol::Wi2013MUT:
      return "Wi2013MUT";
    case Rol::Wi2021:
      return "Wi2021";
    case Rol::Wi2021MUT:
      return "Wi2021MUT";
  }
  return "";
}
constexpr std::optional<Rol> parseRol(std::string_view text) {
  for (const Rol rol : kRollen) {
    if (rolNaam(rol) == text) return rol;
  }
  return std::nullopt;
}

/// A set of roles for one municipality.
class Rollen {
 public:
  constexpr Rollen() = default;
  constexpr explicit Rollen(std::uint8_t bits) : bits_(bits) {}
  constexpr Rollen& add(Rol rol) {
    bits_ = static_cast<std::uint8_t>(bits_ | static_cast<std::uint8_t>(rol));
    return *this;
  }
  /// Exactly this role was granted.
  constexpr bool has(Rol rol) const { return (bits_ & static_cast<std::uint8_t>(rol)) != 0; }
  /// May do what `needed` allows: a MUT role stands in for its reading role.
  constexpr bool permits(Rol needed) const {
    return has(needed) || (needed == Rol::Wi2013 && has(Rol::Wi2013MUT)) ||
           (needed == Rol::Wi2021 && has(Rol::Wi2021MUT));
  }
  constexpr bool mayRead(Wet wet) const {
    return permits(wet == Wet::wi2007 ? Rol::Wi2007 : wet == Wet::wi2013 ? Rol::Wi2013 : Rol::Wi2021);
  }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr std::uint8_t bits() const { return bits_; }
  constexpr bool operator==(const Rollen&) const = default;

 private:
  std::uint8_t bits_ = 0;
};

}  // namespace cvsgw
