// The files of the Wi2013: 'PVT extract' with the columns A to V of § 4.4, and 'Maatschappelijke begeleiding
// <jaar>' (§ 4.3).
#pragma once

#include "gateway/isi/tabel.hpp"
#include "gateway/isi/wi2013/zicht.hpp"

namespace cvsgw::isi::wi2013 {

std::span<const Kolom> pvtKolommen();
/// False, and no row, for who is no longer registered in the BRP on `dag` (§ 3.3).
bool vulPvtExtract(const Dossier& dossier, Date dag, Rij& rij);

std::span<const Kolom> begeleidingKolommen();
/// False, and no row, unless the person's right was reported for `gemeente` in `jaar`.
bool vulBegeleiding(const Dossier& dossier, const Gemeentecode& gemeente, int jaar, Rij& rij);

}  // namespace cvsgw::isi::wi2013
