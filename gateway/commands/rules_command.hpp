// `cvsgw rules`: the register of rules as a table for people, as JSON and as the page docs/regels.md.
#pragma once

#include <span>
#include <string_view>

namespace cvsgw {

int rulesCommand(std::span<const std::string_view> arguments);

}  // namespace cvsgw
