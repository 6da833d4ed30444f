// Rules on what is searched for. Each gives every broken rule at once.
#pragma once

#include <string_view>
#include <vector>

#include "gateway/domain/melding.hpp"
#include "gateway/isi/signalen.hpp"
#include "gateway/isi/wi2021/port.hpp"

namespace cvsgw::laws::wi2021 {

/// FS001: nine digits that are no BSN. `veld` is the element's path.
std::vector<Melding> controleerBsn(std::string_view bsn, std::string_view veld);
/// FS002 and FS102. The BSN is checked before it becomes a criterion.
std::vector<Melding> controleer(const isi::wi2021::PersoonCriteria& criteria);
/// FS002.
std::vector<Melding> controleer(const isi::SignaalCriteria& criteria);

}  // namespace cvsgw::laws::wi2021
