// What the events of the Wi2013 share. Included by gebeurtenis*.cpp only.
#pragma once

#include "gateway/isi/wi2013/gebeurtenis.hpp"

namespace cvsgw::isi::wi2013 {

using isi::kAlleenDatum;
using isi::kBsnVeld;
using isi::kDatumVeld;

std::span<const Gebeurtenissoort> levensgebeurtenissen();
std::span<const Gebeurtenissoort> pvtgebeurtenissen();

/// A signal where the person lives, or last lived.
void plaats(Gebeurtenisgevolg& gevolg, std::string_view code, const Velden& velden);
/// Determines the right to begeleiding anew (§ 4.1): SS610 when it has changed. What has been reported to BZK
/// stands.
void herzieBegeleiding(Gebeurtenisgevolg& gevolg, const Velden& velden);

}  // namespace cvsgw::isi::wi2013
