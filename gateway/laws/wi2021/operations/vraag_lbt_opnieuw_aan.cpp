#include "cvsStub.h"
#include "gateway/laws/wi2021/muteer.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/rules/lbt.hpp"
#include "gateway/laws/wi2021/vertalen_invoer.hpp"

namespace cvsgw::laws::wi2021 {

Outcome<VraagLbtOpnieuwAanAntwoord> vraagLbtOpnieuwAan(const _w21__VraagLbtOpnieuwAan& vraag,
                                                       const dispatch::CallContext& call) {
  return muteer<VraagLbtOpnieuwAanAntwoord>(
      vraag, call, &isi::wi2021::Uitkomst::leerbaarheidstoets,
      [verzoek = vertaal(*vraag.herkansing, call.namens.vandaag)](const isi::wi2021::Stand& stand) {
        return vraagLbtOpnieuwAan(stand, verzoek);
      });
}

}  // namespace cvsgw::laws::wi2021
