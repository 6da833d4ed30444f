// A zip archive, written while its contents are being made.
#pragma once

#include <filesystem>
#include <string>

#include "adapters/files/afvoer.hpp"
#include "gateway/domain/date.hpp"

namespace cvsgw::files {

/// Threading: one thread. Throws FilesError. An archive that was not closed is not a zip: remove the file.
/// Every entry is dated midnight of `dag`, so that the same contents on the same day give the same bytes.
class ZipSchrijver final : public Afvoer {
 public:
  ZipSchrijver(const std::filesystem::path& bestand, Date dag);
  ZipSchrijver(const ZipSchrijver&) = delete;
  ZipSchrijver& operator=(const ZipSchrijver&) = delete;
  ~ZipSchrijver() override;

  /// Begins the next entry; what is compressed already is only stored.
  void begin(const std::string& naam, bool comprimeren = true);
  void schrijf(std::string_view bytes) override;
  /// Ends the last entry and the archive.
  void sluit();

 private:
  void eindig();
  void* zip_;
  Date dag_;
  bool open_ = false;
};

}  // namespace cvsgw::files
