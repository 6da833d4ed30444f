// A real spreadsheet: one sheet, the names of the columns in bold, dates as dates, all texts as texts.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "adapters/files/afvoer.hpp"
#include "gateway/isi/tabel.hpp"

namespace cvsgw::files {

/// Threading: one thread. Throws FilesError. Memory does not grow with the number of rows: what is written
/// waits in a temporary file in the folder of `bestand`.
class XlsxSchrijver {
 public:
  /// The same rows on the same `dag` give the same bytes.
  XlsxSchrijver(const std::filesystem::path& bestand, std::string_view blad, Date dag,
                std::span<const isi::Kolom> kolommen);
  XlsxSchrijver(const XlsxSchrijver&) = delete;
  XlsxSchrijver& operator=(const XlsxSchrijver&) = delete;
  ~XlsxSchrijver();
  void rij(std::span<const isi::Cel> cellen);
  /// Writes the file; call once, after the last row.
  void klaar();

 private:
  struct Werkboek;
  std::unique_ptr<Werkboek> werkboek_;
};

}  // namespace cvsgw::files
