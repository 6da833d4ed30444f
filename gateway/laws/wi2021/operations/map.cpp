// VoegMapToe, WijzigMap, VerwijderMap: the same three as for the other part (rules/afronding.hpp).
#include "cvsStub.h"
#include "gateway/laws/wi2021/muteer.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/vertalen_invoer.hpp"

namespace cvsgw::laws::wi2021 {

using isi::wi2021::Map;
using isi::wi2021::Stand;
using isi::wi2021::Uitkomst;

Outcome<VoegMapToeAntwoord> voegMapToe(const _w21__VoegMapToe& vraag, const dispatch::CallContext& call) {
  return muteer<VoegMapToeAntwoord>(
      vraag, call, &Uitkomst::map,
      [invoer = vertaal(*vraag.map)](const Stand& stand) { return voegAfrondingToe<Map>(stand, invoer); });
}

Outcome<WijzigMapAntwoord> wijzigMap(const _w21__WijzigMap& vraag, const dispatch::CallContext& call) {
  return muteer<WijzigMapAntwoord>(
      vraag, call, &Uitkomst::map,
      [invoer = vertaal(*vraag.map)](const Stand& stand) { return wijzigAfronding<Map>(stand, invoer); });
}

Outcome<VerwijderMapAntwoord> verwijderMap(const _w21__VerwijderMap& vraag,
                                           const dispatch::CallContext& call) {
  return muteer<VerwijderMapAntwoord>(vraag, call, &Uitkomst::map,
                                      [](const Stand& stand) { return verwijderAfronding<Map>(stand); });
}

}  // namespace cvsgw::laws::wi2021
