#include "gateway/laws/algemeen/operations.hpp"

namespace cvsgw::laws::algemeen {

Outcome<PingAntwoord> ping(const _alg__Ping&, const dispatch::CallContext& call) {
  return PingAntwoord{call.clock.now(), call.vandaag, CVSGW_VERSIE};
}

}  // namespace cvsgw::laws::algemeen
