// Day processing of the Wi2013: who is concerned by a day is found in `wacht2013`, not by reading dossiers.
#pragma once

#include <chrono>
#include <functional>

#include "adapters/store/sql.hpp"
#include "gateway/isi/wi2013/dossier.hpp"

namespace cvsgw::store {

/// The day of the weekly run in which registrations become definitive (§ 3.5): Monday, unless set otherwise.
/// It is kept with the data, so that all programs on the same data agree.
std::chrono::weekday pvtWeekdag(Session& session);
/// `dag`: 1 (Monday) to 7. Takes effect on registrations that are not yet definitive.
void zetPvtWeekdag(Database& database, int dag);

/// Notes on which day after `vandaag` the person is to be looked at again. saveWi2013 calls it.
void planWacht(Session& writer, const isi::wi2013::Dossier& dossier, Date vandaag);

/// What happens on `day` by the passing of time alone. `voortgang`: persons done, and of how many.
void advanceWi2013(Session& writer, Date day,
                   const std::function<void(std::int64_t, std::int64_t)>& voortgang);

}  // namespace cvsgw::store
