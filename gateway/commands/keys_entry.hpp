// `cvsgw keys` with the surroundings of this program.
#pragma once

#include <span>
#include <string_view>

namespace cvsgw {

int keysEntry(std::span<const std::string_view> arguments);

}  // namespace cvsgw
