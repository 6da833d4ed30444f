// Rules on what is searched for (Wi2013 § 3.2, § 3.7). Each gives every broken rule at once, in a fixed
// order.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "gateway/domain/melding.hpp"
#include "gateway/isi/signalen.hpp"
#include "gateway/isi/wi2013/port.hpp"

namespace cvsgw::laws::wi2013 {

/// FS001 for nine digits that fail the 11-test.
std::vector<Melding> controleerBsn(std::string_view bsn, std::string_view veld);

/// ZoekPersonen: FS001; the BSN or other fields, not both (FS004) and not neither (FS003); FS002 for a period
/// that ends before it begins. `bsn` is the request's text: one that fails the 11-test was given all the
/// same.
std::vector<Melding> controleerZoeken(std::optional<std::string_view> bsn,
                                      const isi::wi2013::PersoonCriteria& criteria);
/// Signals: FS001, FS002, and FS004 for what can never be found. No criteria are fine.
std::vector<Melding> controleerSignalen(std::optional<std::string_view> bsn,
                                        const isi::SignaalCriteria& criteria);

}  // namespace cvsgw::laws::wi2013
