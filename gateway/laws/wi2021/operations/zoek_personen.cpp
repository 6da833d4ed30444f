#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/paginering.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/rules/zoeken.hpp"
#include "gateway/laws/wi2021/vertalen.hpp"

namespace cvsgw::laws::wi2021 {

namespace {
constexpr int kPersonenPerPagina = 15;  // § 3.5.2
}

Outcome<ZoekPersonenAntwoord> zoekPersonen(const _w21__ZoekPersonen& vraag,
                                           const dispatch::CallContext& call) {
  auto [criteria, meldingen] = vertaal(*vraag.criteria);
  for (auto& broken : controleer(criteria)) meldingen.push_back(std::move(broken));
  const auto pagina = pageRequest(vraag.paginering, kPersonenPerPagina);
  ZoekPersonenAntwoord antwoord;
  antwoord.pagina = pagina.pagina;
  antwoord.meldingen = std::move(meldingen);
  if (!antwoord.meldingen.empty()) return antwoord;
  auto page = call.isi.wi2021().zoekPersonen(call.namens, criteria, pagina, sorteringVan(vraag.paginering));
  if (!page) return tl::unexpected(std::move(page).error());
  antwoord.meldingen = paginaMeldingen(*page);
  antwoord.totaal = page->totaal;
  antwoord.aantalPaginas = page->aantalPaginas;
  antwoord.personen = std::move(page->rijen);
  return antwoord;
}

}  // namespace cvsgw::laws::wi2021
