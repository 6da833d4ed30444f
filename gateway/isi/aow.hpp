// The state pension age: the laws look at it, each in its own way. The manuals name it and give no ages:
// these come from outside the sources, from article 7a of the Algemene Ouderdomswet and what the government
// has announced since. aow.cpp is the one place to change them.
#pragma once

#include "gateway/domain/date.hpp"

namespace cvsgw::isi {

/// The day on which a person reaches the state pension age (Algemene Ouderdomswet, article 7a).
Date aowDatum(Date geboortedatum);

}  // namespace cvsgw::isi
