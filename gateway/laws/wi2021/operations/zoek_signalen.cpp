#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/paginering.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/rules/zoeken.hpp"
#include "gateway/laws/wi2021/vertalen.hpp"

namespace cvsgw::laws::wi2021 {

namespace {
constexpr int kSignalenPerPagina = 20;  // § 3.2.1
}

Outcome<ZoekSignalenAntwoord> zoekSignalen(const _w21__ZoekSignalen& vraag,
                                           const dispatch::CallContext& call) {
  auto [criteria, meldingen] = vertaal(*vraag.criteria);
  for (auto& broken : controleer(criteria)) meldingen.push_back(std::move(broken));
  const auto pagina = pageRequest(vraag.paginering, kSignalenPerPagina);
  ZoekSignalenAntwoord antwoord;
  antwoord.pagina = pagina.pagina;
  antwoord.meldingen = std::move(meldingen);
  if (!antwoord.meldingen.empty()) return antwoord;
  auto page =
      call.isi.signalen().zoek(Wet::wi2021, call.namens, criteria, pagina, sorteringVan(vraag.paginering));
  if (!page) return tl::unexpected(std::move(page).error());
  antwoord.meldingen = paginaMeldingen(*page);
  antwoord.totaal = page->totaal;
  antwoord.aantalPaginas = page->aantalPaginas;
  antwoord.signalen.reserve(page->rijen.size());
  for (const auto& signaal : page->rijen) antwoord.signalen.push_back(rijVan(signaal));
  return antwoord;
}

}  // namespace cvsgw::laws::wi2021
