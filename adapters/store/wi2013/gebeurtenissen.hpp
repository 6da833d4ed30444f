// The effect of events of the Wi2013 on its tables.
#pragma once

#include "adapters/store/gebeurtenissen.hpp"

namespace cvsgw::store {

std::vector<isi::Gebeurteniskop> gebeurteniskoppenWi2013();
/// As Gebeurtenisgroep::voerUit.
std::vector<std::string> verwerkGebeurtenisWi2013(Session& writer, const isi::Gebeurtenis& gebeurtenis,
                                                  Date vandaag);

}  // namespace cvsgw::store
