#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/opdracht.hpp"
#include "gateway/laws/signaalstatus.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/vertalen.hpp"

namespace cvsgw::laws::wi2021 {

Outcome<WijzigSignaalstatusAntwoord> wijzigSignaalstatus(const _w21__WijzigSignaalstatus& vraag,
                                                         const dispatch::CallContext& call) {
  const auto opdracht = opdrachtVan(vraag, call);
  const auto status = vraag.status == w21__NieuweSignaalstatusType::Afgehandeld
                          ? isi::Signaalstatus::afgehandeld
                          : isi::Signaalstatus::inBehandeling;
  return statusAntwoordUit<WijzigSignaalstatusAntwoord>(
      call.isi.signalen().wijzigStatus(
          Wet::wi2021, call.namens, opdracht, vraag.signaalIds->signaalId, status,
          [&](const auto& signalen) {
            return beoordeelStatuswijziging(opdracht.verwerking, signalen, status);
          }),
      [](const isi::Signaal& signaal) { return rijVan(signaal); });
}

}  // namespace cvsgw::laws::wi2021
