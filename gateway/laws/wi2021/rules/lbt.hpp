// The learnability test (§ 3.6.5): exempting a person from it, and asking for it once more.
#pragma once

#include "gateway/isi/wi2021/mutatie.hpp"

namespace cvsgw::laws::wi2021 {

isi::wi2021::Besluit ontheftLbt(const isi::wi2021::Stand& stand);

}  // namespace cvsgw::laws::wi2021
