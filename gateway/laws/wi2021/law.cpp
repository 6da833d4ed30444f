#include "gateway/laws/wi2021/law.hpp"

#include <array>

#include "cvsH.h"
#include "gateway/laws/binding.hpp"
#include "gateway/laws/wi2021/operations.hpp"

CVSGW_REQUEST(_w21__ZoekPersonen)
CVSGW_REQUEST(_w21__HaalPersonen)
CVSGW_REQUEST(_w21__RaadpleegPersoon)
CVSGW_REQUEST(_w21__RaadpleegHistorie)
CVSGW_REQUEST(_w21__RaadpleegExamen)
CVSGW_REQUEST(_w21__LijstInstellingen)
CVSGW_REQUEST(_w21__LijstContactpersonen)
CVSGW_REQUEST(_w21__RaadpleegCaseload)
CVSGW_REQUEST(_w21__ZoekSignalen)
CVSGW_REQUEST(_w21__TelSignalen)
CVSGW_REQUEST(_w21__HaalSignalen)
CVSGW_REQUEST(_w21__OntheftLbt)
CVSGW_REQUEST(_w21__VoegPipToe)
CVSGW_REQUEST(_w21__WijzigPip)
CVSGW_REQUEST(_w21__VerwijderPip)
CVSGW_REQUEST(_w21__VoegMapToe)
CVSGW_REQUEST(_w21__WijzigMap)
CVSGW_REQUEST(_w21__VerwijderMap)
CVSGW_REQUEST(_w21__VoegPvtToe)
CVSGW_REQUEST(_w21__WijzigPvt)
CVSGW_REQUEST(_w21__VerwijderPvt)
CVSGW_REQUEST(_w21__VraagLbtOpnieuwAan)
CVSGW_REQUEST(_w21__GeefBioAdvies)
CVSGW_REQUEST(_w21__RegistreerEindgesprekZroute)
CVSGW_REQUEST(_w21__WijzigEindgesprekZroute)
CVSGW_REQUEST(_w21__VerwijderEindgesprekZroute)
CVSGW_REQUEST(_w21__VoegContactpersoonToe)
CVSGW_REQUEST(_w21__WijzigContactpersoon)
CVSGW_REQUEST(_w21__VerwijderContactpersoon)
CVSGW_REQUEST(_w21__KoppelContactpersoon)
CVSGW_REQUEST(_w21__OntkoppelContactpersoon)
CVSGW_REQUEST(_w21__DraagCaseloadOver)
CVSGW_REQUEST(_w21__WijzigSignaalstatus)
CVSGW_REQUEST(_w21__VoegAanbodToe)
CVSGW_REQUEST(_w21__WijzigAanbod)
CVSGW_REQUEST(_w21__VerwijderAanbod)
CVSGW_REQUEST(_w21__RegistreerUrenGemeente)
CVSGW_REQUEST(_w21__RegistreerUrenInstelling)
CVSGW_REQUEST(_w21__ZoekCertificaten)
CVSGW_REQUEST(_w21__HaalCertificaat)
CVSGW_REQUEST(_w21__HandelCertificaatAf)

