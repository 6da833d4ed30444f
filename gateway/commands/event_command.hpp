// `cvsgw isi event`: brings events from outside into an embedded ISI, also while a gateway serves from it.
#pragma once

#include <span>
#include <string_view>

namespace cvsgw {

inline constexpr std::string_view kEventHelp =
    R"(       cvsgw isi event --data MAP GEBEURTENIS --bsn BSN [--wet WET] [--veld waarde ...] [--vandaag DATUM]
       cvsgw isi event --data MAP --file BESTAND [--vandaag DATUM]
         verwerkt een gebeurtenis, of een per regel (JSON; - is standaardinvoer): docs/gebeurtenissen.md
)";

/// The arguments behind `event`. Returns the exit code: 0 all processed, 1 some refused, 2 wrong use.
int eventCommand(std::span<const std::string_view> arguments);

}  // namespace cvsgw
