// Names as they are searched and sorted.
#pragma once

#include <string>
#include <string_view>

namespace cvsgw::store {

/// Lower case without diacritics (`Şahin` → `sahin`, `Øvergård` → `overgard`): ICU's decomposition and case
/// folding. `utf8` that is not UTF-8 gives what could be read. Threading: any thread.
std::string zoeknaam(std::string_view utf8);

}  // namespace cvsgw::store
