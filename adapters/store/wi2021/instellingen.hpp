// Institutions and contact persons of the made-up world; none of them exists.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "gateway/domain/bsn.hpp"
#include "gateway/isi/wi2021/rijen.hpp"

namespace cvsgw::store::wi2021 {

/// By number; those with `tstKeurmerk` offer the Onderwijsroute.
std::span<const isi::wi2021::Instelling> instellingen();
/// Throws std::out_of_range when there is none of that number.
const isi::wi2021::Instelling& instellingMet(std::string_view instellingsnummer);

/// Contact persons of every municipality: `nummer` 0 (the general one), 1 and 2.
inline constexpr int kContactpersonenPerGemeente = 3;
std::string contactpersoonId(const Gemeentecode& gemeente, int nummer);
isi::wi2021::Contactpersoon contactpersoonVan(const Gemeentecode& gemeente, int nummer);

}  // namespace cvsgw::store::wi2021
