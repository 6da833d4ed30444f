#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/wi2021/operations.hpp"

namespace cvsgw::laws::wi2021 {

Outcome<LijstContactpersonenAntwoord> lijstContactpersonen(const _w21__LijstContactpersonen&,
                                                           const dispatch::CallContext& call) {
  auto found = call.isi.wi2021().lijstContactpersonen(call.namens);
  if (!found) return tl::unexpected(std::move(found).error());
  LijstContactpersonenAntwoord antwoord;
  antwoord.contactpersonen = *std::move(found);
  if (antwoord.contactpersonen.empty()) antwoord.meldingen = {melding("AS106")};
  return antwoord;
}

}  // namespace cvsgw::laws::wi2021
