// The final talk of the Z-route (§ 3.6.15). What it brings about after two weeks is
// gateway/isi/wi2021/gevolgen_eindgesprek.hpp.
#pragma once

#include <cstdint>
#include <optional>

#include "gateway/isi/wi2021/mutatie.hpp"

namespace cvsgw::laws::wi2021 {

/// What a municipality passes on.
struct EindgesprekInvoer {
  Date datum;
  std::optional<std::int32_t> urenTaallesKnm;  ///< not checked
  bool operator==(const EindgesprekInvoer&) const = default;
};

isi::wi2021::Besluit registreerEindgesprek(const isi::wi2021::Stand& stand, const EindgesprekInvoer& invoer);
isi::wi2021::Besluit wijzigEindgesprek(const isi::wi2021::Stand& stand, const EindgesprekInvoer& invoer);
isi::wi2021::Besluit verwijderEindgesprek(const isi::wi2021::Stand& stand);

}  // namespace cvsgw::laws::wi2021
