#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/isi/verantwoording.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/security/base64.hpp"
#include "gateway/security/fingerprint.hpp"

namespace cvsgw::laws::wi2021 {

Outcome<HaalCertificaatAntwoord> haalCertificaat(const _w21__HaalCertificaat& vraag,
                                                 const dispatch::CallContext& call) {
  auto found = call.isi.wi2021().haalCertificaat(call.namens, vraag.certificaatId);
  if (!found) return tl::unexpected(std::move(found).error());
  HaalCertificaatAntwoord antwoord;
  if (!*found) {
    antwoord.meldingen = {melding("FS250", "certificaatId")};
    return antwoord;
  }
  auto pdf = call.documenten.pdf(documentVan(**found));
  if (!pdf) return tl::unexpected(std::move(pdf).error());
  if (call.verantwoording) call.verantwoording->betrokkenen.add((*found)->bsn);
  antwoord.certificaat =
      CertificaatBestand{(*found)->certificaatId, bestandsnaamVan(**found), "application/pdf",
                         security::fingerprint(*pdf), security::base64(*pdf)};
  return antwoord;
}

}  // namespace cvsgw::laws::wi2021
