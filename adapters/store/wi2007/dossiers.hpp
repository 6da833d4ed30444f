// Writing dossiers of the Wi2007.
#pragma once

#include <vector>

#include "adapters/store/sql.hpp"
#include "gateway/isi/signaalactie.hpp"
#include "gateway/isi/wi2007/dossier.hpp"

namespace cvsgw::store {

/// Stores the dossier with everything that follows from it: who sees him, the search columns, the names in
/// his signals, the day on which to look at him next. Of who died too long ago nothing stays.
void saveWi2007(Session& writer, const isi::wi2007::Dossier& dossier, Date vandaag);

/// Does to the person's signals what is asked, at the municipalities that have him in sight.
void pasToeWi2007(Session& writer, const isi::wi2007::Dossier& dossier,
                  const std::vector<isi::Signaalactie>& acties, Date vandaag);

/// Removes what is left of a person whom nobody sees any more (§ 3.7 SS008): dossier and search columns. His
/// entries in the feed hold nothing but an id.
void schoonWi2007(Session& writer, const Bsn& bsn);

}  // namespace cvsgw::store
