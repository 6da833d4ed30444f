// Hours (§ 3.6.11): totals up to a day, per kind at the municipality and per institution.
#pragma once

#include <cstdint>

#include "gateway/isi/wi2021/mutatie.hpp"

namespace cvsgw::laws::wi2021 {

/// The highest total that DUO takes (M2M GevolgdeUren).
inline constexpr std::int32_t kMaximumUren = 9999;

/// Of `nieuw` only kind, number and day are read. The total replaces what this municipality gave before.
isi::wi2021::Besluit registreerUrenGemeente(const isi::wi2021::Stand& stand,
                                            const isi::wi2021::UrenGemeente& nieuw);
/// Of `nieuw` only institution, totals and day are read; a total that is absent stays as it was.
isi::wi2021::Besluit registreerUrenInstelling(const isi::wi2021::Stand& stand,
                                              const isi::wi2021::UrenInstelling& nieuw);

}  // namespace cvsgw::laws::wi2021
