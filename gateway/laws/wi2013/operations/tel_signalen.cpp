#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/wi2013/operations.hpp"
#include "gateway/laws/wi2013/vertalen.hpp"

namespace cvsgw::laws::wi2013 {

Outcome<TelSignalenAntwoord> telSignalen(const _w13__TelSignalen& vraag, const dispatch::CallContext& call) {
  const auto [criteria, meldingen] = vertaal(*vraag.criteria);
  TelSignalenAntwoord antwoord;
  antwoord.meldingen = meldingen;
  if (!antwoord.meldingen.empty()) return antwoord;
  auto telling = call.isi.signalen().tel(Wet::wi2013, call.namens, criteria);
  if (!telling) return tl::unexpected(std::move(telling).error());
  antwoord.telling = *telling;
  return antwoord;
}

}  // namespace cvsgw::laws::wi2013