namespace cvsgw::laws::wi2021 {
namespace {

// Everything about contact persons but their name and id needs the role to change (§ 3.3.1, note 7), and so
// do certificates (§ 3.1).
constexpr std::array kOperations{
    dispatch::Operation{"ZoekPersonen", Rol::Wi2021, run<_w21__ZoekPersonen, zoekPersonen>},
    dispatch::Operation{"HaalPersonen", Rol::Wi2021, run<_w21__HaalPersonen, haalPersonen>},
    dispatch::Operation{"RaadpleegPersoon", Rol::Wi2021, run<_w21__RaadpleegPersoon, raadpleegPersoon>},
    dispatch::Operation{"RaadpleegHistorie", Rol::Wi2021, run<_w21__RaadpleegHistorie, raadpleegHistorie>},
    dispatch::Operation{"RaadpleegExamen", Rol::Wi2021, run<_w21__RaadpleegExamen, raadpleegExamen>},
    dispatch::Operation{"LijstInstellingen", Rol::Wi2021, run<_w21__LijstInstellingen, lijstInstellingen>},
    dispatch::Operation{"LijstContactpersonen", Rol::Wi2021MUT,
                        run<_w21__LijstContactpersonen, lijstContactpersonen>},
    dispatch::Operation{"RaadpleegCaseload", Rol::Wi2021MUT, run<_w21__RaadpleegCaseload, raadpleegCaseload>},
    dispatch::Operation{"ZoekSignalen", Rol::Wi2021, run<_w21__ZoekSignalen, zoekSignalen>},
    dispatch::Operation{"TelSignalen", Rol::Wi2021, run<_w21__TelSignalen, telSignalen>},
    dispatch::Operation{"HaalSignalen", Rol::Wi2021, run<_w21__HaalSignalen, haalSignalen>},
    dispatch::Operation{"OntheftLbt", Rol::Wi2021MUT, run<_w21__OntheftLbt, ontheftLbt>},
    dispatch::Operation{"VoegPipToe", Rol::Wi2021MUT, run<_w21__VoegPipToe, voegPipToe>},
    dispatch::Operation{"WijzigPip", Rol::Wi2021MUT, run<_w21__WijzigPip, wijzigPip>},
    dispatch::Operation{"VerwijderPip", Rol::Wi2021MUT, run<_w21__VerwijderPip, verwijderPip>},
    dispatch::Operation{"VoegMapToe", Rol::Wi2021MUT, run<_w21__VoegMapToe, voegMapToe>},
    dispatch::Operation{"WijzigMap", Rol::Wi2021MUT, run<_w21__WijzigMap, wijzigMap>},
    dispatch::Operation{"VerwijderMap", Rol::Wi2021MUT, run<_w21__VerwijderMap, verwijderMap>},
    dispatch::Operation{"VoegPvtToe", Rol::Wi2021MUT, run<_w21__VoegPvtToe, voegPvtToe>},
    dispatch::Operation{"WijzigPvt", Rol::Wi2021MUT, run<_w21__WijzigPvt, wijzigPvt>},
    dispatch::Operation{"VerwijderPvt", Rol::Wi2021MUT, run<_w21__VerwijderPvt, verwijderPvt>},
    dispatch::Operation{"VraagLbtOpnieuwAan", Rol::Wi2021MUT,
                        run<_w21__VraagLbtOpnieuwAan, vraagLbtOpnieuwAan>},
    dispatch::Operation{"GeefBioAdvies", Rol::Wi2021MUT, run<_w21__GeefBioAdvies, geefBioAdvies>},
    dispatch::Operation{"RegistreerEindgesprekZroute", Rol::Wi2021MUT,
                        run<_w21__RegistreerEindgesprekZroute, registreerEindgesprekZroute>},
    dispatch::Operation{"WijzigEindgesprekZroute", Rol::Wi2021MUT,
                        run<_w21__WijzigEindgesprekZroute, wijzigEindgesprekZroute>},
    dispatch::Operation{"VerwijderEindgesprekZroute", Rol::Wi2021MUT,
                        run<_w21__VerwijderEindgesprekZroute, verwijderEindgesprekZroute>},
    dispatch::Operation{"VoegContactpersoonToe", Rol::Wi2021MUT,
                        run<_w21__VoegContactpersoonToe, voegContactpersoonToe>},
    dispatch::Operation{"WijzigContactpersoon", Rol::Wi2021MUT,
                        run<_w21__WijzigContactpersoon, wijzigContactpersoon>},
    dispatch::Operation{"VerwijderContactpersoon", Rol::Wi2021MUT,
                        run<_w21__VerwijderContactpersoon, verwijderContactpersoon>},
    dispatch::Operation{"KoppelContactpersoon", Rol::Wi2021MUT,
                        run<_w21__KoppelContactpersoon, koppelContactpersoon>},
    dispatch::Operation{"OntkoppelContactpersoon", Rol::Wi2021MUT,
                        run<_w21__OntkoppelContactpersoon, ontkoppelContactpersoon>},
    dispatch::Operation{"DraagCaseloadOver", Rol::Wi2021MUT, run<_w21__DraagCaseloadOver, draagCaseloadOver>},
    dispatch::Operation{"WijzigSignaalstatus", Rol::Wi2021MUT,
                        run<_w21__WijzigSignaalstatus, wijzigSignaalstatus>},
    dispatch::Operation{"VoegAanbodToe", Rol::Wi2021MUT, run<_w21__VoegAanbodToe, voegAanbodToe>},
    dispatch::Operation{"WijzigAanbod", Rol::Wi2021MUT, run<_w21__WijzigAanbod, wijzigAanbod>},
    dispatch::Operation{"VerwijderAanbod", Rol::Wi2021MUT, run<_w21__VerwijderAanbod, verwijderAanbod>},
    dispatch::Operation{"RegistreerUrenGemeente", Rol::Wi2021MUT,
                        run<_w21__RegistreerUrenGemeente, registreerUrenGemeente>},
    dispatch::Operation{"RegistreerUrenInstelling", Rol::Wi2021MUT,
                        run<_w21__RegistreerUrenInstelling, registreerUrenInstelling>},
    dispatch::Operation{"ZoekCertificaten", Rol::Wi2021MUT, run<_w21__ZoekCertificaten, zoekCertificaten>},
    dispatch::Operation{"HaalCertificaat", Rol::Wi2021MUT, run<_w21__HaalCertificaat, haalCertificaat>},
    dispatch::Operation{"HandelCertificaatAf", Rol::Wi2021MUT,
                        run<_w21__HandelCertificaatAf, handelCertificaatAf>},
};

}  // namespace

const dispatch::Service& service() {
  static constexpr dispatch::Service kService{"InburgeringWi2021", "/ws/wi2021/v1", Namespace::wi2021,
                                              kOperations};
  return kService;
}

}  // namespace cvsgw::laws::wi2021
