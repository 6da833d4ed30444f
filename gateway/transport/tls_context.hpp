// The TLS settings of a listener: protocol, certificate, key.
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "gateway/transport/openssl.hpp"
#include "gateway/transport/tls_files.hpp"

namespace cvsgw::transport {

/// TLS 1.3, and 1.2 with ECDHE and AES-GCM or ChaCha20 only (Digikoppeling TLS003-006, TLSCIPH001), with the
/// certificate and key of these files. Asks for no client certificate yet. Refused, with a text for the
/// operator: no PEM, a key that is another certificate's or locked with a password, a certificate outside its
/// days, keys and signatures too weak.
tl::expected<Owned<SSL_CTX>, std::string> makeTlsContext(const TlsFiles& files);

/// Shakes hands with itself in memory, with 1.3 and 1.2, and asks nobody for a certificate. False when a
/// client would not get through. Whatever else is set for `context` is used as it is.
bool shakesHands(SSL_CTX& context);

}  // namespace cvsgw::transport
