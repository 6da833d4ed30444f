// Offers (§ 3.6.7): passing one on, changing it, removing it with the hours that hang on it.
#pragma once

#include <string_view>

#include "gateway/isi/wi2021/mutatie.hpp"

namespace cvsgw::laws::wi2021 {

/// Months after the start of the term during which an offer can be removed.
inline constexpr int kAanbodVerwijderbaarMaanden = 30;

/// Of `nieuw` only what the municipality gives is read: institution, dates, alfabetisering.
isi::wi2021::Besluit voegAanbodToe(const isi::wi2021::Stand& stand, const isi::wi2021::Aanbod& nieuw);
/// Of `gewijzigd` only dates and alfabetisering are read; what is absent becomes absent.
isi::wi2021::Besluit wijzigAanbod(const isi::wi2021::Stand& stand, std::string_view aanbodId,
                                  const isi::wi2021::Aanbod& gewijzigd);
isi::wi2021::Besluit verwijderAanbod(const isi::wi2021::Stand& stand, std::string_view aanbodId);

}  // namespace cvsgw::laws::wi2021
