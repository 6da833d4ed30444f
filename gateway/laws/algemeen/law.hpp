// The service InburgeringAlgemeen: what does not belong to one law.
#pragma once

#include "gateway/dispatch/operation.hpp"

namespace cvsgw::laws::algemeen {

/// Constant data. Threading: any thread.
const dispatch::Service& service();

}  // namespace cvsgw::laws::algemeen
