// The operations of InburgeringWi2013, one file each in operations/. Each answers with messages where the
// law's rules refuse; a fault comes from the ISI only.
#pragma once

#include "gateway/dispatch/operation.hpp"
#include "gateway/laws/wi2013/antwoorden.hpp"
#include "gateway/laws/wi2013/mutaties.hpp"

class _w13__ZoekPersonen;
class _w13__HaalPersonen;
class _w13__RaadpleegPersoon;
class _w13__ZoekSignalen;
class _w13__TelSignalen;
class _w13__HaalSignalen;
class _w13__WijzigPvt;
class _w13__VoegFactuurToe;
class _w13__WijzigFactuur;
class _w13__VerwijderFactuur;
class _w13__WijzigSignaalstatus;

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
Outcome<WijzigPvtAntwoord> wijzigPvt(const _w13__WijzigPvt& vraag, const dispatch::CallContext& call);
Outcome<VoegFactuurToeAntwoord> voegFactuurToe(const _w13__VoegFactuurToe& vraag,
                                               const dispatch::CallContext& call);
Outcome<WijzigFactuurAntwoord> wijzigFactuur(const _w13__WijzigFactuur& vraag,
                                             const dispatch::CallContext& call);
Outcome<VerwijderFactuurAntwoord> verwijderFactuur(const _w13__VerwijderFactuur& vraag,
                                                   const dispatch::CallContext& call);
Outcome<WijzigSignaalstatusAntwoord> wijzigSignaalstatus(const _w13__WijzigSignaalstatus& vraag,
                                                         const dispatch::CallContext& call);

}  // namespace cvsgw::laws::wi2013
