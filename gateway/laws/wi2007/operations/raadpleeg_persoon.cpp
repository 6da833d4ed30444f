#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/wi2007/operations.hpp"
#include "gateway/laws/wi2007/vertalen.hpp"

namespace cvsgw::laws::wi2007 {

Outcome<RaadpleegPersoonAntwoord> raadpleegPersoon(const _w07__RaadpleegPersoon& vraag,
                                                   const dispatch::CallContext& call) {
  RaadpleegPersoonAntwoord antwoord;
  const auto [criteria, meldingen] = vertaal(*vraag.criteria);
  antwoord.meldingen = meldingen;
  if (!antwoord.meldingen.empty()) return antwoord;
  auto persoon = call.isi.wi2007().raadpleegPersoon(call.namens, criteria);
  if (!persoon) return tl::unexpected(std::move(persoon).error());
  antwoord.persoon = *std::move(persoon);
  if (!antwoord.persoon) antwoord.meldingen = {melding("AS001")};
  return antwoord;
}

}  // namespace cvsgw::laws::wi2007
