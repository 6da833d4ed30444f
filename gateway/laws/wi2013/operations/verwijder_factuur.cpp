#include "cvsStub.h"
#include "gateway/laws/wi2013/operations.hpp"
#include "gateway/laws/wi2013/rules/factuur.hpp"

namespace cvsgw::laws::wi2013 {

Outcome<VerwijderFactuurAntwoord> verwijderFactuur(const _w13__VerwijderFactuur& vraag,
                                                   const dispatch::CallContext& call) {
  return muteer<VerwijderFactuurAntwoord>(
      vraag, call, &isi::wi2013::Uitkomst::factuur,
      [](const isi::wi2013::Stand& stand) { return verwijderFactuur(stand); });
}

}  // namespace cvsgw::laws::wi2013
