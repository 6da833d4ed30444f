#include "gateway/laws/wi2013/law.hpp"

#include <array>

#include "cvsH.h"
#include "gateway/laws/binding.hpp"
#include "gateway/laws/wi2013/operations.hpp"

CVSGW_REQUEST(_w13__ZoekPersonen)
CVSGW_REQUEST(_w13__HaalPersonen)
CVSGW_REQUEST(_w13__RaadpleegPersoon)
CVSGW_REQUEST(_w13__ZoekSignalen)
CVSGW_REQUEST(_w13__TelSignalen)
CVSGW_REQUEST(_w13__HaalSignalen)
CVSGW_REQUEST(_w13__WijzigPvt)
CVSGW_REQUEST(_w13__VoegFactuurToe)
CVSGW_REQUEST(_w13__WijzigFactuur)
CVSGW_REQUEST(_w13__VerwijderFactuur)
CVSGW_REQUEST(_w13__WijzigSignaalstatus)

namespace cvsgw::laws::wi2013 {
namespace {

constexpr std::array kOperations{
    dispatch::Operation{"ZoekPersonen", Rol::Wi2013, run<_w13__ZoekPersonen, zoekPersonen>},
    dispatch::Operation{"HaalPersonen", Rol::Wi2013, run<_w13__HaalPersonen, haalPersonen>},
    dispatch::Operation{"RaadpleegPersoon", Rol::Wi2013, run<_w13__RaadpleegPersoon, raadpleegPersoon>},
    dispatch::Operation{"ZoekSignalen", Rol::Wi2013, run<_w13__ZoekSignalen, zoekSignalen>},
    dispatch::Operation{"TelSignalen", Rol::Wi2013, run<_w13__TelSignalen, telSignalen>},
    dispatch::Operation{"HaalSignalen", Rol::Wi2013, run<_w13__HaalSignalen, haalSignalen>},
    dispatch::Operation{"WijzigPvt", Rol::Wi2013MUT, run<_w13__WijzigPvt, wijzigPvt>},
    dispatch::Operation{"VoegFactuurToe", Rol::Wi2013MUT, run<_w13__VoegFactuurToe, voegFactuurToe>},
    dispatch::Operation{"WijzigFactuur", Rol::Wi2013MUT, run<_w13__WijzigFactuur, wijzigFactuur>},
    dispatch::Operation{"VerwijderFactuur", Rol::Wi2013MUT, run<_w13__VerwijderFactuur, verwijderFactuur>},
    dispatch::Operation{"WijzigSignaalstatus", Rol::Wi2013MUT,
                        run<_w13__WijzigSignaalstatus, wijzigSignaalstatus>},
};

}  // namespace

const dispatch::Service& service() {
  static constexpr dispatch::Service kService{"InburgeringWi2013", "/ws/wi2013/v1", Namespace::wi2013,
                                              kOperations};
  return kService;
}

}  // namespace cvsgw::laws::wi2013
