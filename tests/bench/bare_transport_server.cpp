// The gateway's own transport with a constant answer: what TLS, framing and threads cost before any XML is
// looked at. Usage: bare_transport_server PORT BYTES CERTIFICATE KEY. Prints "listening on PORT" and runs
// until a signal ends it.
#include <csignal>
#include <iostream>
#include <span>
#include <string>

#include "gateway/transport/server.hpp"

namespace {

void serve(std::span<char*> arguments) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  cvsgw::transport::ServerOptions options;
  options.port = static_cast<std::uint16_t>(std::stoi(arguments[1]));
  options.tls.certificateFile = arguments[3];
  options.tls.privateKeyFile = arguments[4];
  if (arguments.size() > 5) options.workers = static_cast<unsigned>(std::stoi(arguments[5]));
  const std::string body(std::stoul(arguments[2]), 'x');
  const auto answer = [&](cvsgw::http::Request&&, const cvsgw::transport::Connection&,
                          const cvsgw::transport::Wake&) {
    cvsgw::http::Response response;
    response.contentType = "text/xml; charset=utf-8";
    response.body = body;
    return response;
  };
  const auto log = [](const cvsgw::LogText& text) { std::cerr << text.str() << '\n'; };
  cvsgw::transport::Server server(options, answer, log);
  server.start();
  std::cout << "listening on " << server.port() << std::endl;
  int signal = 0;
  sigwait(&signals, &signal);
  server.stop(std::chrono::seconds(10));
}

}  // namespace

int main(int argc, char** argv) {
  const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
  if (arguments.size() < 5) {
    std::cerr << "usage: bare_transport_server PORT BYTES CERTIFICATE KEY [WORKERS]\n";
    return 2;
  }
  try {
    serve(arguments);
  } catch (const std::exception& e) {
    std::cerr << e.what() << '\n';
    return 1;
  }
}
