// The effect of events of the Wi2007 on its tables.
#pragma once

#include <set>

#include "adapters/store/gebeurtenissen.hpp"

namespace cvsgw::store {

std::vector<isi::Gebeurteniskop> gebeurteniskoppenWi2007();
/// As Gebeurtenisgroep::voerUit.
std::vector<std::string> verwerkGebeurtenisWi2007(Session& writer, const isi::Gebeurtenis& gebeurtenis,
                                                  Date vandaag);

/// Which municipalities have an active application key: they get SS065 without asking (§ 3.7).
void zetSleutelgemeenten(Database& database, const std::set<Gemeentecode>& gemeenten);

}  // namespace cvsgw::store
