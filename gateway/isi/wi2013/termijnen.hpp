// What time does under the Wi2013: the deadlines of the PVT term (§ 3.9) and the weekly run in which
// registrations become definitive (§ 3.5). Pure decisions; adapters/store/wi2013/dag.cpp stores them.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "gateway/isi/signaalactie.hpp"
#include "gateway/isi/wi2013/dossier.hpp"

namespace cvsgw::isi::wi2013 {

/// § 3.5, second overrun: the reason that led to a new term is cleaned, and kept in `eerdereRedenen`; one
/// that is not definitive yet, as soon as it is.
void schoonReden(Dossier& dossier, Date dag);

/// SS602 two months before the term's last day, SS603 on the day after it, SS604 on the fifteenth day after
/// it; nothing for whom nothing is to be signed any more.
struct Termijndag {
  std::string_view code;
  Date dag;
};
std::vector<Termijndag> termijndagen(const Dossier& dossier);

/// The signals of deadlines that fall on `dag`.
std::vector<Signaalactie> signalenOp(const Dossier& dossier, Date dag);
/// The signals of deadlines that the change from `oud` has put in the past; `oud` null: a person who is new.
/// That a term nears its end is no news when it is over.
std::vector<Signaalactie> ingehaaldeSignalen(const Dossier* oud, const Dossier& nieuw, Date vandaag);

struct Dagstap {
  Dossier dossier;
  bool gewijzigd = false;
  std::vector<Signaalactie> signalen;  ///< beside those of deadlines
};
/// What happens to the person on `dag` by the passing of time. `week`: the day of the weekly run.
Dagstap verwerkDag(const Dossier& dossier, Date dag, std::chrono::weekday week);

/// The first day after `vandaag` on which something happens by itself.
std::optional<Date> volgendeDag(const Dossier& dossier, Date vandaag, std::chrono::weekday week);

/// A signal where the person lives; after a departure from the country, where he last lived.
void plaats(std::vector<Signaalactie>& acties, std::string_view code, const Dossier& dossier, Date dag);

}  // namespace cvsgw::isi::wi2013
