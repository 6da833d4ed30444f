#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/opdracht.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/rules/pip.hpp"
#include "gateway/laws/wi2021/rules/zoeken.hpp"

namespace cvsgw::laws::wi2021 {

Outcome<VerwijderPipAntwoord> verwijderPip(const _w21__VerwijderPip& vraag,
                                           const dispatch::CallContext& call) {
  if (auto fout = controleerBsn(vraag.bsn, "bsn"); !fout.empty())
    return afgekeurd<VerwijderPipAntwoord>(std::move(fout));
  return antwoordUit<VerwijderPipAntwoord>(
      call.isi.wi2021().muteerPersoon(call.namens, opdrachtVan(vraag, call), *Bsn::parse(vraag.bsn),
                                      [](const isi::wi2021::Stand& stand) { return verwijderPip(stand); }),
      &isi::wi2021::Uitkomst::pip);
}

}  // namespace cvsgw::laws::wi2021
