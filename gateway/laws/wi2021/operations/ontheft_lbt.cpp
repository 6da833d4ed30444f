#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/opdracht.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/rules/inzage.hpp"
#include "gateway/laws/wi2021/rules/lbt.hpp"
#include "gateway/laws/wi2021/rules/zoeken.hpp"

namespace cvsgw::laws::wi2021 {

Outcome<OntheftLbtAntwoord> ontheftLbt(const _w21__OntheftLbt& vraag, const dispatch::CallContext& call) {
  if (auto fout = controleerBsn(vraag.bsn, "bsn"); !fout.empty())
    return afgekeurd<OntheftLbtAntwoord>(std::move(fout));
  return antwoordUit<OntheftLbtAntwoord>(
      call.isi.wi2021().muteerPersoon(call.namens, opdrachtVan(vraag, call), *Bsn::parse(vraag.bsn),
                                      [](const isi::wi2021::Stand& stand) { return ontheftLbt(stand); }),
      &isi::wi2021::Uitkomst::leerbaarheidstoets);
}

}  // namespace cvsgw::laws::wi2021
