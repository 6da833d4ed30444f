// What the person's screen tells of why the municipality can only read.
#pragma once

#include <vector>

#include "gateway/domain/melding.hpp"
#include "gateway/isi/wi2013/beeld.hpp"

namespace cvsgw::laws::wi2013 {

/// AS003 (deceased) or AS301 (no longer a resident), informing only.
std::vector<Melding> inzageMeldingen(const isi::wi2013::Persoon& persoon);

}  // namespace cvsgw::laws::wi2013
