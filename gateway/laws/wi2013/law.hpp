// The service InburgeringWi2013: reading, changing the PVT and the invoice, and the status of signals.
#pragma once

#include "gateway/dispatch/operation.hpp"

namespace cvsgw::laws::wi2013 {

/// Constant data. Threading: any thread.
const dispatch::Service& service();

}  // namespace cvsgw::laws::wi2013
