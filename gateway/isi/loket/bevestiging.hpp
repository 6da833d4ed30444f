// The mail that confirms an order of waardepapier (Wi2013 § 3.13, Wi2021 § 3.9). Pure.
#pragma once

#include "gateway/isi/loket/stukken.hpp"
#include "gateway/isi/post.hpp"

namespace cvsgw::isi::loket {

/// `bestelling` has its number. Due at the start of its day, so at once.
Mail bevestiging(const Bestelling& bestelling, const Gemeentecode& gemeente);

}  // namespace cvsgw::isi::loket
