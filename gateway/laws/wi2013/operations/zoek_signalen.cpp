#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/paginering.hpp"
#include "gateway/laws/wi2013/operations.hpp"
#include "gateway/laws/wi2013/vertalen.hpp"

namespace cvsgw::laws::wi2013 {

namespace {
constexpr int kSignalenPerPagina = 10;  // § 3.8
}

Outcome<ZoekSignalenAntwoord> zoekSignalen(const _w13__ZoekSignalen& vraag,
                                           const dispatch::CallContext& call) {
  const auto [criteria, meldingen] = vertaal(*vraag.criteria);
  const auto pagina = pageRequest(vraag.paginering, kSignalenPerPagina);
  ZoekSignalenAntwoord antwoord;
  antwoord.pagina = pagina.pagina;
  antwoord.meldingen = meldingen;
  if (!antwoord.meldingen.empty()) return antwoord;
  auto page =
      call.isi.signalen().zoek(Wet::wi2013, call.namens, criteria, pagina, sorteringVan(vraag.paginering));
  if (!page) return tl::unexpected(std::move(page).error());
  antwoord.meldingen = paginaMeldingen(*page);
  antwoord.totaal = page->totaal;
  antwoord.aantalPaginas = page->aantalPaginas;
  antwoord.signalen.reserve(page->rijen.size());
  for (const auto& signaal : page->rijen) antwoord.signalen.push_back(rijVan(signaal));
  return antwoord;
}

}  // namespace cvsgw::laws::wi2013
