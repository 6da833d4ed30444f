// The operations of InburgeringWi2021, one file each in operations/. Each answers with messages where the
// law's rules refuse; a fault comes from the ISI only.
#pragma once

#include "gateway/dispatch/operation.hpp"
#include "gateway/laws/wi2021/antwoorden.hpp"
#include "gateway/laws/wi2021/certificaatantwoorden.hpp"
#include "gateway/laws/wi2021/gemeentemutaties.hpp"
#include "gateway/laws/wi2021/mutaties.hpp"

class _w21__ZoekPersonen;
class _w21__HaalPersonen;
class _w21__RaadpleegPersoon;
class _w21__RaadpleegHistorie;
class _w21__RaadpleegExamen;
class _w21__LijstInstellingen;
class _w21__LijstContactpersonen;
class _w21__RaadpleegCaseload;
class _w21__ZoekSignalen;
class _w21__TelSignalen;
class _w21__HaalSignalen;
class _w21__OntheftLbt;
class _w21__VoegPipToe;
class _w21__WijzigPip;
class _w21__VerwijderPip;
class _w21__VoegMapToe;
class _w21__WijzigMap;
class _w21__VerwijderMap;
class _w21__VoegPvtToe;
class _w21__WijzigPvt;
class _w21__VerwijderPvt;
class _w21__VraagLbtOpnieuwAan;
class _w21__GeefBioAdvies;
class _w21__RegistreerEindgesprekZroute;
class _w21__WijzigEindgesprekZroute;
class _w21__VerwijderEindgesprekZroute;
class _w21__VoegContactpersoonToe;
class _w21__WijzigContactpersoon;
class _w21__VerwijderContactpersoon;
class _w21__KoppelContactpersoon;
class _w21__OntkoppelContactpersoon;
class _w21__DraagCaseloadOver;
class _w21__WijzigSignaalstatus;
class _w21__VoegAanbodToe;
class _w21__WijzigAanbod;
class _w21__VerwijderAanbod;
class _w21__RegistreerUrenGemeente;
class _w21__RegistreerUrenInstelling;
class _w21__ZoekCertificaten;
class _w21__HaalCertificaat;
class _w21__HandelCertificaatAf;

