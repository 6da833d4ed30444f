#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/opdracht.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/rules/certificaten.hpp"

namespace cvsgw::laws::wi2021 {

Outcome<HandelCertificaatAfAntwoord> handelCertificaatAf(const _w21__HandelCertificaatAf& vraag,
                                                         const dispatch::CallContext& call) {
  return antwoordUit<HandelCertificaatAfAntwoord>(
      call.isi.wi2021().muteerGemeente(call.namens, opdrachtVan(vraag, call),
                                       [&](const isi::wi2021::Gemeentestand& stand) {
                                         return handelCertificaatAf(stand, vraag.certificaatId);
                                       }),
      &isi::wi2021::Uitkomst::certificaat);
}

}  // namespace cvsgw::laws::wi2021
