// Day processing of the Wi2021: who is concerned by a day is found in `wacht2021`, not by reading dossiers.
#pragma once

#include <functional>

#include "adapters/store/sql.hpp"
#include "gateway/isi/wi2021/dossier.hpp"

namespace cvsgw::store::wi2021 {

/// Notes on which day after `vandaag` the person is to be looked at again. save() calls it.
void planWacht(Session& writer, const isi::wi2021::Dossier& dossier, Date vandaag);

/// What happens on `day` by the passing of time alone: deadlines give their signals, links of who has moved
/// end, tests that expired are set up anew. `voortgang`: persons done, and of how many.
void advanceWi2021(Session& writer, Date day,
                   const std::function<void(std::int64_t, std::int64_t)>& voortgang);

}  // namespace cvsgw::store::wi2021
