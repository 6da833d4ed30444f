// How a Wi2013 dossier is kept: the dossier itself, who sees it, and its search rows.
#pragma once

#include <optional>
#include <vector>

#include "adapters/store/sql.hpp"
#include "gateway/isi/signaalactie.hpp"
#include "gateway/isi/wi2013/dossier.hpp"

namespace cvsgw::store {

/// The dossier, whose objects carry their `versie`; nothing when there is none.
std::optional<isi::wi2013::Dossier> loadWi2013(Session& session, const Bsn& bsn);

/// Stores a new or changed dossier with everything that follows from it: the `versie` of each object, sight,
/// search rows, the person's columns of his signals, the day on which to look at him again, and the signals
/// of deadlines that the change has put in the past. Moves the person in the feed of every municipality that
/// sees or saw him. Returns it as stored.
isi::wi2013::Dossier saveWi2013(Session& writer, isi::wi2013::Dossier dossier, Date vandaag);

/// Does to the person's signals what a change, an event or a day asks, at the municipalities that have him in
/// sight.
void pasToe(Session& writer, const isi::wi2013::Dossier& dossier,
            const std::vector<isi::Signaalactie>& acties, Date vandaag);

}  // namespace cvsgw::store
