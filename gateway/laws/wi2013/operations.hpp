// The operations of InburgeringWi2013, one file each in operations/. Each answers with messages where the
// law's rules refuse; a fault comes from the ISI only.
#pragma once

#include "gateway/dispatch/operation.hpp"
#include "gateway/laws/wi2013/antwoorden.hpp"

class _w13__ZoekPersonen;
class _w13__HaalPersonen;
class _w13__RaadpleegPersoon;
class _w13__ZoekSignalen;
class _w13__TelSignalen;
class _w13__HaalSignalen;

namespace cvsgw::laws::wi2013 {

Outcome<ZoekPersonenAntwoord> zoekPersonen(const _w13__ZoekPersonen& vraag,
                                           const dispatch::CallContext& call);
Outcome<HaalPersonenAntwoord> haalPersonen(const _w13__HaalPersonen& vraag,
                                           const dispatch::CallContext& call);
Outcome<RaadpleegPersoonAntwoord> raadpleegPersoon(const _w13__RaadpleegPersoon& vraag,
                                                   const dispatch::CallContext& call);
Outcome<ZoekSignalenAntwoord> zoekSignalen(const _w13__ZoekSignalen& vraag,
                                           const dispatch::CallContext& call);
Outcome<TelSignalenAntwoord> telSignalen(const _w13__TelSignalen& vraag, const dispatch::CallContext& call);
Outcome<HaalSignalenAntwoord> haalSignalen(const _w13__HaalSignalen& vraag,
                                           const dispatch::CallContext& call);

}  // namespace cvsgw::laws::wi2013
