// How a Wi2013 dossier is kept: the dossier itself, who sees it, and its search rows.
#pragma once

#include "adapters/store/sql.hpp"
#include "gateway/isi/wi2013/dossier.hpp"

namespace cvsgw::store {

/// Stores the dossier, brings sight, search rows and the person's columns in signals in line with it, and
/// moves the person in the feed of every municipality that sees or saw him. Throws Error.
void saveWi2013(Session& writer, const isi::wi2013::Dossier& dossier, Date vandaag);

}  // namespace cvsgw::store
