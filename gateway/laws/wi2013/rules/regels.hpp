// The rules of the Wi2013 by area; regels.cpp puts the areas together for `cvsgw rules` and docs/regels.md.
#pragma once

#include <vector>

#include "gateway/domain/regel.hpp"

namespace cvsgw::laws::wi2013 {

/// From when they hold.
inline constexpr std::string_view kVanaf = "2017-10-01";

std::span<const Regel> lezenRegels();
std::span<const Regel> wijzigenRegels();
std::span<const Regel> pvtRegels();
std::span<const Regel> factuurRegels();
std::span<const Regel> gebeurtenisRegels();

/// All of them, in the order of the areas.
std::vector<Regel> regels();

}  // namespace cvsgw::laws::wi2013
