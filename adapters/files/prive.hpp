// Files that only the gateway's own user can read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "adapters/files/afvoer.hpp"

namespace cvsgw::files {

/// Makes the folder with mode 0700 if it is not there. Throws FilesError.
void maakMap(const std::filesystem::path& map);

/// A new empty file (mode 0600) with a name of its own that begins with a dot; removed when this goes, unless
/// it was given its final name. Threading: one thread. Throws FilesError.
class PriveBestand {
 public:
  explicit PriveBestand(const std::filesystem::path& map);
  PriveBestand(const PriveBestand&) = delete;
  PriveBestand& operator=(const PriveBestand&) = delete;
  ~PriveBestand();
  const std::filesystem::path& pad() const { return pad_; }
  /// On disk, then visible under `naam` in one step; whoever has the old file of that name open keeps it.
  void bewaarAls(const std::filesystem::path& naam);

 private:
  std::filesystem::path pad_;
};

/// Whether the name is one of a PriveBestand.
inline bool isTijdelijk(std::string_view naam) {
  return naam.starts_with('.');
}

/// SHA-256 in hex, of bytes and of a file.
std::string sha256Van(std::string_view bytes);
std::string sha256(const std::filesystem::path& bestand);

/// `aantal` bytes from `begin`, fewer at the end of the file.
std::string leesStuk(const std::filesystem::path& bestand, std::int64_t begin, std::int64_t aantal);

}  // namespace cvsgw::files
