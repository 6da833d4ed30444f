// Extensions of the term that DUO gives by itself because of an offer (§ 3.6.7.1, note 25; Divosa § 3.4.4).
// Pure. Every extension is given once: calling again on the same facts changes nothing.
#pragma once

#include <vector>

#include "gateway/isi/wi2021/mutatie.hpp"

namespace cvsgw::isi::wi2021 {

inline constexpr int kVerlengingMaanden = 6;
/// Months after the initial plan within which the first offer is to be passed on.
inline constexpr int kAanbodBinnenMaanden = 3;
/// Months after the offer within which the education is to start in the O-route.
inline constexpr int kStartBinnenMaanden = 6;
/// Months before the end of the term at which a late offer is weighed.
inline constexpr int kWeegLaatAanbodMaanden = 6;

/// Codes of kVerlengingsgrond.
inline constexpr std::string_view kGrondLaatAanbod = "1";
inline constexpr std::string_view kGrondLateStart = "2";

/// The day on which the offer was first passed on; a change has a later day of registration.
Date doorgegevenOp(const Aanbod& aanbod, const Dossier& dossier);
/// The first day of all offers; nothing when there is none.
std::optional<Date> eersteAanbodOp(const Dossier& dossier);
/// Whether an offer passed on at `dag` comes more than three months after the initial plan was passed on.
bool aanbodTeLaat(const Dossier& dossier, Date dag);

/// Gives the extensions that are due at `vandaag` and says which signals follow (SS103). For a change of an
/// offer, for the start of the term (an offer may stand before it) and for the day processing (a late offer
/// is weighed six months before the end).
std::vector<Signaalactie> verlengWegensAanbod(Dossier& dossier, Date vandaag);

}  // namespace cvsgw::isi::wi2021
