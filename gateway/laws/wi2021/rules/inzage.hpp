// What the overview screen warns of, from why and until when the municipality sees the person.
#pragma once

#include <vector>

#include "gateway/domain/melding.hpp"
#include "gateway/isi/wi2021/beeld.hpp"

namespace cvsgw::laws::wi2021 {

/// AS003 (deceased), AS101 and AS102 (moved away), AS103 (obligation ended); informing only.
std::vector<Melding> inzageMeldingen(const isi::wi2021::Inzage& inzage);

}  // namespace cvsgw::laws::wi2021
