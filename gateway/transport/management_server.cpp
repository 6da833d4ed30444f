#include "gateway/transport/management_server.hpp"

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/ThreadPool.h>
#include <Poco/Timespan.h>

#include <utility>

#include "gateway/transport/listener.hpp"

namespace cvsgw::transport {

namespace {

using Poco::Net::HTTPResponse;
using Check = std::function<Readiness()>;

class Answer : public Poco::Net::HTTPRequestHandler {
 public:
  explicit Answer(const Check& check) : check_(check) {}

  void handleRequest(Poco::Net::HTTPServerRequest& request,
                     Poco::Net::HTTPServerResponse& response) override {
    const std::string& path = request.getURI();
    if (request.getMethod() != "GET" && request.getMethod() != "HEAD") {
      send(response, HTTPResponse::HTTP_METHOD_NOT_ALLOWED, "{}");
    } else if (path == "/livez") {
      send(response, HTTPResponse::HTTP_OK, R"({"status":"ok"})");
    } else if (path == "/readyz") {
      const Readiness now = check_();
      send(response, now.ready ? HTTPResponse::HTTP_OK : HTTPResponse::HTTP_SERVICE_UNAVAILABLE, now.json);
    } else {
      send(response, HTTPResponse::HTTP_NOT_FOUND, "{}");
    }
  }

 private:
  static void send(Poco::Net::HTTPServerResponse& response, HTTPResponse::HTTPStatus status,
                   const std::string& body) {
    response.setStatusAndReason(status);
    response.setContentType("application/json");
    response.set("Cache-Control", "no-store");
    response.sendBuffer(body.data(), body.size());
  }

  const Check& check_;
};

class Answers : public Poco::Net::HTTPRequestHandlerFactory {
 public:
  explicit Answers(Check check) : check_(std::move(check)) {}
  Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest&) override {
    return new Answer(check_);  // POCO takes ownership
  }

 private:
  const Check check_;
};

Poco::Net::HTTPServerParams::Ptr parameters() {
  Poco::Net::HTTPServerParams::Ptr params = new Poco::Net::HTTPServerParams;
  params->setMaxThreads(2);
  params->setMaxQueued(16);
  params->setKeepAlive(false);  // so that stopping waits for nobody
  params->setTimeout(Poco::Timespan(2, 0));
  return params;
}

}  // namespace

class ManagementServer::Implementation {
 public:
  Implementation(const std::string& address, std::uint16_t port, Check check)
      : socket_(listenOn(address, port)),
        port_(socket_.address().port()),
        server_(new Answers(std::move(check)), pool_, socket_, parameters()) {
    server_.start();
  }
  ~Implementation() { stop(); }

  void stop() {
    server_.stopAll(true);
    pool_.joinAll();
  }
  std::uint16_t port() const { return port_; }

 private:
  Poco::ThreadPool pool_{2, 4};  // its own: the process' default pool may be full
  Poco::Net::ServerSocket socket_;
  const std::uint16_t port_;
  Poco::Net::HTTPServer server_;
};

ManagementServer::ManagementServer(const std::string& address, std::uint16_t port,
                                   std::function<Readiness()> readiness)
    : implementation_(std::make_unique<Implementation>(address, port, std::move(readiness))) {}
ManagementServer::~ManagementServer() = default;
std::uint16_t ManagementServer::port() const {
  return implementation_->port();
}
void ManagementServer::stop() {
  implementation_->stop();
}

}  // namespace cvsgw::transport
