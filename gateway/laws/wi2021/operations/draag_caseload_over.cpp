#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/opdracht.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/rules/contactpersonen.hpp"

namespace cvsgw::laws::wi2021 {

Outcome<DraagCaseloadOverAntwoord> draagCaseloadOver(const _w21__DraagCaseloadOver& vraag,
                                                     const dispatch::CallContext& call) {
  Caseloadoverdracht overdracht{vraag.overdracht->vanContactpersoonId, vraag.overdracht->aanContactpersoonId,
                                std::nullopt};
  if (vraag.overdracht->selectie) overdracht.selectie = vraag.overdracht->selectie->bsn;
  auto uitkomst = call.isi.wi2021().muteerGemeente(
      call.namens, opdrachtVan(vraag, call),
      [&](const isi::wi2021::Gemeentestand& stand) { return draagCaseloadOver(stand, overdracht); });
  if (!uitkomst) return tl::unexpected(std::move(uitkomst).error());
  DraagCaseloadOverAntwoord antwoord;
  antwoord.resultaat = std::move(uitkomst->resultaat);
  antwoord.meldingen = std::move(uitkomst->meldingen);
  antwoord.metStand = antwoord.resultaat == resultaatNaam(isi::Resultaat::verwerkt);
  antwoord.stand = std::move(uitkomst->overgedragen);
  return antwoord;
}

}  // namespace cvsgw::laws::wi2021
