// What DUO derives from a person's exams under the Wi2007 (§ 3.4, Examens). Pure functions of the dossier.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gateway/isi/wi2007/dossier.hpp"

namespace cvsgw::isi::wi2007 {

/// Whether this outcome is taking part: who does not show up has not taken part.
bool deelgenomen(const Examenonderdeel& onderdeel);
/// Whether a partial exemption covers this part of the inburgeringsexamen. That Taal covers the three parts
/// that test the language is our reading; the manual names the exemptions only.
bool vrijgesteldVan(const Dossier& dossier, std::string_view examen);

/// Fills in full participation in the inburgeringsexamen (all parts that are still needed after exemptions)
/// and in the Staatsexamen NT2, with the municipality and the day of the last part, once it is reached.
void werkDeelnameBij(Dossier& dossier, const std::optional<Gemeentecode>& gemeente, Date dag);

/// "Indicatie geslaagd": code of codes::kGeslaagd, by resits and exemptions.
std::string wijzeVanSlagen(const Dossier& dossier);

}  // namespace cvsgw::isi::wi2007
