#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/opdracht.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/rules/aanbod.hpp"
#include "gateway/laws/wi2021/rules/zoeken.hpp"
#include "gateway/laws/wi2021/vertalen_aanbod.hpp"

namespace cvsgw::laws::wi2021 {

Outcome<WijzigAanbodAntwoord> wijzigAanbod(const _w21__WijzigAanbod& vraag,
                                           const dispatch::CallContext& call) {
  if (auto fout = controleerBsn(vraag.bsn, "bsn"); !fout.empty())
    return afgekeurd<WijzigAanbodAntwoord>(std::move(fout));
  return antwoordUit<WijzigAanbodAntwoord>(
      call.isi.wi2021().muteerPersoon(
          call.namens, opdrachtVan(vraag, call), *Bsn::parse(vraag.bsn),
          [id = vraag.aanbodId, nieuw = vertaal(*vraag.aanbod)](const isi::wi2021::Stand& stand) {
            return wijzigAanbod(stand, id, nieuw);
          }),
      &isi::wi2021::Uitkomst::aanbod);
}

}  // namespace cvsgw::laws::wi2021
