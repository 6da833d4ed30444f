// Events about what a municipality sent to DUO, under no law in particular.
#pragma once

#include <string>
#include <vector>

#include "adapters/store/sql.hpp"
#include "gateway/isi/gebeurtenis.hpp"

namespace cvsgw::store::loket {

/// `verzoek-besluit`: DUO grants or refuses a request. What is granted is done in the same transaction.
std::vector<isi::Gebeurteniskop> gebeurteniskoppen();
std::vector<std::string> verwerkGebeurtenis(Session& writer, const isi::Gebeurtenis& gebeurtenis,
                                            Date vandaag);

}  // namespace cvsgw::store::loket
