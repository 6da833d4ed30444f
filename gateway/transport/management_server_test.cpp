#include "gateway/transport/management_server.hpp"

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/StreamCopier.h>
#include <gtest/gtest.h>

#include <atomic>

#include "gateway/transport/options.hpp"

namespace cvsgw::transport {
namespace {

struct Answer {
  int status = 0;
  std::string body;
};

Answer ask(std::uint16_t port, const std::string& path, const std::string& method = "GET") {
  Poco::Net::HTTPClientSession session("127.0.0.1", port);
  Poco::Net::HTTPRequest request(method, path, "HTTP/1.1");
  session.sendRequest(request);
  Poco::Net::HTTPResponse response;
  Answer answer;
  Poco::StreamCopier::copyToString(session.receiveResponse(response), answer.body);
  answer.status = response.getStatus();
  return answer;
}

TEST(ManagementServer, TellsAliveAndReadyApart) {
  std::atomic<bool> ready{false};
  ManagementServer server("127.0.0.1", 0, [&] {
    return ready ? Readiness{true, R"({"store":"ok"})"} : Readiness{false, R"({"store":"migrating"})"};
  });
  EXPECT_EQ(ask(server.port(), "/livez").status, 200);
  const Answer early = ask(server.port(), "/readyz");
  EXPECT_EQ(early.status, 503);
  EXPECT_EQ(early.body, R"({"store":"migrating"})");
  ready = true;
  EXPECT_EQ(ask(server.port(), "/readyz").status, 200);
}

TEST(ManagementServer, A43_KnowsNothingElse) {
  ManagementServer server("127.0.0.1", 0, [] { return Readiness{true, "{}"}; });
  EXPECT_EQ(ask(server.port(), "/").status, 404);
  EXPECT_EQ(ask(server.port(), "/readyz/../metrics").status, 404);
  EXPECT_EQ(ask(server.port(), "/livez", "POST").status, 405);
}

TEST(ManagementServer, A43_DoesNotShareItsPort) {
  ManagementServer server("127.0.0.1", 0, [] { return Readiness{}; });
  EXPECT_THROW(ManagementServer("127.0.0.1", server.port(), [] { return Readiness{}; }), StartError);
}

}  // namespace
}  // namespace cvsgw::transport
