// A dossier for tests: a resident of Groningen with a running PVT term, a loan and no invoice.
#pragma once

#include "gateway/isi/wi2013/dossier.hpp"

namespace cvsgw::isi::wi2013 {

inline constexpr Date kVandaag(2026, 11, 22);
inline const Gemeentecode kGroningen = *Gemeentecode::parse("0014");
inline const Gemeentecode kAlmere = *Gemeentecode::parse("0034");

inline Dossier testDossier() {
  Dossier dossier;
  dossier.bsn = *Bsn::parse("999993653");
  dossier.voornamen = "Selam";
  dossier.achternaam = "Berhane";
  dossier.geslacht = "Vrouw";
  dossier.geboortedatum = Date(1994, 3, 12);
  dossier.datumVaststelling = Date(2026, 3, 1);
  dossier.verblijven = {{kGroningen, Date(2026, 1, 10), std::nullopt}};
  dossier.inburgeringsplichtig = true;
  dossier.pvt.pvtPlichtig = true;
  dossier.pvt.datumStartPvtPlicht = Date(2026, 3, 1);
  dossier.pvt.datumEindePvtPlicht = pvtTermijnEinde(Date(2026, 3, 1));
  dossier.lening = true;
  return dossier;
}

}  // namespace cvsgw::isi::wi2013
