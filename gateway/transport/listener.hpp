// A listening TCP socket that is ours alone.
#pragma once

#include <Poco/Net/ServerSocket.h>

#include <cstdint>
#include <string>

namespace cvsgw::transport {

/// With SO_REUSEADDR, to restart at once; without SO_REUSEPORT, which POCO sets by default and with which a
/// second gateway would silently share the port. Throws StartError.
Poco::Net::ServerSocket listenOn(const std::string& address, std::uint16_t port);

}  // namespace cvsgw::transport
