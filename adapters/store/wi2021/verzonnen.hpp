// The made-up persons of the Wi2021: one way of life per phase of the law, and values that go round every
// code list.
#pragma once

#include "adapters/store/populate/basis.hpp"
#include "adapters/store/wi2021/levensloop.hpp"

namespace cvsgw::store::wi2021 {

/// `ordinal` counts the persons of this law; the phase and the values follow from it.
Levensloop verzonnenLeven(const BasisPersoon& basis, std::int64_t ordinal, Random& random, Date vandaag);

/// How many phases there are: ordinals 0 to kFasen - 1 show each once.
extern const std::int64_t kFasen;

}  // namespace cvsgw::store::wi2021
