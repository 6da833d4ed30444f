// The term of integration as the rules on dates know it. Pure.
#pragma once

#include <optional>

#include "gateway/isi/wi2021/dossier.hpp"

namespace cvsgw::laws::wi2021 {

/// The term, also while the plan that gives it is not definitive yet: three years from the initial plan's
/// dagtekening (§ 3.6.7, § 3.6.6.2). Both absent without a plan and without a term of the present obligation.
struct Looptijd {
  std::optional<Date> start;
  std::optional<Date> einde;  ///< the last day
};

Looptijd looptijdVan(const isi::wi2021::Dossier& dossier);

}  // namespace cvsgw::laws::wi2021
