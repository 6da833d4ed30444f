#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/rules/zoeken.hpp"
#include "gateway/laws/wi2021/vertalen.hpp"

namespace cvsgw::laws::wi2021 {

Outcome<TelSignalenAntwoord> telSignalen(const _w21__TelSignalen& vraag, const dispatch::CallContext& call) {
  auto [criteria, meldingen] = vertaal(*vraag.criteria);
  for (auto& broken : controleer(criteria)) meldingen.push_back(std::move(broken));
  TelSignalenAntwoord antwoord;
  antwoord.meldingen = std::move(meldingen);
  if (!antwoord.meldingen.empty()) return antwoord;
  auto telling = call.isi.signalen().tel(Wet::wi2021, call.namens, criteria);
  if (!telling) return tl::unexpected(std::move(telling).error());
  antwoord.telling = *telling;
  return antwoord;
}

}  // namespace cvsgw::laws::wi2021
