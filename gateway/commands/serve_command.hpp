// `cvsgw serve`: runs until SIGTERM or SIGINT.
#pragma once

#include <span>
#include <string_view>

namespace cvsgw {

/// Options: `--config FILE`, or `--voorbeeld` to print an example file. Exit code: 0 stopped as asked, 1
/// could not start or had to cut requests, 2 not understood.
int serveCommand(std::span<const std::string_view> arguments);

}  // namespace cvsgw
