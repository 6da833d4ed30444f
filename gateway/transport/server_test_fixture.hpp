// A real server on a free port, for the tests of this folder.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "gateway/transport/server.hpp"
#include "gateway/transport/tls_test_client.hpp"

namespace cvsgw::transport::testing {

using namespace std::chrono_literals;

inline const std::string hostLine = "Host: localhost\r\n";

inline std::string get(const std::string& path, const std::string& fields = "") {
  return "GET " + path + " HTTP/1.1\r\n" + hostLine + fields + "\r\n";
}

inline std::string post(const std::string& body, const std::string& fields = "") {
  return "POST /echo HTTP/1.1\r\n" + hostLine + fields + "Content-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + body;
}

inline std::string bodyOf(const std::string& answer) {
  const std::size_t end = answer.find("\r\n\r\n");
  return end == std::string::npos ? "<no answer>" : answer.substr(end + 4);
}

inline int statusOf(const std::string& answer) {
  return answer.rfind("HTTP/1.1 ", 0) == 0 ? std::stoi(answer.substr(9, 3)) : 0;
}

/// Far longer than anything takes here on a busy machine: what has not come by then does not come.
constexpr auto generous = 30s;

/// Waits until a condition holds; false when it never did.
inline bool eventually(const std::function<bool()>& holds) {
  const auto end = SteadyClock::now() + generous;
  while (SteadyClock::now() < end) {
    if (holds()) return true;
    std::this_thread::sleep_for(10ms);
  }
  return holds();
}

/// Deadlines that no test meets, so that each shortens only the one that it is about.
inline Deadlines patientDeadlines() {
  constexpr auto tenMinutes = 600s;
  return {.handshake = tenMinutes,
          .header = tenMinutes,
          .body = tenMinutes,
          .response = tenMinutes,
          .idle = tenMinutes,
          .pause = tenMinutes,
          .linger = tenMinutes,
          .connectionLife = tenMinutes,
          .sweepInterval = 10ms};
}

class ServerTest : public ::testing::Test {
 protected:
  /// Answers /echo with the body, /big with five megabytes, /page with 280 kB, /slow after a pause, /throw
  /// not at all.
  static http::Response handle(http::Request&& request, const Connection& connection);
  static Handled answer(http::Request&& request, const Connection& connection, const Wake&) {
    return handle(std::move(request), connection);
  }

  /// Starts with the given options; certificate and key are added. Without a handler of the test's own: the
  /// one above.
  Server& start(ServerOptions options = {}, Handler handler = {});
  Server& server() { return *server_; }
  std::uint16_t port() const { return server_->port(); }
  std::string logged() const;

  TemporaryFiles files_;
  Identity authority_ = makeIdentity({.commonName = "test root", .authority = true});
  Identity identity_ = makeIdentity({.commonName = "localhost"}, &authority_);

 private:
  mutable std::mutex mutex_;
  std::string log_;
  std::unique_ptr<Server> server_;
};

}  // namespace cvsgw::transport::testing
