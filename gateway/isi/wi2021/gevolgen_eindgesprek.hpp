// What the final talk of the Z-route brings about when it becomes definitive (§ 3.6.15). Pure: the day
// processing stores the outcome.
#pragma once

#include <optional>

#include "gateway/isi/wi2021/gevolgen.hpp"

namespace cvsgw::isi::wi2021 {

/// The first day on which the final talk cannot be changed any more.
Date eindgesprekDefinitiefVanaf(const Eindgesprek& eindgesprek);

/// From the fifteenth day after its registration on: the obligation ends with reason ZrouteVoldaan on
/// `vandaag`, the certificate is announced (SS141) to the municipality that registered the talk, and the
/// signals that § 3.2 settles at the end of an obligation are settled. Nothing when there is no talk, it is
/// not definitive yet, or the obligation has ended already; so a second call on the same dossier has no
/// effect.
std::optional<Gevolg> maakEindgesprekDefinitief(const Dossier& dossier, Date vandaag);

}  // namespace cvsgw::isi::wi2021
