// Where a connection comes from, as coarse as one party can change it at will.
#pragma once

#include <string>
#include <string_view>

namespace cvsgw::limits {

/// An IPv4 address as it is (also when written as IPv6, ::ffff:192.0.2.1); of an IPv6 address the first 64
/// bits, since whoever has one of them has them all (RFC 6177). Text that is no address stands for itself.
std::string sourceOf(std::string_view remoteAddress);

}  // namespace cvsgw::limits
