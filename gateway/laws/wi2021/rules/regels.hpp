// The rules of the Wi2021 by area; regels.cpp puts the areas together for `cvsgw rules` and docs/regels.md.
#pragma once

#include <vector>

#include "gateway/domain/regel.hpp"

namespace cvsgw::laws::wi2021 {

std::span<const Regel> wijzigenRegels();
std::span<const Regel> pipRegels();
std::span<const Regel> afrondingRegels();
std::span<const Regel> lbtRegels();
std::span<const Regel> bioRegels();
std::span<const Regel> eindgesprekRegels();
std::span<const Regel> dagenRegels();
std::span<const Regel> gebeurtenisRegels();
std::span<const Regel> contactpersonenRegels();
std::span<const Regel> mailRegels();
std::span<const Regel> signaalstatusRegels();
std::span<const Regel> aanbodRegels();
std::span<const Regel> urenRegels();
std::span<const Regel> certificaatRegels();
std::span<const Regel> weergaveRegels();

/// All of them, in the order of the areas.
std::vector<Regel> regels();

}  // namespace cvsgw::laws::wi2021
