#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/binding.hpp"
#include "gateway/laws/opdracht.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/rules/contactpersonen.hpp"

namespace cvsgw::laws::wi2021 {

Outcome<VerwijderContactpersoonAntwoord> verwijderContactpersoon(const _w21__VerwijderContactpersoon& vraag,
                                                                 const dispatch::CallContext& call) {
  std::optional<std::string> aan;
  if (vraag.overdracht) aan = optionalOf(vraag.overdracht->contactpersoonId);
  return antwoordUit<VerwijderContactpersoonAntwoord>(
      call.isi.wi2021().muteerGemeente(call.namens, opdrachtVan(vraag, call),
                                       [&](const isi::wi2021::Gemeentestand& stand) {
                                         return verwijderContactpersoon(stand, vraag.contactpersoonId, aan);
                                       }),
      &isi::wi2021::Uitkomst::contactpersoon);
}

}  // namespace cvsgw::laws::wi2021
