#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/opdracht.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/rules/contactpersonen.hpp"
#include "gateway/laws/wi2021/rules/zoeken.hpp"

namespace cvsgw::laws::wi2021 {

Outcome<KoppelContactpersoonAntwoord> koppelContactpersoon(const _w21__KoppelContactpersoon& vraag,
                                                           const dispatch::CallContext& call) {
  if (auto fout = controleerBsn(vraag.bsn, "bsn"); !fout.empty())
    return afgekeurd<KoppelContactpersoonAntwoord>(std::move(fout));
  return antwoordUit<KoppelContactpersoonAntwoord>(
      call.isi.wi2021().muteerPersoon(call.namens, opdrachtVan(vraag, call), *Bsn::parse(vraag.bsn),
                                      [&](const isi::wi2021::Stand& stand) {
                                        return koppelContactpersoon(stand, vraag.contactpersoonId);
                                      }),
      &isi::wi2021::Uitkomst::koppeling);
}

}  // namespace cvsgw::laws::wi2021
