// WijzigPvt: the dates of the PV-traject and the reason for not having fulfilled the duty (Wi2013 § 3.5).
#pragma once

#include "gateway/isi/wi2013/mutatie.hpp"

namespace cvsgw::laws::wi2013 {

/// Of `invoer` only the three dates and the reason count: they are what the screen sends, all four at once,
/// and what is absent becomes empty. Threading: pure.
isi::wi2013::Besluit wijzigPvt(const isi::wi2013::Stand& stand, const isi::wi2013::Pvt& invoer);

}  // namespace cvsgw::laws::wi2013
