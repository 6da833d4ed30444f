#include "adapters/files/xlsx.hpp"

#include <xlsxwriter.h>

#include <chrono>
#include <utility>

namespace cvsgw::files {
namespace {

constexpr lxw_row_t kMeesteRijen = 1'048'576;
constexpr double kKolombreedte = 18;
// Excel's calendar begins here; an older date is written as text.
constexpr Date kEersteDag{1900, 3, 1};
constexpr Date kNuldag{1899, 12, 30};

void check(lxw_error error) {
  if (error != LXW_NO_ERROR) throw FilesError(std::string("xlsx: ") + lxw_strerror(error));
}

}  // namespace

struct XlsxSchrijver::Werkboek {
  lxw_workbook* boek = nullptr;
  lxw_worksheet* blad = nullptr;
  lxw_format* vet = nullptr;
  lxw_format* datum = nullptr;
  lxw_format* bedrag = nullptr;
  lxw_row_t rij = 0;
  std::string tekst;  // NUL-terminated, in one place for all cells
  std::string map;

  void schrijf(lxw_col_t kolom, const isi::Cel& cel) {
    using Soort = isi::Cel::Soort;
    switch (cel.soort) {
      case Soort::leeg:
        return;
      case Soort::tekst:
        tekst = cel.tekst;
        return check(worksheet_write_string(blad, rij, kolom, tekst.c_str(), nullptr));
      case Soort::getal:
        return check(worksheet_write_number(blad, rij, kolom, static_cast<double>(cel.getal), nullptr));
      case Soort::bedrag:
        return check(worksheet_write_number(blad, rij, kolom, static_cast<double>(cel.getal) / 100, bedrag));
      case Soort::datum:
        if (cel.datum >= kEersteDag)
          return check(worksheet_write_number(blad, rij, kolom, cel.datum.daysSince(kNuldag), datum));
        tekst = cel.datum.dutch();
        return check(worksheet_write_string(blad, rij, kolom, tekst.c_str(), nullptr));
    }
  }
};

XlsxSchrijver::XlsxSchrijver(const std::filesystem::path& bestand, std::string_view blad, Date dag,
                             std::span<const isi::Kolom> kolommen)
    : werkboek_(std::make_unique<Werkboek>()) {
  auto& w = *werkboek_;
  w.map = bestand.parent_path().string();
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  // Not the system's folder: the rows are personal data.
  options.tmpdir = w.map.data();
  w.boek = workbook_new_opt(bestand.c_str(), &options);
  if (!w.boek) throw FilesError("xlsx: no workbook");
  w.blad = workbook_add_worksheet(w.boek, std::string(blad).c_str());
  if (!w.blad) throw FilesError("xlsx: no sheet");
  lxw_doc_properties properties{};
  properties.created = std::chrono::system_clock::to_time_t(dag.days());
  check(workbook_set_properties(w.boek, &properties));
  w.vet = workbook_add_format(w.boek);
  format_set_bold(w.vet);
  w.datum = workbook_add_format(w.boek);
  format_set_num_format(w.datum, "dd-mm-yyyy");
  w.bedrag = workbook_add_format(w.boek);
  format_set_num_format(w.bedrag, "0.00");
  worksheet_freeze_panes(w.blad, 1, 0);
  if (!kolommen.empty())
    check(
        worksheet_set_column(w.blad, 0, static_cast<lxw_col_t>(kolommen.size() - 1), kKolombreedte, nullptr));
  lxw_col_t kolom = 0;
  for (const auto& each : kolommen)
    check(worksheet_write_string(w.blad, 0, kolom++, std::string(each.naam).c_str(), w.vet));
}

XlsxSchrijver::~XlsxSchrijver() {
  // The library frees a workbook only by writing it: an abandoned file is the caller's to remove.
  if (werkboek_ && werkboek_->boek) workbook_close(werkboek_->boek);
}

void XlsxSchrijver::rij(std::span<const isi::Cel> cellen) {
  auto& w = *werkboek_;
  if (++w.rij >= kMeesteRijen) throw FilesError("xlsx: more rows than a sheet can hold");
  lxw_col_t kolom = 0;
  for (const auto& cel : cellen) w.schrijf(kolom++, cel);
}

void XlsxSchrijver::klaar() {
  check(workbook_close(std::exchange(werkboek_->boek, nullptr)));
}

}  // namespace cvsgw::files
