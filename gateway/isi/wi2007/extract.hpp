// The files of the Wi2007 (§ 3.8). The manual names them, not their columns nor who is in which: those are
// ours, with the display rules of the person's screen.
#pragma once

#include "gateway/isi/document.hpp"
#include "gateway/isi/tabel.hpp"
#include "gateway/isi/wi2007/dossier.hpp"

namespace cvsgw::isi::wi2007 {

/// ISI_VANAF2011 holds whose way through the law began on or after this day.
inline constexpr Date kVanaf2011{2011, 1, 1};

/// The columns of isi and of isi_vanaf2011.
std::span<const Kolom> isiKolommen();
/// The row of anyone whom the municipality sees; of who has died no more than how he can be found.
void vulIsi(const Dossier& dossier, std::string_view verblijf, Date dag, Rij& rij);
/// Inburgeringsplichtig, or else settled in the Netherlands, on or after 1 January 2011; without either date
/// a person is older than that.
bool vanaf2011(const Dossier& dossier);

std::span<const Kolom> termijnKolommen();
/// False, and no row, unless this municipality enforces, the term's last day has passed on `dag`, and the
/// person has neither a diploma nor left ISI actief otherwise.
bool vulTermijnoverschrijding(const Dossier& dossier, const Gemeentecode& gemeente, Date dag, Rij& rij);

/// The Diplomamodellenboek. The manual names it and not what is in it: this one tells which exams, parts and
/// levels the ISI knows, by which a municipality places a diploma that it is shown.
Document diplomamodellen();

}  // namespace cvsgw::isi::wi2007
