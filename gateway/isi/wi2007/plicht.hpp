// Whether the obligation of the Wi2007 holds for a person, and why not: what the municipality has
// established, and the facts that take it away whatever was established. Pure functions of the dossier.
#pragma once

#include <optional>
#include <string>

#include "gateway/isi/wi2007/dossier.hpp"

namespace cvsgw::isi::wi2007 {

/// § 3.2, ISI definitief: the Dutch nationality, first or second, takes a person out of the law. A volunteer
/// integrates by his own choice and stays.
bool nederlands(const Dossier& dossier);
/// The day on which he reaches the state pension age, which takes him out of the law likewise; absent for a
/// volunteer and when the date of birth is not known.
std::optional<Date> aowDag(const Dossier& dossier);

struct Plichtstand {
  bool plichtig = false;
  std::optional<std::string> reden;  ///< why not, when that is known
};
/// The block Indicatie on `dag` (§ 3.4): nobody is obliged who has the diploma, is out of the law, has a
/// temporary purpose of stay or no lawful stay.
Plichtstand plichtOp(const Dossier& dossier, Date dag);

/// The exemption for an education that runs on `dag`; null when there is none.
const Vrijstelling* tijdelijkeVrijstellingOp(const Dossier& dossier, Date dag);
/// Whether a partial exemption stands, by whomever it was given.
bool gedeeltelijkVrijgesteld(const Dossier& dossier);
/// A provision that runs on `dag` (its last day included).
bool heeftVoorziening(const Dossier& dossier, Date dag);

}  // namespace cvsgw::isi::wi2007
