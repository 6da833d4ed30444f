#include "cvsStub.h"
#include "gateway/laws/signaalstatus.hpp"
#include "gateway/laws/wi2013/operations.hpp"
#include "gateway/laws/wi2013/vertalen.hpp"

namespace cvsgw::laws::wi2013 {

Outcome<WijzigSignaalstatusAntwoord> wijzigSignaalstatus(const _w13__WijzigSignaalstatus& vraag,
                                                         const dispatch::CallContext& call) {
  const auto opdracht = opdrachtVan(vraag, call);
  const auto status = vraag.status == w13__NieuweSignaalstatusType::Afgehandeld
                          ? isi::Signaalstatus::afgehandeld
                          : isi::Signaalstatus::inBehandeling;
  const auto oordeel = [&](const auto& signalen) {
    return beoordeelStatuswijziging(opdracht.verwerking, signalen, status);
  };
  return statusAntwoordUit<WijzigSignaalstatusAntwoord>(
      call.isi.signalen().wijzigStatus(Wet::wi2013, call.namens, opdracht, vraag.signaalIds->signaalId,
                                       status, oordeel),
      [](const isi::Signaal& signaal) { return rijVan(signaal); });
}

}  // namespace cvsgw::laws::wi2013
