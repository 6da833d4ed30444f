// Pages and feeds: the two ways in which a port hands out many entries.
#pragma once

#include <cstdint>
#include <vector>

namespace cvsgw::isi {

/// Which page is asked: 1-based number, and rows per page (1..200).
struct PageRequest {
  int pagina = 1;
  int paginagrootte = 20;
  std::int64_t offset() const { return static_cast<std::int64_t>(pagina - 1) * paginagrootte; }
};

enum class Richting : std::uint8_t { oplopend, aflopend };

/// One page of a total order; `rijen` is empty when nothing is found or the page lies past the end.
template <class Rij>
struct Page {
  std::int64_t totaal = 0;
  int pagina = 1;
  int aantalPaginas = 0;
  std::vector<Rij> rijen;

  void setTotaal(std::int64_t found, const PageRequest& request) {
    totaal = found;
    pagina = request.pagina;
    aantalPaginas = static_cast<int>((found + request.paginagrootte - 1) / request.paginagrootte);
  }
};

/// Part of a feed: entries in the order of their volgnummer, all higher than the number that was asked after.
template <class Ingang>
struct Feed {
  std::vector<Ingang> ingangen;
  std::int64_t laatsteVolgnummer = 0;  ///< of the last entry here; the asked number when there is none
  bool meerBeschikbaar = false;
};

}  // namespace cvsgw::isi
