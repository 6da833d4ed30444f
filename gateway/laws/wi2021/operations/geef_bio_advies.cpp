#include "cvsStub.h"
#include "gateway/laws/wi2021/muteer.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/rules/bio.hpp"
#include "gateway/laws/wi2021/vertalen_invoer.hpp"

namespace cvsgw::laws::wi2021 {

Outcome<GeefBioAdviesAntwoord> geefBioAdvies(const _w21__GeefBioAdvies& vraag,
                                             const dispatch::CallContext& call) {
  return muteer<GeefBioAdviesAntwoord>(
      vraag, call, &isi::wi2021::Uitkomst::bio,
      [advies = vertaal(*vraag.advies, call.namens.gemeente)](const isi::wi2021::Stand& stand) {
        return geefBioAdvies(stand, advies);
      });
}

}  // namespace cvsgw::laws::wi2021
