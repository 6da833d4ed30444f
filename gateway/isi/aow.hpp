// The state pension age: the laws look at it, each in its own way.
#pragma once

#include "gateway/domain/date.hpp"

namespace cvsgw::isi {

/// The day on which a person reaches the state pension age (Algemene Ouderdomswet, article 7a).
Date aowDatum(Date geboortedatum);

}  // namespace cvsgw::isi
