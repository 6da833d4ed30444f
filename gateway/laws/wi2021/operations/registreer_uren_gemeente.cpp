#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/opdracht.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/rules/uren.hpp"
#include "gateway/laws/wi2021/rules/zoeken.hpp"
#include "gateway/laws/wi2021/vertalen_aanbod.hpp"

namespace cvsgw::laws::wi2021 {

Outcome<RegistreerUrenGemeenteAntwoord> registreerUrenGemeente(const _w21__RegistreerUrenGemeente& vraag,
                                                               const dispatch::CallContext& call) {
  if (auto fout = controleerBsn(vraag.bsn, "bsn"); !fout.empty())
    return afgekeurd<RegistreerUrenGemeenteAntwoord>(std::move(fout));
  return antwoordUit<RegistreerUrenGemeenteAntwoord>(
      call.isi.wi2021().muteerPersoon(call.namens, opdrachtVan(vraag, call), *Bsn::parse(vraag.bsn),
                                      [nieuw = vertaal(*vraag.uren)](const isi::wi2021::Stand& stand) {
                                        return registreerUrenGemeente(stand, nieuw);
                                      }),
      &isi::wi2021::Uitkomst::urenGemeente);
}

}  // namespace cvsgw::laws::wi2021
