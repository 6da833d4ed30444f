// What the passing of time does to a person under the Wi2007: the signals of § 3.7 that come on a day of
// their own, and the day on which a deceased person is cleaned up. Pure functions of the dossier and the
// date; the day processing (adapters/store/wi2007/dag.cpp) asks on which day to look at a person next.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "gateway/isi/signaalactie.hpp"
#include "gateway/isi/wi2007/dossier.hpp"

namespace cvsgw::isi::wi2007 {

/// The municipality where he lives; for who lives nowhere, where he last lived. Null without any stay.
const Gemeentecode* gemeenteVan(const Dossier& dossier);

/// A day on which a signal falls. Its identity is code and day: the same deadline gives its signal once.
struct Signaaltermijn {
  std::string_view code;
  Date dag;
  Date totEnMet;  ///< last day on which its text is true, for a deadline that an event puts in the past
  bool operator==(const Signaaltermijn&) const = default;
};

/// Every deadline of the person as he stands, past ones too, whether or not its condition holds.
std::vector<Signaaltermijn> signaaltermijnen(const Dossier& dossier);

/// The signals of deadlines on `dag`.
std::vector<Signaalactie> signalenOp(const Dossier& dossier, Date dag);
/// The signals of deadlines that an event from `oud` to `nieuw` has put before or on `vandaag`: without this
/// they would never come. `oud` null: a new person.
std::vector<Signaalactie> ingehaaldeSignalen(const Dossier* oud, const Dossier& nieuw, Date vandaag);

/// The day on which nothing may be left of a deceased person (§ 3.7 SS008); absent while he lives.
std::optional<Date> schoonDag(const Dossier& dossier);
/// The first day after `na` on which there is something to do; nothing when there is none.
std::optional<Date> volgendeDag(const Dossier& dossier, Date na);

}  // namespace cvsgw::isi::wi2007
