#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/opdracht.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/operations/contactgegevens.hpp"
#include "gateway/laws/wi2021/rules/contactpersonen.hpp"

namespace cvsgw::laws::wi2021 {

Outcome<VoegContactpersoonToeAntwoord> voegContactpersoonToe(const _w21__VoegContactpersoonToe& vraag,
                                                             const dispatch::CallContext& call) {
  return antwoordUit<VoegContactpersoonToeAntwoord>(
      call.isi.wi2021().muteerGemeente(call.namens, opdrachtVan(vraag, call),
                                       [&](const isi::wi2021::Gemeentestand& stand) {
                                         return voegContactpersoonToe(stand,
                                                                      gegevensVan(*vraag.contactpersoon));
                                       }),
      &isi::wi2021::Uitkomst::contactpersoon);
}

}  // namespace cvsgw::laws::wi2021
