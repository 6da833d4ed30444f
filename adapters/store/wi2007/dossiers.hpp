// How a Wi2007 dossier is kept: the dossier itself, who sees it, and its search rows.
#pragma once

#include "adapters/store/sql.hpp"
#include "gateway/isi/wi2007/dossier.hpp"

namespace cvsgw::store {

/// Stores the dossier, brings sight and search rows in line with it, and moves the person in the feed of
/// every municipality that sees or saw him. Throws Error.
void saveWi2007(Session& writer, const isi::wi2007::Dossier& dossier, Date vandaag);

/// Day processing: who comes into ISI definitief on `day` by the passing of time alone (a year abroad) moves
/// in the feeds, since his row changes.
void advanceWi2007(Session& writer, Date day);

}  // namespace cvsgw::store
