// A dossier for tests: a resident of Groningen with a running PVT term, a loan and no invoice.
#pragma once

#include "gateway/domain/testing/hier_en_nu.hpp"
#include "gateway/isi/wi2013/dossier.hpp"
#include "gateway/isi/wi2013/zicht.hpp"

namespace cvsgw::isi::wi2013 {

inline constexpr auto kWoont = Verblijf::woonachtig;
inline constexpr auto kWoonde = Verblijf::voormaligWoonachtig;

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
