#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/opdracht.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/rules/uren.hpp"
#include "gateway/laws/wi2021/rules/zoeken.hpp"
#include "gateway/laws/wi2021/vertalen_aanbod.hpp"

namespace cvsgw::laws::wi2021 {

Outcome<RegistreerUrenInstellingAntwoord> registreerUrenInstelling(
    const _w21__RegistreerUrenInstelling& vraag, const dispatch::CallContext& call) {
  if (auto fout = controleerBsn(vraag.bsn, "bsn"); !fout.empty())
    return afgekeurd<RegistreerUrenInstellingAntwoord>(std::move(fout));
  return antwoordUit<RegistreerUrenInstellingAntwoord>(
      call.isi.wi2021().muteerPersoon(call.namens, opdrachtVan(vraag, call), *Bsn::parse(vraag.bsn),
                                      [nieuw = vertaal(*vraag.uren)](const isi::wi2021::Stand& stand) {
                                        return registreerUrenInstelling(stand, nieuw);
                                      }),
      &isi::wi2021::Uitkomst::urenInstelling);
}

}  // namespace cvsgw::laws::wi2021
