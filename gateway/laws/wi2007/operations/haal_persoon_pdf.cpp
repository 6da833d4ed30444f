#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/isi/verantwoording.hpp"
#include "gateway/isi/wi2007/persoonsdocument.hpp"
#include "gateway/laws/wi2007/operations.hpp"
#include "gateway/laws/wi2007/vertalen.hpp"
#include "gateway/security/base64.hpp"
#include "gateway/security/fingerprint.hpp"

namespace cvsgw::laws::wi2007 {

// Whom the screen does not show, the document does not either: both ask the port the same question.
Outcome<HaalPersoonPdfAntwoord> haalPersoonPdf(const _w07__HaalPersoonPdf& vraag,
                                               const dispatch::CallContext& call) {
  HaalPersoonPdfAntwoord antwoord;
  const auto [criteria, meldingen] = vertaal(*vraag.criteria);
  antwoord.meldingen = meldingen;
  if (!antwoord.meldingen.empty()) return antwoord;
  auto persoon = call.isi.wi2007().raadpleegPersoon(call.namens, criteria);
  if (!persoon) return tl::unexpected(std::move(persoon).error());
  if (!*persoon) {
    antwoord.meldingen = {melding("AS001")};
    return antwoord;
  }
  // The answer's base64 tells the audit trail nothing of who stands in it.
  if (call.verantwoording) call.verantwoording->betrokkenen.add((*persoon)->bsn);
  auto pdf =
      call.documenten.pdf(isi::wi2007::documentVan(**persoon, call.namens.gemeente, call.namens.vandaag));
  if (!pdf) return tl::unexpected(std::move(pdf).error());
  antwoord.document = Document{isi::wi2007::bestandsnaamVan(call.namens.gemeente, call.namens.vandaag),
                               "application/pdf", security::fingerprint(*pdf), security::base64(*pdf)};
  return antwoord;
}

}  // namespace cvsgw::laws::wi2007
