#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/paginering.hpp"
#include "gateway/laws/wi2013/operations.hpp"
#include "gateway/laws/wi2013/vertalen.hpp"

namespace cvsgw::laws::wi2013 {

namespace {
constexpr int kPersonenPerPagina = 20;  // § 3.3
}

Outcome<ZoekPersonenAntwoord> zoekPersonen(const _w13__ZoekPersonen& vraag,
                                           const dispatch::CallContext& call) {
  const auto [criteria, meldingen] = vertaal(*vraag.criteria);
  const auto pagina = pageRequest(vraag.paginering, kPersonenPerPagina);
  ZoekPersonenAntwoord antwoord;
  antwoord.pagina = pagina.pagina;
  antwoord.meldingen = meldingen;
  if (!antwoord.meldingen.empty()) return antwoord;
  auto page = call.isi.wi2013().zoekPersonen(call.namens, criteria, pagina, sorteringVan(vraag.paginering));
  if (!page) return tl::unexpected(std::move(page).error());
  antwoord.meldingen = paginaMeldingen(*page);
  antwoord.totaal = page->totaal;
  antwoord.aantalPaginas = page->aantalPaginas;
  antwoord.personen = std::move(page->rijen);
  return antwoord;
}

}  // namespace cvsgw::laws::wi2013
