// What the passing of time does to a person under the Wi2021: the signals of § 4.1 that come on a day of
// their own, links that end, tests that expire. Pure functions of the dossier and the date; the day
// processing (adapters/store/wi2021/dag.cpp) asks on which day to look at a person next, and what happens
// then.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/isi/aow.hpp"
#include "gateway/isi/wi2021/dossier.hpp"
#include "gateway/isi/wi2021/mutatie.hpp"

namespace cvsgw::isi::wi2021 {

using isi::aowDatum;
/// How long a registration for the leerbaarheidstoets lasts.
inline constexpr int kLbtMaanden = 12;
/// Whether the pension age lies within six months of `dag`, or has passed (§ 4.1 SS128: a plan and an offer
/// are then not required).
bool aowBinnenZesMaanden(const Dossier& dossier, Date dag);

/// The stay that lasts on `dag`; null for who lives nowhere (left the country).
const Verblijf* verblijfOp(const Dossier& dossier, Date dag);
/// Whether the obligation runs on `dag`: not ended, not temporarily exempted, alive.
bool plichtLoopt(const Dossier& dossier);

/// A day on which a signal falls. Its identity is code and day: the same deadline gives its signal once.
struct Signaaltermijn {
  std::string_view code;
  Date dag;       ///< the day of the signal
  Date totEnMet;  ///< last day on which its text is true, for a deadline that a change puts in the past
  bool operator==(const Signaaltermijn&) const = default;
};

/// Every deadline of the person as he stands, past ones too, whether or not its condition holds.
std::vector<Signaaltermijn> signaaltermijnen(const Dossier& dossier);

/// The signals of `dag` for deadlines that `oud` had already; conditions and municipality are those of
/// `nieuw` (the same person after what else happened on that day).
std::vector<Signaalactie> signalenOp(const Dossier& oud, const Dossier& nieuw, Date dag);
/// The signals of deadlines that a change from `oud` to `nieuw` has put on or before `vandaag`: without this
/// they would never come. `oud` null: a new person.
std::vector<Signaalactie> ingehaaldeSignalen(const Dossier* oud, const Dossier& nieuw, Date vandaag);

/// Ends the links at municipalities where the person no longer stays, on the day of leaving (rulings).
bool beeindigKoppelingen(Dossier& dossier, Date dag);

/// A person after one day.
struct Dagstap {
  Dossier dossier;
  bool gewijzigd = false;
  std::vector<Signaalactie> signalen;  ///< beside those of deadlines
};
/// What happens to the person on `dag` beside the signals of deadlines: a plan or a final talk becomes
/// definitive, links end, expired tests are set up anew. `examennummer` gives a fresh number.
Dagstap verwerkDag(const Dossier& dossier, Date dag, const std::function<std::string()>& examennummer);

/// The first day after `na` on which one of these functions has something to do; nothing when there is none.
std::optional<Date> volgendeDag(const Dossier& dossier, Date na);

}  // namespace cvsgw::isi::wi2021
