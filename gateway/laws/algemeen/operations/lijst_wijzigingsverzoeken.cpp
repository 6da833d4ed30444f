#include "cvsH.h"
#include "gateway/isi/loket/port.hpp"
#include "gateway/laws/algemeen/operations.hpp"
#include "gateway/laws/binding.hpp"
#include "gateway/laws/paginering.hpp"

namespace cvsgw::laws::algemeen {
namespace {

constexpr int kPerPagina = 20;

isi::loket::VerzoekCriteria vertaal(const alg__VerzoekCriteriaType& vraag) {
  isi::loket::VerzoekCriteria criteria;
  if (vraag.bsn) criteria.bsn = Bsn::parse(*vraag.bsn);
  if (vraag.soort) criteria.soort = soap_alg__VerzoeksoortCodeType2s(vraag.soap, *vraag.soort);
  if (vraag.status) criteria.status = soap_alg__VerzoekstatusCodeType2s(vraag.soap, *vraag.status);
  return criteria;
}

}  // namespace

Outcome<LijstWijzigingsverzoekenAntwoord> lijstWijzigingsverzoeken(
    const _alg__LijstWijzigingsverzoeken& vraag, const dispatch::CallContext& call) {
  const auto pagina = pageRequest(vraag.paginering, kPerPagina);
  LijstWijzigingsverzoekenAntwoord antwoord;
  antwoord.pagina = pagina.pagina;
  isi::loket::VerzoekCriteria criteria;
  if (vraag.criteria) criteria = vertaal(*vraag.criteria);
  if (vraag.criteria && vraag.criteria->bsn && !criteria.bsn) {
    antwoord.meldingen = {melding("FS001", "criteria/bsn")};
    return antwoord;
  }
  auto page = call.isi.loket().lijst(call.namens, criteria, pagina);
  if (!page) return tl::unexpected(std::move(page).error());
  antwoord.meldingen = paginaMeldingen(*page);
  antwoord.totaal = page->totaal;
  antwoord.aantalPaginas = page->aantalPaginas;
  antwoord.verzoeken = std::move(page->rijen);
  return antwoord;
}

}  // namespace cvsgw::laws::algemeen
