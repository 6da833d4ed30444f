// Completion of the MAP (§ 3.6.9) and the PVT (§ 3.6.10): the same rules for two registrations of the same
// shape. Instantiated for isi::wi2021::Map and isi::wi2021::Pvt.
#pragma once

#include <optional>
#include <string>

#include "gateway/isi/wi2021/mutatie.hpp"

namespace cvsgw::laws::wi2021 {

/// What a municipality passes on.
struct Afronding {
  bool voldaan = false;
  std::optional<Date> datum;  ///< of the final talk (MAP) or of signing (PVT)
  std::optional<std::string> verwijtbaarheid;
  bool operator==(const Afronding&) const = default;
};

template <class Soort>
isi::wi2021::Besluit voegAfrondingToe(const isi::wi2021::Stand& stand, const Afronding& invoer);
template <class Soort>
isi::wi2021::Besluit wijzigAfronding(const isi::wi2021::Stand& stand, const Afronding& invoer);
template <class Soort>
isi::wi2021::Besluit verwijderAfronding(const isi::wi2021::Stand& stand);

}  // namespace cvsgw::laws::wi2021
