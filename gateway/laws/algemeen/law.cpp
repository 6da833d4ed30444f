#include "gateway/laws/algemeen/law.hpp"

#include <array>

#include "cvsH.h"
#include "gateway/laws/algemeen/operations.hpp"
#include "gateway/laws/binding.hpp"

CVSGW_REQUEST(_alg__Ping)
CVSGW_REQUEST(_alg__RaadpleegAutorisatie)
CVSGW_REQUEST(_alg__BepaalWet)
CVSGW_REQUEST(_alg__LijstCodes)
CVSGW_REQUEST(_alg__LijstBestanden)
CVSGW_REQUEST(_alg__HaalBestand)
CVSGW_REQUEST(_alg__BestelWaardepapieren)
CVSGW_REQUEST(_alg__VerstuurContactbericht)
CVSGW_REQUEST(_alg__DienWijzigingsverzoekIn)
CVSGW_REQUEST(_alg__LijstWijzigingsverzoeken)

namespace cvsgw::laws::algemeen {
namespace {

// Any role will do: which law holds has to be known before a role for that law is of use. Where the asked
// paper or request decides which role is needed, the operation looks at it.
constexpr std::array kOperations{
    dispatch::Operation{"Ping", std::nullopt, run<_alg__Ping, ping>},
    dispatch::Operation{"RaadpleegAutorisatie", std::nullopt,
                        run<_alg__RaadpleegAutorisatie, raadpleegAutorisatie>},
    dispatch::Operation{"BepaalWet", std::nullopt, run<_alg__BepaalWet, bepaalWet>},
    dispatch::Operation{"LijstCodes", std::nullopt, run<_alg__LijstCodes, lijstCodes>},
    // Which role depends on the law of the file that is asked for.
    dispatch::Operation{"LijstBestanden", std::nullopt, run<_alg__LijstBestanden, lijstBestanden>},
    dispatch::Operation{"HaalBestand", std::nullopt, run<_alg__HaalBestand, haalBestand>},
    dispatch::Operation{"BestelWaardepapieren", std::nullopt,
                        run<_alg__BestelWaardepapieren, bestelWaardepapieren>},
    dispatch::Operation{"VerstuurContactbericht", std::nullopt,
                        run<_alg__VerstuurContactbericht, verstuurContactbericht>},
    dispatch::Operation{"DienWijzigingsverzoekIn", std::nullopt,
                        run<_alg__DienWijzigingsverzoekIn, dienWijzigingsverzoekIn>},
    dispatch::Operation{"LijstWijzigingsverzoeken", std::nullopt,
                        run<_alg__LijstWijzigingsverzoeken, lijstWijzigingsverzoeken>},
};

}  // namespace

const dispatch::Service& service() {
  static constexpr dispatch::Service kService{"InburgeringAlgemeen", "/ws/algemeen/v1", Namespace::algemeen,
                                              kOperations};
  return kService;
}

}  // namespace cvsgw::laws::algemeen
