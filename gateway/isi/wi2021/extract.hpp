// The file 'Inburgeraars 2021 extract' (§ 3.7): who is in it and what its columns hold. The manual names the
// file and who is in it, not its columns: those are ours, the facts of the person's screens by which a
// municipality filters and counts.
#pragma once

#include "gateway/isi/tabel.hpp"
#include "gateway/isi/wi2021/dossier.hpp"

namespace cvsgw::isi::wi2021 {

/// Days during which a municipality that a person has left still finds him in its file.
inline constexpr int kExtractNaVertrekDagen = 28;

std::span<const Kolom> extractKolommen();

/// The cells of this person's row in the file of `gemeente` on `dag`; false, and no row, when he is not in
/// it. The cells point into the dossier.
bool vulExtract(const Dossier& dossier, const Gemeentecode& gemeente, Date dag, Rij& rij);

}  // namespace cvsgw::isi::wi2021
