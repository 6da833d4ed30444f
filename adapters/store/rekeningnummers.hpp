// Whether DUO knows a municipality's account number: without it no invoice can be paid (Wi2013 § 3.6). An
// event of no law in particular, about a municipality.
#pragma once

#include "adapters/store/gebeurtenissen.hpp"

namespace cvsgw::store {

/// True unless the event `rekeningnummer` said otherwise.
bool rekeningnummerBekend(Session& session, const Gemeentecode& gemeente);

std::vector<isi::Gebeurteniskop> rekeningnummerkoppen();
/// As Gebeurtenisgroep::voerUit.
std::vector<std::string> verwerkRekeningnummer(Session& writer, const isi::Gebeurtenis& gebeurtenis,
                                               Date vandaag);

}  // namespace cvsgw::store
