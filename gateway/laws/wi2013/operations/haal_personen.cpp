#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/wi2013/operations.hpp"

namespace cvsgw::laws::wi2013 {

Outcome<HaalPersonenAntwoord> haalPersonen(const _w13__HaalPersonen& vraag,
                                           const dispatch::CallContext& call) {
  auto feed = call.isi.wi2013().haalPersonen(call.namens, vraag.naVolgnummer, vraag.maximum);
  if (!feed) return tl::unexpected(std::move(feed).error());
  HaalPersonenAntwoord antwoord;
  antwoord.laatsteVolgnummer = feed->laatsteVolgnummer;
  antwoord.meerBeschikbaar = feed->meerBeschikbaar;
  antwoord.personen = std::move(feed->ingangen);
  return antwoord;
}

}  // namespace cvsgw::laws::wi2013
