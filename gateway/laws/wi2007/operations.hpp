// The operations of InburgeringWi2007, one file each in operations/. Each answers with messages where the
// law's rules refuse; a fault comes from the ISI only.
#pragma once

#include "gateway/dispatch/operation.hpp"
#include "gateway/laws/wi2007/antwoorden.hpp"

class _w07__ZoekPersonen;
class _w07__HaalPersonen;
class _w07__RaadpleegPersoon;
class _w07__HaalPersoonPdf;
class _w07__ZoekSignalen;
class _w07__TelSignalen;
class _w07__HaalSignalen;

namespace cvsgw::laws::wi2007 {

Outcome<ZoekPersonenAntwoord> zoekPersonen(const _w07__ZoekPersonen& vraag,
                                           const dispatch::CallContext& call);
Outcome<HaalPersonenAntwoord> haalPersonen(const _w07__HaalPersonen& vraag,
                                           const dispatch::CallContext& call);
Outcome<RaadpleegPersoonAntwoord> raadpleegPersoon(const _w07__RaadpleegPersoon& vraag,
                                                   const dispatch::CallContext& call);
Outcome<HaalPersoonPdfAntwoord> haalPersoonPdf(const _w07__HaalPersoonPdf& vraag,
                                               const dispatch::CallContext& call);
Outcome<ZoekSignalenAntwoord> zoekSignalen(const _w07__ZoekSignalen& vraag,
                                           const dispatch::CallContext& call);
Outcome<TelSignalenAntwoord> telSignalen(const _w07__TelSignalen& vraag, const dispatch::CallContext& call);
Outcome<HaalSignalenAntwoord> haalSignalen(const _w07__HaalSignalen& vraag,
                                           const dispatch::CallContext& call);

}  // namespace cvsgw::laws::wi2007
