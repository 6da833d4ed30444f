// A digest by which two messages are told apart.
#pragma once

#include <string>
#include <string_view>

namespace cvsgw::security {

/// SHA-256 in hex. Throws std::runtime_error when OpenSSL has none. Threading: any thread.
std::string fingerprint(std::string_view text);

}  // namespace cvsgw::security
