#include "adapters/files/maker.hpp"

#include <fstream>

#include "adapters/files/achtergrond.hpp"
#include "adapters/files/csv.hpp"
#include "adapters/files/legenda.hpp"
#include "adapters/files/prive.hpp"
#include "adapters/files/xlsx.hpp"
#include "adapters/files/zip.hpp"

namespace cvsgw::files {
namespace {

// An exception of ours must not pass through the back end that calls us row by row.
template <class Schrijver>
Outcome<void> schrijfRijen(isi::Tabellen& tabellen, const isi::Bestand& bestand, const Gemeentecode& gemeente,
                           Schrijver& schrijver) {
  std::optional<FilesError> failed;
  auto gelezen = tabellen.lees(bestand, gemeente, [&](std::span<const isi::Cel> cellen) {
    try {
      schrijver.rij(cellen);
      return true;
    } catch (const FilesError& error) {
      failed = error;
      return false;
    }
  });
  if (failed) throw *failed;
  return gelezen;
}

Outcome<void> csvInZip(isi::Tabellen& tabellen, const isi::Bestand& bestand, const Gemeentecode& gemeente,
                       const std::string& stam, ZipSchrijver& zip) {
  zip.begin(stam + ".csv");
  Achtergrond achtergrond(zip);
  CsvSchrijver csv(achtergrond, isi::kolommenVan(bestand.soort));
  auto gelezen = schrijfRijen(tabellen, bestand, gemeente, csv);
  if (!gelezen) return gelezen;
  csv.klaar();
  achtergrond.klaar();
  return {};
}

Outcome<void> xlsxInZip(isi::Tabellen& tabellen, const isi::Bestand& bestand, const Gemeentecode& gemeente,
                        const std::string& stam, const std::filesystem::path& pad, ZipSchrijver& zip) {
  const PriveBestand werk(pad.parent_path());
  {
    XlsxSchrijver xlsx(werk.pad(), stam, bestand.datum, isi::kolommenVan(bestand.soort));
    if (auto gelezen = schrijfRijen(tabellen, bestand, gemeente, xlsx); !gelezen) return gelezen;
    xlsx.klaar();
  }
  zip.begin(stam + ".xlsx", false);
  std::ifstream in(werk.pad(), std::ios::binary);
  std::string blok(128 * 1024, '\0');
  while (in.read(blok.data(), static_cast<std::streamsize>(blok.size())) || in.gcount() > 0)
    zip.schrijf(std::string_view(blok.data(), static_cast<size_t>(in.gcount())));
  if (!in.eof()) throw FilesError("the spreadsheet cannot be read back");
  return {};
}

}  // namespace

Outcome<void> maak(isi::Tabellen& tabellen, const isi::Bestand& bestand, const Gemeentecode& gemeente,
                   const std::filesystem::path& pad) {
  ZipSchrijver zip(pad, bestand.datum);
  zip.begin("disclaimer.txt");
  zip.schrijf(disclaimer(bestand, gemeente));
  zip.begin("legenda.csv");
  schrijfLegenda(zip, bestand);
  const std::string stam = bestand.code + "_" + gemeente.value();
  auto gelezen = bestand.formaat == isi::Formaat::xlsx
                     ? xlsxInZip(tabellen, bestand, gemeente, stam, pad, zip)
                     : csvInZip(tabellen, bestand, gemeente, stam, zip);
  if (gelezen) zip.sluit();
  return gelezen;
}

}  // namespace cvsgw::files
