// Events from outside under the Wi2007: what DUO learns from the BRP, the IND and its own registers, and the
// municipality's decisions, which reach it by form. Each has one effect on the person and on the signals of
// his municipality (§ 3.4, § 3.7). The decision is pure; a back end stores its outcome whole, or nothing.
#pragma once

#include <string>
#include <vector>

#include "gateway/isi/gebeurtenis.hpp"
#include "gateway/isi/wi2007/termijnen.hpp"

namespace cvsgw::isi::wi2007 {

using isi::Gebeurtenis;
using isi::Veld;
using isi::Velden;
using isi::Veldsoort;

/// What an event brings about. A signal of kExamensignaal is placed only at a municipality that receives it.
struct Gebeurtenisgevolg {
  Dossier dossier;
  std::vector<Signaalactie> signalen;
};
/// The outcome, or the Dutch sentence that says why not and what would be right.
using Gebeurtenisbesluit = tl::expected<Gebeurtenisgevolg, std::string>;

/// § 3.7: for municipalities with a CVS, and for those that asked DUO for it.
inline constexpr std::string_view kExamensignaal = "SS065";

struct Gebeurtenissoort : Gebeurteniskop {
  Gebeurtenisbesluit (*besluit)(const Dossier& dossier, const Velden& velden);
};

/// All kinds, in the order of a person's life.
std::vector<Gebeurtenissoort> gebeurtenissoorten();

/// `dossier` null: not known under this law. The event's fields must have passed controleerVelden.
Gebeurtenisbesluit beslis(const Gebeurtenis& gebeurtenis, const Dossier* dossier, Date vandaag);

}  // namespace cvsgw::isi::wi2007
