// What a change, an event or a day does to a person's signals, on SQL; the same under every law.
#pragma once

#include <algorithm>
#include <vector>

#include "adapters/store/signalen.hpp"
#include "gateway/isi/signaalactie.hpp"

namespace cvsgw::store {

/// `personen`: the person's columns of a signal, at each municipality that has him in sight. In the order of
/// the actions.
void pasToe(Session& writer, Wet wet, const std::vector<NewSignaal>& personen,
            const std::vector<isi::Signaalactie>& acties, Date vandaag);

/// Notices of the old state are settled before new ones of the same code come.
inline void plaatsenLaatst(std::vector<isi::Signaalactie>& acties) {
  std::stable_partition(acties.begin(), acties.end(),
                        [](const auto& actie) { return actie.soort != isi::Signaalactie::Soort::plaats; });
}

}  // namespace cvsgw::store
