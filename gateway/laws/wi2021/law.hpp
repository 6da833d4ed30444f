// The service InburgeringWi2021.
#pragma once

#include "gateway/dispatch/operation.hpp"

namespace cvsgw::laws::wi2021 {

/// Constant data. Threading: any thread.
const dispatch::Service& service();

}  // namespace cvsgw::laws::wi2021
