// What holds for every change to a person under the Wi2013: may this municipality change him at all, and is
// it about what the caller read. Pure decisions; messages in order of precedence.
#pragma once

#include <string_view>
#include <vector>

#include "gateway/domain/melding.hpp"
#include "gateway/isi/wi2013/mutatie.hpp"

namespace cvsgw::laws::wi2013 {

/// FS304 (deceased), FS306 (no longer in the BRP) or FS305 (lives elsewhere), whichever comes first; and
/// FS010 when the caller expects another version than `versie`, which is empty for an object that is not
/// there.
std::vector<Melding> controleerWijzigbaar(const isi::wi2013::Stand& stand, std::string_view versie);

/// Whether an FS is among them.
bool geweigerd(const std::vector<Melding>& meldingen);

}  // namespace cvsgw::laws::wi2013
