// The learnability test (§ 3.6.5): exempting a person from it, and asking for it once more.
#pragma once

#include <cstddef>

#include "gateway/isi/wi2021/mutatie.hpp"

namespace cvsgw::laws::wi2021 {

/// Characters that a municipality may use for its own reason.
inline constexpr std::size_t kTekensToelichting = 140;

isi::wi2021::Besluit ontheftLbt(const isi::wi2021::Stand& stand);

isi::wi2021::Besluit vraagLbtOpnieuwAan(const isi::wi2021::Stand& stand,
                                        const isi::wi2021::LbtHerkansing& verzoek);

}  // namespace cvsgw::laws::wi2021
