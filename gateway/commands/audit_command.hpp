// `cvsgw audit`: checks the audit trail, answers from it, hands it on.
#pragma once

#include <span>
#include <string_view>

namespace cvsgw {

/// Returns the exit code: 0 done (verify: nothing wrong), 1 failed (verify: something is wrong), 2 not
/// understood.
int auditCommand(std::span<const std::string_view> arguments);

}  // namespace cvsgw
