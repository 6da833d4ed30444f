// From the generated types of changes to the domain's blocks.
#pragma once

#include "gateway/isi/wi2013/pvt.hpp"

class w13__PvtInvoerType;
class w13__FactuurInvoerType;

namespace cvsgw::laws::wi2013 {

isi::wi2013::Pvt vertaal(const w13__PvtInvoerType& invoer);
isi::wi2013::Factuur vertaal(const w13__FactuurInvoerType& invoer);

}  // namespace cvsgw::laws::wi2013
