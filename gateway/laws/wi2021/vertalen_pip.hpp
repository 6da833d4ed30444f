// From the generated types of a plan to what the rules read.
#pragma once

#include "gateway/laws/wi2021/rules/pip.hpp"

class w21__PipInvoerType;
class w21__PipWijzigingType;

namespace cvsgw::laws::wi2021 {

PipInvoer vertaal(const w21__PipInvoerType& vraag);
PipInvoer vertaal(const w21__PipWijzigingType& vraag);

}  // namespace cvsgw::laws::wi2021
