#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/wi2013/operations.hpp"
#include "gateway/laws/wi2013/vertalen.hpp"

namespace cvsgw::laws::wi2013 {

Outcome<HaalSignalenAntwoord> haalSignalen(const _w13__HaalSignalen& vraag,
                                           const dispatch::CallContext& call) {
  auto feed = call.isi.signalen().haal(Wet::wi2013, call.namens, vraag.naVolgnummer, vraag.maximum);
  if (!feed) return tl::unexpected(std::move(feed).error());
  HaalSignalenAntwoord antwoord;
  antwoord.laatsteVolgnummer = feed->laatsteVolgnummer;
  antwoord.meerBeschikbaar = feed->meerBeschikbaar;
  antwoord.signalen.reserve(feed->ingangen.size());
  for (const auto& signaal : feed->ingangen) antwoord.signalen.push_back(ingangVan(signaal));
  return antwoord;
}

}  // namespace cvsgw::laws::wi2013
