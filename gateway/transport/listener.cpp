#include "gateway/transport/listener.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/SocketAddress.h>

#include "gateway/transport/options.hpp"

namespace cvsgw::transport {

namespace {
constexpr int backlog = 1024;
}

Poco::Net::ServerSocket listenOn(const std::string& address, std::uint16_t port) {
  Poco::Net::ServerSocket socket;
  try {
    socket.bind(Poco::Net::SocketAddress(address, port), true, false);
    socket.listen(backlog);
  } catch (const Poco::Exception& e) {
    throw StartError("cannot listen on " + address + ":" + std::to_string(port) + ": " + e.displayText());
  }
  return socket;
}

}  // namespace cvsgw::transport
