// The gateway's own transport with a constant answer: what TLS, framing and threads cost before any XML is
// looked at. Usage: bare_transport_server PORT BYTES CERTIFICATE KEY. Prints "listening on PORT" and runs
// until a signal ends it.
#include <csignal>
#include <iostream>
#include <span>
#include <string>

#include "gateway/transport/server.hpp"

namespace {

void serve(const std::string& port, const std::string& bytes, const std::string& certificate,
           const std::string& key) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  cvsgw::transport::ServerOptions options;
  options.port = static_cast<std::uint16_t>(std::stoi(port));
  options.tls.certificateFile = certificate;
  options.tls.privateKeyFile = key;
  const std::string body(std::stoul(bytes), 'x');
  const auto answer = [&](cvsgw::http::Request&&, const cvsgw::transport::Connection&) {
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
  if (arguments.size() != 5) {
    std::cerr << "usage: bare_transport_server PORT BYTES CERTIFICATE KEY\n";
    return 2;
  }
  try {
    serve(arguments[1], arguments[2], arguments[3], arguments[4]);
  } catch (const std::exception& e) {
    std::cerr << e.what() << '\n';
    return 1;
  }
}
