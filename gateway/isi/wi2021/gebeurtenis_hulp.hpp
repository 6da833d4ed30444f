// What the events of the Wi2021 share. Included by gebeurtenis*.cpp only.
#pragma once

#include <initializer_list>

#include "gateway/isi/wi2021/gebeurtenis.hpp"
#include "gateway/isi/wi2021/termijnen.hpp"

namespace cvsgw::isi::wi2021 {

std::span<const Gebeurtenissoort> levensgebeurtenissen();
std::span<const Gebeurtenissoort> besluitgebeurtenissen();
std::span<const Gebeurtenissoort> trajectgebeurtenissen();

using isi::kAlleenDatum;
using isi::kBsnVeld;
using isi::kDatumVeld;

/// A signal where the person lives or is linked; after a departure from the country, where he last lived.
void plaats(Gebeurtenisgevolg& gevolg, std::string_view code, Date vandaag);
void plaatsBij(Gebeurtenisgevolg& gevolg, std::string_view code, const Gemeentecode& gemeente);
/// A signal at every municipality that has the person in sight.
void plaatsOveral(Gebeurtenisgevolg& gevolg, std::string_view code);
void handelAf(Gebeurtenisgevolg& gevolg, std::initializer_list<std::string_view> codes);

/// Ends the obligation: the present state becomes an earlier one, and what § 3.2 settles is settled.
void beeindigPlicht(Gebeurtenisgevolg& gevolg, std::string_view reden, Date dag);
/// Gives the term another last day; the present one becomes history.
void wijzigEindeTermijn(Dossier& dossier, Date einde, std::optional<std::string> grond,
                        std::string_view reden, Date dag);

}  // namespace cvsgw::isi::wi2021
