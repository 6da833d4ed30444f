// Rules on what is searched for (Wi2007 § 3.2, § 3.5). Each gives every broken rule at once, in a fixed
// order.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "gateway/domain/melding.hpp"
#include "gateway/isi/signalen.hpp"
#include "gateway/isi/wi2007/port.hpp"

namespace cvsgw::laws::wi2007 {

/// Which numbers the request has, as text: a BSN that fails the 11-test is still a number that was given.
struct Nummers {
  std::optional<std::string_view> bsn;
  bool aNummer = false;

  bool gegeven() const { return bsn || aNummer; }
};

/// ZoekPersonen: FS001; numbers or other fields, not both (FS004) and not neither (FS003); of the other
/// fields at least one of date of birth, sex and nationality (FS003); FS002.
std::vector<Melding> controleerZoeken(const Nummers& nummers, const isi::wi2007::PersonenCriteria& criteria);
/// RaadpleegPersoon: FS001, and exactly one number (FS003, FS004).
std::vector<Melding> controleerRaadplegen(const Nummers& nummers);
/// Signals: FS001, FS002, and FS004 for what can never be found.
std::vector<Melding> controleerSignalen(const Nummers& nummers, const isi::SignaalCriteria& criteria);

}  // namespace cvsgw::laws::wi2007
