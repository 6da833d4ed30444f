// `cvsgw isi`: the embedded ISI from the command line.
#pragma once

#include <span>
#include <string_view>

namespace cvsgw {

/// Runs `populate`, `dag` or `testpersonen`. Returns the exit code: 0 done, 1 failed, 2 not understood.
int isiCommand(std::span<const std::string_view> arguments);

}  // namespace cvsgw
