#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/vertalen.hpp"

namespace cvsgw::laws::wi2021 {

Outcome<LijstInstellingenAntwoord> lijstInstellingen(const _w21__LijstInstellingen& vraag,
                                                     const dispatch::CallContext& call) {
  auto found = call.isi.wi2021().lijstInstellingen(vertaal(*vraag.criteria));
  if (!found) return tl::unexpected(std::move(found).error());
  LijstInstellingenAntwoord antwoord;
  antwoord.instellingen = *std::move(found);
  if (antwoord.instellingen.empty()) antwoord.meldingen = {melding("AS001")};
  return antwoord;
}

}  // namespace cvsgw::laws::wi2021
