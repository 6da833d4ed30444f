#include "gateway/laws/wi2007/law.hpp"

#include <array>

#include "cvsH.h"
#include "gateway/laws/binding.hpp"
#include "gateway/laws/wi2007/operations.hpp"

CVSGW_REQUEST(_w07__ZoekPersonen)
CVSGW_REQUEST(_w07__HaalPersonen)
CVSGW_REQUEST(_w07__RaadpleegPersoon)
CVSGW_REQUEST(_w07__HaalPersoonPdf)
CVSGW_REQUEST(_w07__ZoekSignalen)
CVSGW_REQUEST(_w07__TelSignalen)
CVSGW_REQUEST(_w07__HaalSignalen)

namespace cvsgw::laws::wi2007 {
namespace {

constexpr std::array kOperations{
    dispatch::Operation{"ZoekPersonen", Rol::Wi2007, run<_w07__ZoekPersonen, zoekPersonen>},
    dispatch::Operation{"HaalPersonen", Rol::Wi2007, run<_w07__HaalPersonen, haalPersonen>},
    dispatch::Operation{"RaadpleegPersoon", Rol::Wi2007, run<_w07__RaadpleegPersoon, raadpleegPersoon>},
    dispatch::Operation{"HaalPersoonPdf", Rol::Wi2007, run<_w07__HaalPersoonPdf, haalPersoonPdf>},
    dispatch::Operation{"ZoekSignalen", Rol::Wi2007, run<_w07__ZoekSignalen, zoekSignalen>},
    dispatch::Operation{"TelSignalen", Rol::Wi2007, run<_w07__TelSignalen, telSignalen>},
    dispatch::Operation{"HaalSignalen", Rol::Wi2007, run<_w07__HaalSignalen, haalSignalen>},
};

}  // namespace

const dispatch::Service& service() {
  static constexpr dispatch::Service kService{"InburgeringWi2007", "/ws/wi2007/v1", Namespace::wi2007,
                                              kOperations};
  return kService;
}

}  // namespace cvsgw::laws::wi2007
