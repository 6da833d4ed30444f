#include "cvsStub.h"
#include "gateway/laws/wi2013/operations.hpp"
#include "gateway/laws/wi2013/rules/factuur.hpp"
#include "gateway/laws/wi2013/vertalen_invoer.hpp"

namespace cvsgw::laws::wi2013 {

Outcome<WijzigFactuurAntwoord> wijzigFactuur(const _w13__WijzigFactuur& vraag,
                                             const dispatch::CallContext& call) {
  return muteer<WijzigFactuurAntwoord>(vraag, call, &isi::wi2013::Uitkomst::factuur,
                                       [invoer = vertaal(*vraag.factuur)](const isi::wi2013::Stand& stand) {
                                         return wijzigFactuur(stand, invoer);
                                       });
}

}  // namespace cvsgw::laws::wi2013
