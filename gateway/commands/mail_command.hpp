// `cvsgw mail`: what is in the outbox and has not been delivered.
#pragma once

#include <span>
#include <string_view>

namespace cvsgw {

/// Returns the exit code: 0 when the outbox was read, also when mails wait in it.
int mailCommand(std::span<const std::string_view> arguments);

}  // namespace cvsgw
