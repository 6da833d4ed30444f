// The yardstick of the benchmark: POCO's own HTTPS server with a constant answer, set up as its documentation
// does. Usage: bare_poco_server PORT BYTES CERTIFICATE KEY [CA]; with CA, clients need a certificate under
// it. Prints "listening on PORT" and runs until a signal ends it.
#include <Poco/Exception.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/NetSSL.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/NullStream.h>
#include <Poco/StreamCopier.h>
#include <Poco/ThreadPool.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <span>
#include <string>

namespace {

constexpr int threads = 64;  // POCO gives one to each connection

class Answer : public Poco::Net::HTTPRequestHandler {
 public:
  explicit Answer(const std::string& body) : body_(body) {}
  void handleRequest(Poco::Net::HTTPServerRequest& request,
                     Poco::Net::HTTPServerResponse& response) override {
    Poco::NullOutputStream nowhere;
    Poco::StreamCopier::copyStream(request.stream(), nowhere);
    response.setContentType("text/xml; charset=utf-8");
    response.sendBuffer(body_.data(), body_.size());
  }

 private:
  const std::string& body_;
};

class Answers : public Poco::Net::HTTPRequestHandlerFactory {
 public:
  explicit Answers(std::size_t bytes) : body_(bytes, 'x') {}
  Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest&) override {
    return new Answer(body_);
  }

 private:
  const std::string body_;
};

void serve(const std::string& port, const std::string& bytes, const std::string& certificate,
           const std::string& key, const std::string& ca) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // before any thread starts, so that only sigwait sees them
  Poco::Net::initializeSSL();
  Poco::Net::Context::Params tls;
  tls.certificateFile = certificate;
  tls.privateKeyFile = key;
  tls.verificationMode = ca.empty() ? Poco::Net::Context::VERIFY_NONE : Poco::Net::Context::VERIFY_STRICT;
  tls.caLocation = ca;
  tls.loadDefaultCAs = false;
  Poco::Net::Context::Ptr context = new Poco::Net::Context(Poco::Net::Context::TLS_SERVER_USE, tls);
  // A client's certificate bears no host name; and without this id OpenSSL refuses to make sessions with one.
  context->enableExtendedCertificateVerification(false);
  SSL_CTX_set_session_id_context(context->sslContext(), reinterpret_cast<const unsigned char*>("bare"), 4);
  Poco::Net::SecureServerSocket socket(static_cast<Poco::UInt16>(std::stoi(port)), 1024, context);
  Poco::Net::HTTPServerParams::Ptr params = new Poco::Net::HTTPServerParams;
  params->setMaxThreads(threads);
  params->setKeepAlive(true);
  Poco::ThreadPool pool(threads, threads);
  Poco::Net::HTTPServer server(new Answers(std::stoul(bytes)), pool, socket, params);
  server.start();
  std::cout << "listening on " << socket.address().port() << std::endl;
  int signal = 0;
  sigwait(&signals, &signal);
  std::_Exit(0);  // stopping politely would wait for idle clients
}

}  // namespace

int main(int argc, char** argv) {
  const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
  if (arguments.size() != 5 && arguments.size() != 6) {
    std::cerr << "usage: bare_poco_server PORT BYTES CERTIFICATE KEY [CA]\n";
    return 2;
  }
  try {
    serve(arguments[1], arguments[2], arguments[3], arguments[4], arguments.size() == 6 ? arguments[5] : "");
  } catch (const Poco::Exception& e) {
    std::cerr << e.displayText() << '\n';
    return 1;
  } catch (const std::exception& e) {
    std::cerr << e.what() << '\n';
    return 1;
  }
}
