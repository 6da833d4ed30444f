// The file with all signals of one law, and the list of signals of the Wi2007: one row per signal, whatever
// its status.
#pragma once

#include "gateway/isi/signalen.hpp"
#include "gateway/isi/tabel.hpp"

namespace cvsgw::isi {

/// The columns of the law's own list of signals.
std::span<const Kolom> signaalKolommen(Wet wet);
void vulSignaal(Wet wet, const Signaal& signaal, Rij& rij);

}  // namespace cvsgw::isi
