#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/opdracht.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/rules/aanbod.hpp"
#include "gateway/laws/wi2021/rules/zoeken.hpp"

namespace cvsgw::laws::wi2021 {

Outcome<VerwijderAanbodAntwoord> verwijderAanbod(const _w21__VerwijderAanbod& vraag,
                                                 const dispatch::CallContext& call) {
  if (auto fout = controleerBsn(vraag.bsn, "bsn"); !fout.empty())
    return afgekeurd<VerwijderAanbodAntwoord>(std::move(fout));
  return antwoordUit<VerwijderAanbodAntwoord>(
      call.isi.wi2021().muteerPersoon(
          call.namens, opdrachtVan(vraag, call), *Bsn::parse(vraag.bsn),
          [id = vraag.aanbodId](const isi::wi2021::Stand& stand) { return verwijderAanbod(stand, id); }),
      &isi::wi2021::Uitkomst::aanbod);
}

}  // namespace cvsgw::laws::wi2021