namespace cvsgw::laws::wi2021 {

Outcome<ZoekPersonenAntwoord> zoekPersonen(const _w21__ZoekPersonen& vraag,
                                           const dispatch::CallContext& call);
Outcome<HaalPersonenAntwoord> haalPersonen(const _w21__HaalPersonen& vraag,
                                           const dispatch::CallContext& call);
Outcome<RaadpleegPersoonAntwoord> raadpleegPersoon(const _w21__RaadpleegPersoon& vraag,
                                                   const dispatch::CallContext& call);
Outcome<RaadpleegHistorieAntwoord> raadpleegHistorie(const _w21__RaadpleegHistorie& vraag,
                                                     const dispatch::CallContext& call);
Outcome<RaadpleegExamenAntwoord> raadpleegExamen(const _w21__RaadpleegExamen& vraag,
                                                 const dispatch::CallContext& call);
Outcome<LijstInstellingenAntwoord> lijstInstellingen(const _w21__LijstInstellingen& vraag,
                                                     const dispatch::CallContext& call);
Outcome<LijstContactpersonenAntwoord> lijstContactpersonen(const _w21__LijstContactpersonen& vraag,
                                                           const dispatch::CallContext& call);
Outcome<RaadpleegCaseloadAntwoord> raadpleegCaseload(const _w21__RaadpleegCaseload& vraag,
                                                     const dispatch::CallContext& call);
Outcome<ZoekSignalenAntwoord> zoekSignalen(const _w21__ZoekSignalen& vraag,
                                           const dispatch::CallContext& call);
Outcome<TelSignalenAntwoord> telSignalen(const _w21__TelSignalen& vraag, const dispatch::CallContext& call);
Outcome<HaalSignalenAntwoord> haalSignalen(const _w21__HaalSignalen& vraag,
                                           const dispatch::CallContext& call);

Outcome<OntheftLbtAntwoord> ontheftLbt(const _w21__OntheftLbt& vraag, const dispatch::CallContext& call);
Outcome<VoegPipToeAntwoord> voegPipToe(const _w21__VoegPipToe& vraag, const dispatch::CallContext& call);
Outcome<WijzigPipAntwoord> wijzigPip(const _w21__WijzigPip& vraag, const dispatch::CallContext& call);
Outcome<VerwijderPipAntwoord> verwijderPip(const _w21__VerwijderPip& vraag,
                                           const dispatch::CallContext& call);
Outcome<VoegMapToeAntwoord> voegMapToe(const _w21__VoegMapToe& vraag, const dispatch::CallContext& call);
Outcome<WijzigMapAntwoord> wijzigMap(const _w21__WijzigMap& vraag, const dispatch::CallContext& call);
Outcome<VerwijderMapAntwoord> verwijderMap(const _w21__VerwijderMap& vraag,
                                           const dispatch::CallContext& call);
Outcome<VoegPvtToeAntwoord> voegPvtToe(const _w21__VoegPvtToe& vraag, const dispatch::CallContext& call);
Outcome<WijzigPvtAntwoord> wijzigPvt(const _w21__WijzigPvt& vraag, const dispatch::CallContext& call);
Outcome<VerwijderPvtAntwoord> verwijderPvt(const _w21__VerwijderPvt& vraag,
                                           const dispatch::CallContext& call);
Outcome<VraagLbtOpnieuwAanAntwoord> vraagLbtOpnieuwAan(const _w21__VraagLbtOpnieuwAan& vraag,
                                                       const dispatch::CallContext& call);
Outcome<GeefBioAdviesAntwoord> geefBioAdvies(const _w21__GeefBioAdvies& vraag,
                                             const dispatch::CallContext& call);
Outcome<RegistreerEindgesprekZrouteAntwoord> registreerEindgesprekZroute(
    const _w21__RegistreerEindgesprekZroute& vraag, const dispatch::CallContext& call);
Outcome<WijzigEindgesprekZrouteAntwoord> wijzigEindgesprekZroute(const _w21__WijzigEindgesprekZroute& vraag,
                                                                 const dispatch::CallContext& call);
Outcome<VerwijderEindgesprekZrouteAntwoord> verwijderEindgesprekZroute(
    const _w21__VerwijderEindgesprekZroute& vraag, const dispatch::CallContext& call);
Outcome<VoegAanbodToeAntwoord> voegAanbodToe(const _w21__VoegAanbodToe& vraag,
                                             const dispatch::CallContext& call);
Outcome<WijzigAanbodAntwoord> wijzigAanbod(const _w21__WijzigAanbod& vraag,
                                           const dispatch::CallContext& call);
Outcome<VerwijderAanbodAntwoord> verwijderAanbod(const _w21__VerwijderAanbod& vraag,
                                                 const dispatch::CallContext& call);
Outcome<RegistreerUrenGemeenteAntwoord> registreerUrenGemeente(const _w21__RegistreerUrenGemeente& vraag,
                                                               const dispatch::CallContext& call);
Outcome<RegistreerUrenInstellingAntwoord> registreerUrenInstelling(
    const _w21__RegistreerUrenInstelling& vraag, const dispatch::CallContext& call);

Outcome<ZoekCertificatenAntwoord> zoekCertificaten(const _w21__ZoekCertificaten& vraag,
                                                   const dispatch::CallContext& call);
Outcome<HaalCertificaatAntwoord> haalCertificaat(const _w21__HaalCertificaat& vraag,
                                                 const dispatch::CallContext& call);
Outcome<HandelCertificaatAfAntwoord> handelCertificaatAf(const _w21__HandelCertificaatAf& vraag,
                                                         const dispatch::CallContext& call);

Outcome<VoegContactpersoonToeAntwoord> voegContactpersoonToe(const _w21__VoegContactpersoonToe& vraag,
                                                             const dispatch::CallContext& call);
Outcome<WijzigContactpersoonAntwoord> wijzigContactpersoon(const _w21__WijzigContactpersoon& vraag,
                                                           const dispatch::CallContext& call);
Outcome<VerwijderContactpersoonAntwoord> verwijderContactpersoon(const _w21__VerwijderContactpersoon& vraag,
                                                                 const dispatch::CallContext& call);
Outcome<KoppelContactpersoonAntwoord> koppelContactpersoon(const _w21__KoppelContactpersoon& vraag,
                                                           const dispatch::CallContext& call);
Outcome<OntkoppelContactpersoonAntwoord> ontkoppelContactpersoon(const _w21__OntkoppelContactpersoon& vraag,
                                                                 const dispatch::CallContext& call);
Outcome<DraagCaseloadOverAntwoord> draagCaseloadOver(const _w21__DraagCaseloadOver& vraag,
                                                     const dispatch::CallContext& call);
Outcome<WijzigSignaalstatusAntwoord> wijzigSignaalstatus(const _w21__WijzigSignaalstatus& vraag,
                                                         const dispatch::CallContext& call);

}  // namespace cvsgw::laws::wi2021
