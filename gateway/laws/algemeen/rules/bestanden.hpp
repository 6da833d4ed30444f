// Which part of which file a caller may have.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gateway/domain/melding.hpp"
#include "gateway/isi/bestanden.hpp"

namespace cvsgw::laws::algemeen {

/// The reading role of a law.
Rol leesrol(Wet wet);

/// What can be said before the file is looked for: a part after the first one needs its version.
std::vector<Melding> toetsVraag(std::int32_t deel, const std::optional<std::string>& versie);
/// What can be said once it has been looked for: an error when there is no such part, attention when there is
/// a newer file.
std::vector<Melding> toetsDeel(const isi::Bestand& bestand, const isi::Bestandsdeel& gevonden);

}  // namespace cvsgw::laws::algemeen
