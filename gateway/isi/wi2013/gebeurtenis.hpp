// Events from outside under the Wi2013. Each has one effect on the person and on the signals of his
// municipalities (§ 3.9). The decision is pure; a back end stores its outcome whole, or nothing.
#pragma once

#include <string>
#include <vector>

#include "gateway/isi/gebeurtenis.hpp"
#include "gateway/isi/signaalactie.hpp"
#include "gateway/isi/wi2013/dossier.hpp"

namespace cvsgw::isi::wi2013 {

using isi::Gebeurtenis;
using isi::Veld;
using isi::Velden;
using isi::Veldsoort;

/// What an event brings about.
struct Gebeurtenisgevolg {
  Dossier dossier;
  std::vector<Signaalactie> signalen;
};
/// The outcome, or the Dutch sentence that says why not and what would be right.
using Gebeurtenisbesluit = tl::expected<Gebeurtenisgevolg, std::string>;

struct Gebeurtenissoort : Gebeurteniskop {
  Gebeurtenisbesluit (*besluit)(const Dossier& dossier, const Velden& velden);
};

/// All kinds, in the order of a person's life.
std::vector<Gebeurtenissoort> gebeurtenissoorten();

/// `dossier` null: not known under this law. The event's fields must have passed controleerVelden.
Gebeurtenisbesluit beslis(const Gebeurtenis& gebeurtenis, const Dossier* dossier, Date vandaag);

}  // namespace cvsgw::isi::wi2013
