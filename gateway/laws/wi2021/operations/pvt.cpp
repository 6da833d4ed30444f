// VoegPvtToe, WijzigPvt, VerwijderPvt: the same three as for the other part (rules/afronding.hpp).
#include "cvsStub.h"
#include "gateway/laws/wi2021/muteer.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/vertalen_invoer.hpp"

namespace cvsgw::laws::wi2021 {

using isi::wi2021::Pvt;
using isi::wi2021::Stand;
using isi::wi2021::Uitkomst;

Outcome<VoegPvtToeAntwoord> voegPvtToe(const _w21__VoegPvtToe& vraag, const dispatch::CallContext& call) {
  return muteer<VoegPvtToeAntwoord>(
      vraag, call, &Uitkomst::pvt,
      [invoer = vertaal(*vraag.pvt)](const Stand& stand) { return voegAfrondingToe<Pvt>(stand, invoer); });
}

Outcome<WijzigPvtAntwoord> wijzigPvt(const _w21__WijzigPvt& vraag, const dispatch::CallContext& call) {
  return muteer<WijzigPvtAntwoord>(
      vraag, call, &Uitkomst::pvt,
      [invoer = vertaal(*vraag.pvt)](const Stand& stand) { return wijzigAfronding<Pvt>(stand, invoer); });
}

Outcome<VerwijderPvtAntwoord> verwijderPvt(const _w21__VerwijderPvt& vraag,
                                           const dispatch::CallContext& call) {
  return muteer<VerwijderPvtAntwoord>(vraag, call, &Uitkomst::pvt,
                                      [](const Stand& stand) { return verwijderAfronding<Pvt>(stand); });
}

}  // namespace cvsgw::laws::wi2021
