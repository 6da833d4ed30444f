// Day processing of the Wi2007: who is concerned by a day is found in `wacht2007`, not by reading dossiers.
#pragma once

#include "adapters/store/sql.hpp"
#include "gateway/domain/date.hpp"
#include "gateway/isi/wi2007/dossier.hpp"

namespace cvsgw::store {

/// Writes down on which day after `vandaag` there is something to do for this person.
void planWachtWi2007(Session& writer, const isi::wi2007::Dossier& dossier, Date vandaag);

/// The signals of `day`, cleaning up who died, and the feed of whoever passes into ISI definitief.
void advanceWi2007(Session& writer, Date day);

}  // namespace cvsgw::store
