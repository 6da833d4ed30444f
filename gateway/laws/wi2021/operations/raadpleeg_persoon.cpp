#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/rules/inzage.hpp"
#include "gateway/laws/wi2021/rules/zoeken.hpp"

namespace cvsgw::laws::wi2021 {

Outcome<RaadpleegPersoonAntwoord> raadpleegPersoon(const _w21__RaadpleegPersoon& vraag,
                                                   const dispatch::CallContext& call) {
  RaadpleegPersoonAntwoord antwoord;
  antwoord.meldingen = controleerBsn(vraag.bsn, "bsn");
  if (!antwoord.meldingen.empty()) return antwoord;
  auto persoon = call.isi.wi2021().raadpleegPersoon(call.namens, *Bsn::parse(vraag.bsn));
  if (!persoon) return tl::unexpected(std::move(persoon).error());
  antwoord.persoon = *std::move(persoon);
  if (antwoord.persoon) {
    antwoord.meldingen = inzageMeldingen(antwoord.persoon->inzage);
  } else {
    antwoord.meldingen = {melding("AS001")};
  }
  return antwoord;
}

}  // namespace cvsgw::laws::wi2021
