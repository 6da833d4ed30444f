// Bytes as text, for the files that answers carry.
#pragma once

#include <string>
#include <string_view>

namespace cvsgw::security {

/// Base64 with padding, on one line (RFC 4648 § 4; xs:base64Binary). Threading: any thread.
std::string base64(std::string_view bytes);

}  // namespace cvsgw::security
