#include "gateway/isi/tabel.hpp"

#include <algorithm>

#include "gateway/domain/gemeenten.hpp"

namespace cvsgw::isi {

// The list is in the order of its codes and long: a search from its beginning would show in a large file.
Rij& Rij::gemeentenaam(std::string_view code) {
  const auto rows = kGemeenten.rows;
  const auto row = std::ranges::lower_bound(rows, code, {}, &CodeRow::code);
  if (row != rows.end() && row->code == code) return tekst(row->omschrijving);
  return samengesteld(std::string(code));
}

}  // namespace cvsgw::isi
