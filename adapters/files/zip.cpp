#include "adapters/files/zip.hpp"

#include <minizip/zip.h>
#include <zlib.h>

#include <utility>

namespace cvsgw::files {
namespace {

// The quickest: rows of codes and dates shrink to a tenth at any level, and a file is fetched once.
constexpr int kNiveau = Z_BEST_SPEED;
constexpr uLong kGemaaktMet = 20;  // version 2.0 of the format, as any reader knows it

void check(int status, const char* what) {
  if (status != ZIP_OK) throw FilesError(std::string("zip: ") + what + " " + std::to_string(status));
}

}  // namespace

ZipSchrijver::ZipSchrijver(const std::filesystem::path& bestand, Date dag)
    : zip_(zipOpen64(bestand.c_str(), APPEND_STATUS_CREATE)), dag_(dag) {
  if (!zip_) throw FilesError("zip: cannot be opened for writing");
}

ZipSchrijver::~ZipSchrijver() {
  if (!zip_) return;
  if (open_) zipCloseFileInZip(zip_);
  zipClose(zip_, nullptr);
}

void ZipSchrijver::begin(const std::string& naam, bool comprimeren) {
  eindig();
  const auto ymd = dag_.ymd();
  zip_fileinfo info{};
  info.tmz_date.tm_mday = static_cast<unsigned>(ymd.day());
  info.tmz_date.tm_mon = static_cast<unsigned>(ymd.month()) - 1;
  info.tmz_date.tm_year = static_cast<unsigned>(static_cast<int>(ymd.year()));
  check(zipOpenNewFileInZip4_64(zip_, naam.c_str(), &info, nullptr, 0, nullptr, 0, nullptr,
                                comprimeren ? Z_DEFLATED : 0, comprimeren ? kNiveau : 0, 0, -MAX_WBITS,
                                MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY, nullptr, 0, kGemaaktMet, 0, 0),
        "entry");
  open_ = true;
}

void ZipSchrijver::schrijf(std::string_view bytes) {
  if (bytes.empty()) return;
  check(zipWriteInFileInZip(zip_, bytes.data(), static_cast<unsigned>(bytes.size())), "write");
}

void ZipSchrijver::eindig() {
  if (std::exchange(open_, false)) check(zipCloseFileInZip(zip_), "end of entry");
}

void ZipSchrijver::sluit() {
  eindig();
  check(zipClose(std::exchange(zip_, nullptr), nullptr), "end");
}

}  // namespace cvsgw::files
