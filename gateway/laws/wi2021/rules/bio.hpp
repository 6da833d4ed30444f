// The advice on an exemption because of particular individual circumstances (BIO, § 3.6.14).
#pragma once

#include <cstddef>

#include "gateway/isi/wi2021/mutatie.hpp"

namespace cvsgw::laws::wi2021 {

/// Characters of one answer.
inline constexpr std::size_t kTekensBioAntwoord = 1167;

/// `advies` as the municipality gives it; its gemeentecode is that of who asks.
isi::wi2021::Besluit geefBioAdvies(const isi::wi2021::Stand& stand, const isi::wi2021::BioAdvies& advies);

}  // namespace cvsgw::laws::wi2021
