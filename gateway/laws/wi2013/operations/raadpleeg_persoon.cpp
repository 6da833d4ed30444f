#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/wi2013/operations.hpp"
#include "gateway/laws/wi2013/rules/inzage.hpp"
#include "gateway/laws/wi2013/rules/zoeken.hpp"

namespace cvsgw::laws::wi2013 {

Outcome<RaadpleegPersoonAntwoord> raadpleegPersoon(const _w13__RaadpleegPersoon& vraag,
                                                   const dispatch::CallContext& call) {
  RaadpleegPersoonAntwoord antwoord;
  antwoord.meldingen = controleerBsn(vraag.bsn, "bsn");
  if (!antwoord.meldingen.empty()) return antwoord;
  auto persoon = call.isi.wi2013().raadpleegPersoon(call.namens, *Bsn::parse(vraag.bsn));
  if (!persoon) return tl::unexpected(std::move(persoon).error());
  antwoord.persoon = *std::move(persoon);
  antwoord.meldingen = antwoord.persoon ? inzageMeldingen(*antwoord.persoon) : std::vector{melding("AS001")};
  return antwoord;
}

}  // namespace cvsgw::laws::wi2013
