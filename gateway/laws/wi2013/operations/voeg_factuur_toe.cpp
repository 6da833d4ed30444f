#include "cvsStub.h"
#include "gateway/laws/wi2013/operations.hpp"
#include "gateway/laws/wi2013/rules/factuur.hpp"
#include "gateway/laws/wi2013/vertalen_invoer.hpp"

namespace cvsgw::laws::wi2013 {

Outcome<VoegFactuurToeAntwoord> voegFactuurToe(const _w13__VoegFactuurToe& vraag,
                                               const dispatch::CallContext& call) {
  return muteer<VoegFactuurToeAntwoord>(vraag, call, &isi::wi2013::Uitkomst::factuur,
                                        [invoer = vertaal(*vraag.factuur)](const isi::wi2013::Stand& stand) {
                                          return voegFactuurToe(stand, invoer);
                                        });
}

}  // namespace cvsgw::laws::wi2013
