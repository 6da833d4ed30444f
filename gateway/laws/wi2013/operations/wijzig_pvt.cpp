#include "cvsStub.h"
#include "gateway/laws/wi2013/operations.hpp"
#include "gateway/laws/wi2013/rules/pvt.hpp"
#include "gateway/laws/wi2013/vertalen_invoer.hpp"

namespace cvsgw::laws::wi2013 {

Outcome<WijzigPvtAntwoord> wijzigPvt(const _w13__WijzigPvt& vraag, const dispatch::CallContext& call) {
  return muteer<WijzigPvtAntwoord>(
      vraag, call, &isi::wi2013::Uitkomst::pvt,
      [invoer = vertaal(*vraag.pvt)](const isi::wi2013::Stand& stand) { return wijzigPvt(stand, invoer); });
}

}  // namespace cvsgw::laws::wi2013
