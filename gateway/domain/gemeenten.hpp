// The municipalities of the Netherlands by their CBS code.
#pragma once

#include "gateway/domain/codes.hpp"

namespace cvsgw {

/// Code and name, in the order of the codes; LijstCodes publishes it as `gemeente`. A code that is not in the
/// list (a municipality that has merged) is shown as the code itself.
extern const CodeList kGemeenten;

}  // namespace cvsgw
