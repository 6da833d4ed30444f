#include "cvsH.h"
#include "gateway/laws/algemeen/operations.hpp"
#include "gateway/laws/algemeen/rules/bestelling.hpp"
#include "gateway/laws/binding.hpp"
#include "gateway/laws/opdracht.hpp"

namespace cvsgw::laws::algemeen {
namespace {

BestellingInvoer vertaal(const alg__BestellingInvoerType& vraag) {
  return {soap_alg__WaardepapierCodeType2s(vraag.soap, vraag.soort),
          vraag.aantal,
          vraag.naam,
          vraag.email,
          optionalOf(vraag.telefoonnummer),
          optionalOf(vraag.kenmerk)};
}

}  // namespace

Outcome<BestelWaardepapierenAntwoord> bestelWaardepapieren(const _alg__BestelWaardepapieren& vraag,
                                                           const dispatch::CallContext& call) {
  if (!magBestellen(call.namens.rollen))
    return refuse(FaultKind::notAuthorised,
                  "De applicatiesleutel heeft voor deze bewerking niet de vereiste rol.",
                  "ordering needs a role to change");
  return antwoordUit<BestelWaardepapierenAntwoord>(
      call.isi.loket().bestel(
          call.namens, opdrachtVan(vraag, call),
          [&](const isi::loket::Bestelstand& stand) { return bestel(stand, vertaal(*vraag.bestelling)); }),
      &isi::loket::Uitkomst::bestelling);
}

}  // namespace cvsgw::laws::algemeen
