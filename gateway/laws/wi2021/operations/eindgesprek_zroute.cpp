// RegistreerEindgesprekZroute, WijzigEindgesprekZroute, VerwijderEindgesprekZroute.
#include "cvsStub.h"
#include "gateway/laws/wi2021/muteer.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/vertalen_invoer.hpp"

namespace cvsgw::laws::wi2021 {

using isi::wi2021::Stand;
using isi::wi2021::Uitkomst;

Outcome<RegistreerEindgesprekZrouteAntwoord> registreerEindgesprekZroute(
    const _w21__RegistreerEindgesprekZroute& vraag, const dispatch::CallContext& call) {
  return muteer<RegistreerEindgesprekZrouteAntwoord>(
      vraag, call, &Uitkomst::eindgesprek, [invoer = vertaal(*vraag.eindgesprek)](const Stand& stand) {
        return registreerEindgesprek(stand, invoer);
      });
}

Outcome<WijzigEindgesprekZrouteAntwoord> wijzigEindgesprekZroute(const _w21__WijzigEindgesprekZroute& vraag,
                                                                 const dispatch::CallContext& call) {
  return muteer<WijzigEindgesprekZrouteAntwoord>(vraag, call, &Uitkomst::eindgesprek,
                                                 [invoer = vertaal(*vraag.eindgesprek)](const Stand& stand) {
                                                   return wijzigEindgesprek(stand, invoer);
                                                 });
}

Outcome<VerwijderEindgesprekZrouteAntwoord> verwijderEindgesprekZroute(
    const _w21__VerwijderEindgesprekZroute& vraag, const dispatch::CallContext& call) {
  return muteer<VerwijderEindgesprekZrouteAntwoord>(
      vraag, call, &Uitkomst::eindgesprek, [](const Stand& stand) { return verwijderEindgesprek(stand); });
}

}  // namespace cvsgw::laws::wi2021
