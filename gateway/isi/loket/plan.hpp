// What a request about a plan has to know of it. Pure.
#pragma once

#include <optional>

#include "gateway/isi/wi2021/dossier.hpp"

namespace cvsgw::isi::loket {

/// From which day the initial plan of the present obligation is definitive (Wi2021 § 3.6.6.1); nothing
/// without one.
std::optional<Date> pipDefinitiefOp(const wi2021::Dossier& dossier);

}  // namespace cvsgw::isi::loket
