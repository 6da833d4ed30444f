// The rules that hold under all laws and belong to no single one, by area.
#pragma once

#include <span>

#include "gateway/domain/regel.hpp"

namespace cvsgw::laws::algemeen {

std::span<const Regel> bestandenRegels();
std::span<const Regel> loketRegels();

}  // namespace cvsgw::laws::algemeen
