#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/opdracht.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/operations/contactgegevens.hpp"
#include "gateway/laws/wi2021/rules/contactpersonen.hpp"

namespace cvsgw::laws::wi2021 {

Outcome<WijzigContactpersoonAntwoord> wijzigContactpersoon(const _w21__WijzigContactpersoon& vraag,
                                                           const dispatch::CallContext& call) {
  return antwoordUit<WijzigContactpersoonAntwoord>(
      call.isi.wi2021().muteerGemeente(call.namens, opdrachtVan(vraag, call),
                                       [&](const isi::wi2021::Gemeentestand& stand) {
                                         return wijzigContactpersoon(stand, vraag.contactpersoonId,
                                                                     gegevensVan(*vraag.contactpersoon));
                                       }),
      &isi::wi2021::Uitkomst::contactpersoon);
}

}  // namespace cvsgw::laws::wi2021
