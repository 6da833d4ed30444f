// What goes with every file: the legend of its columns and the conditions of its use.
#pragma once

#include <string>

#include "adapters/files/afvoer.hpp"
#include "gateway/isi/bestanden.hpp"

namespace cvsgw::files {

/// One row per column: letter, name, definition, values, origin; as CSV.
void schrijfLegenda(Afvoer& afvoer, const isi::Bestand& bestand);
/// What is in the file and until when, how to read it, and what it may be used for; UTF-8 with CRLF.
std::string disclaimer(const isi::Bestand& bestand, const Gemeentecode& gemeente);

}  // namespace cvsgw::files
