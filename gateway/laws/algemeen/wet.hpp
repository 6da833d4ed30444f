// The law that a request names.
#pragma once

#include "cvsStub.h"
#include "gateway/domain/wet.hpp"

namespace cvsgw::laws::algemeen {

constexpr Wet wetVan(alg__Wet wet) {
  switch (wet) {
    case alg__Wet::Wi2007:
      return Wet::wi2007;
    case alg__Wet::Wi2013:
      return Wet::wi2013;
    case alg__Wet::Wi2021:
      return Wet::wi2021;
  }
  return Wet::wi2021;
}

}  // namespace cvsgw::laws::algemeen
