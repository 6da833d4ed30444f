// Makes one file: rows from the ISI through a writer of its format, with legend and disclaimer, into a zip.
#pragma once

#include <filesystem>

#include "gateway/isi/bestanden.hpp"

namespace cvsgw::files {

/// Writes `pad`, which exists already (so that its mode is its maker's) and is overwritten. Temporary files
/// stand in its folder. Throws FilesError; a fault of the ISI is returned. Threading: any thread.
Outcome<void> maak(isi::Tabellen& tabellen, const isi::Bestand& bestand, const Gemeentecode& gemeente,
                   const std::filesystem::path& pad);

}  // namespace cvsgw::files
