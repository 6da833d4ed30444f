// The effect of events of the Wi2021 on its tables.
#pragma once

#include "adapters/store/gebeurtenissen.hpp"

namespace cvsgw::store::wi2021 {

std::vector<isi::Gebeurteniskop> gebeurteniskoppen();
/// As Gebeurtenisgroep::voerUit.
std::vector<std::string> verwerkGebeurtenis(Session& writer, const isi::Gebeurtenis& gebeurtenis,
                                            Date vandaag);

}  // namespace cvsgw::store::wi2021
