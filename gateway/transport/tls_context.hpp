// The TLS settings of a listener.
#pragma once

#include <Poco/Net/Context.h>

#include "gateway/transport/options.hpp"

namespace cvsgw::transport {

/// TLS 1.3, and 1.2 with ECDHE and AES-GCM or ChaCha20 only (Digikoppeling TLS003-006, TLSCIPH001). Throws
/// StartError.
Poco::Net::Context::Ptr makeTlsContext(const TlsOptions& options);

}  // namespace cvsgw::transport
