// CSV that a Dutch Excel opens as it is: UTF-8 with a byte order mark, semicolons, CRLF, dates dd-mm-jjjj and
// a decimal comma.
//
// Excel guesses what a cell is, whatever quotes stand around it. A text that it would run as a formula, or
// change (leading zeros that go, long numbers that are rounded, a house number that becomes a date), gets an
// apostrophe in front; the disclaimer in the zip says so.
#pragma once

#include <span>
#include <string>

#include "adapters/files/afvoer.hpp"
#include "gateway/isi/tabel.hpp"

namespace cvsgw::files {

/// Whether Excel would take this text for something else than text that stays as it is.
bool beschermen(std::string_view tekst);

/// Threading: one thread.
class CsvSchrijver {
 public:
  /// Writes the byte order mark and the names of the columns.
  CsvSchrijver(Afvoer& afvoer, std::span<const isi::Kolom> kolommen);
  void rij(std::span<const isi::Cel> cellen);
  /// What is still in the buffer; call once, after the last row.
  void klaar();

 private:
  void tekst(std::string_view tekst);
  void getal(std::int64_t getal);
  void datum(Date datum);
  void bedrag(std::int64_t centen);
  void einde();

  Afvoer& afvoer_;
  std::string buffer_;
};

}  // namespace cvsgw::files
