// Pages, the same in every Zoek… operation: what was asked, and what an answer says about it.
#pragma once

#include <string>
#include <vector>

#include "gateway/domain/melding.hpp"
#include "gateway/isi/pagina.hpp"

namespace cvsgw::laws {

/// `paginering` is the generated type of a law, or null; what it leaves out is page 1 of the portal's size.
template <class Paginering>
isi::PageRequest pageRequest(const Paginering* paginering, int standaardgrootte) {
  isi::PageRequest page{1, standaardgrootte};
  if (!paginering) return page;
  if (paginering->pagina) page.pagina = *paginering->pagina;
  if (paginering->paginagrootte) page.paginagrootte = *paginering->paginagrootte;
  return page;
}

/// Nothing found, or past the last page: an empty list with a message, not a fault.
template <class Rij>
std::vector<Melding> paginaMeldingen(const isi::Page<Rij>& page) {
  if (page.totaal == 0) return {melding("AS001")};
  if (page.pagina > page.aantalPaginas) {
    return {meldingWith("AS002", std::to_string(page.aantalPaginas), "paginering/pagina")};
  }
  return {};
}

}  // namespace cvsgw::laws
