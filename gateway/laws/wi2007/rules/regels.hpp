// The rules of the Wi2007 by area; regels.cpp puts the areas together for `cvsgw rules` and docs/regels.md.
#pragma once

#include <vector>

#include "gateway/domain/regel.hpp"

namespace cvsgw::laws::wi2007 {

/// From when they hold.
inline constexpr std::string_view kVanaf = "2007-01-01";

std::span<const Regel> zoekRegels();
std::span<const Regel> persoonRegels();
std::span<const Regel> signaalRegels();

/// All of them, in the order of the areas.
std::vector<Regel> regels();

}  // namespace cvsgw::laws::wi2007
