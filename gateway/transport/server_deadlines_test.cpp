// Clients that are slow on purpose are cut at their deadline and hinder nobody meanwhile.
#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

#include "gateway/transport/server_test_fixture.hpp"

namespace cvsgw::transport::testing {
namespace {

using ::testing::HasSubstr;

/// Long deadlines, so that each test shortens only the one that it is about.
ServerOptions patientOptions() {
  ServerOptions options;
  options.deadlines.sweepInterval = 10ms;
  return options;
}

/// A TCP connection without TLS.
class RawSocket {
 public:
  RawSocket() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {}
  explicit RawSocket(std::uint16_t port) : RawSocket() { connect(port); }
  ~RawSocket() { ::close(socket_); }
  RawSocket(const RawSocket&) = delete;
  RawSocket& operator=(const RawSocket&) = delete;

  bool connect(std::uint16_t port) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return ::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0;
  }
  bool send(std::string_view bytes) {
    return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
  }
  /// Nothing but the end (or a reset) arrives.
  bool endsSilently() {
    char byte = 0;
    return ::recv(socket_, &byte, 1, 0) <= 0;
  }
  int get() const { return socket_; }

 private:
  int socket_;
};

/// Sends one byte after another until the server ends the connection; tells how long that took.
std::chrono::milliseconds trickle(Client& client, const std::string& bytes) {
  const auto start = SteadyClock::now();
  for (const char byte : bytes) {
    if (!client.send({&byte, 1})) break;
    std::this_thread::sleep_for(15ms);
    char probe = 0;
    if (::recv(client.socket(), &probe, 1, MSG_PEEK | MSG_DONTWAIT) == 0) break;
  }
  return std::chrono::duration_cast<std::chrono::milliseconds>(SteadyClock::now() - start);
}

TEST_F(ServerTest, A28_AHandshakeThatDoesNotComeIsCut) {
  ServerOptions options = patientOptions();
  options.deadlines.handshake = 150ms;
  start(options);
  RawSocket silent(port());
  RawSocket half(port());
  ASSERT_TRUE(half.send(std::string("\x16\x03\x01\x02\x00\x01", 6)));
  const auto begin = SteadyClock::now();
  EXPECT_TRUE(silent.endsSilently());
  EXPECT_TRUE(half.endsSilently());
  EXPECT_LT(SteadyClock::now() - begin, 2s);
  EXPECT_TRUE(eventually([&] { return server().statistics().cutByDeadline == 2; }));
  EXPECT_TRUE(eventually([&] { return server().statistics().open == 0; }));
}

TEST_F(ServerTest, A28_AHeaderThatTricklesIsCut) {
  ServerOptions options = patientOptions();
  options.deadlines.header = 150ms;
  start(options);
  Client client(port());
  const auto lasted = trickle(client, get("/" + std::string(300, 'a')));
  EXPECT_GE(lasted, 100ms);
  EXPECT_LT(lasted, 2s);
  EXPECT_TRUE(eventually([&] { return server().statistics().cutByDeadline == 1; }));
  EXPECT_EQ(server().statistics().requests, 0u);
}

TEST_F(ServerTest, A28_ABodyThatTricklesIsCut) {
  ServerOptions options = patientOptions();
  options.deadlines.body = 150ms;
  start(options);
  Client client(port());
  ASSERT_TRUE(client.send("POST /echo HTTP/1.1\r\n" + hostLine + "Content-Length: 300\r\n\r\n"));
  EXPECT_LT(trickle(client, std::string(300, 'a')), 2s);
  EXPECT_TRUE(eventually([&] { return server().statistics().cutByDeadline == 1; }));
  EXPECT_EQ(server().statistics().requests, 0u);
}

TEST_F(ServerTest, A28_AnAnswerThatIsNotReadIsCutAndHoldsNoWorker) {
  ServerOptions options = patientOptions();
  options.workers = 1;
  options.deadlines.response = 300ms;
  start(options);
  Client deaf(port(), {.receiveBuffer = 4096});
  ASSERT_TRUE(deaf.send(get("/big")));
  Client active(port());
  EXPECT_EQ(bodyOf(active.exchange(post("meanwhile"))), "meanwhile");
  EXPECT_EQ(server().statistics().open, 2u);
  EXPECT_TRUE(eventually([&] { return server().statistics().cutByDeadline == 1; }));
  EXPECT_TRUE(eventually([&] { return server().statistics().open == 1; }));
}

// Answers that the kernel still took whole, and more questions behind them: no less a client that does not
// read.
TEST_F(ServerTest, A28_QuestionsOfAClientThatDoesNotReadAreNoIdleConnection) {
  ServerOptions options = patientOptions();
  options.deadlines.response = 300ms;
  start(options);
  Client deaf(port(), {.receiveBuffer = 4096});
  std::string questions;
  for (int i = 0; i < 40; ++i) questions += get("/page");
  ASSERT_TRUE(deaf.send(questions));
  EXPECT_TRUE(eventually([&] { return server().statistics().cutByDeadline == 1; }));
  EXPECT_TRUE(eventually([&] { return server().statistics().open == 0; }));
}

TEST_F(ServerTest, AnIdleConnectionEndsQuietly) {
  ServerOptions options = patientOptions();
  options.deadlines.idle = 150ms;
  start(options);
  Client never(port());
  Client once(port());
  EXPECT_EQ(bodyOf(once.exchange(post("x"))), "x");
  EXPECT_EQ(once.rest(), "");
  EXPECT_EQ(SSL_get_shutdown(once.ssl()), SSL_RECEIVED_SHUTDOWN) << "no close_notify";
  EXPECT_EQ(never.rest(), "");
  EXPECT_EQ(server().statistics().cutByDeadline, 0u);
}

TEST_F(ServerTest, UseKeepsAConnectionAliveBeyondTheIdleDeadline) {
  ServerOptions options = patientOptions();
  options.deadlines.idle = 200ms;
  start(options);
  Client client(port());
  for (int i = 0; i < 8; ++i) {
    ASSERT_EQ(bodyOf(client.exchange(post("x"))), "x");
    std::this_thread::sleep_for(50ms);
  }
}

TEST_F(ServerTest, R10_AnOldConnectionEndsAtARequestBoundary) {
  ServerOptions options = patientOptions();
  options.deadlines.connectionLife = 200ms;
  start(options);
  Client client(port());
  EXPECT_THAT(client.exchange(post("young")), HasSubstr("Connection: keep-alive\r\n"));
  std::this_thread::sleep_for(250ms);
  const std::string last = client.exchange(post("old"));
  EXPECT_THAT(last, HasSubstr("Connection: close\r\n"));
  EXPECT_EQ(bodyOf(last), "old");
  EXPECT_EQ(client.rest(), "");
}

TEST_F(ServerTest, AClientThatStaysAfterItsLastAnswerIsLeft) {
  ServerOptions options = patientOptions();
  options.deadlines.linger = 100ms;
  start(options);
  Client client(port());
  EXPECT_EQ(statusOf(client.exchange("nonsense\r\n")), 400);
  EXPECT_TRUE(eventually([&] { return server().statistics().open == 0; }));
}

TEST_F(ServerTest, A28_TwoHundredTricklersDoNotHinderAnActiveClient) {
  ServerOptions options = patientOptions();
  options.workers = 2;
  start(options);
  std::vector<std::unique_ptr<Client>> tricklers;
  for (int i = 0; i < 200; ++i) tricklers.push_back(std::make_unique<Client>(port()));
  std::atomic<bool> enough{false};
  std::thread trickling([&] {
    const std::string bytes = get("/" + std::string(5000, 'a'));
    for (std::size_t at = 0; at < bytes.size() && !enough; ++at) {
      for (auto& client : tricklers) client->send({&bytes[at], 1});
      std::this_thread::sleep_for(5ms);
    }
  });
  Client active(port());
  std::vector<SteadyClock::duration> times;
  for (int i = 0; i < 200; ++i) {
    const auto start = SteadyClock::now();
    ASSERT_EQ(bodyOf(active.exchange(post("x"))), "x");
    times.push_back(SteadyClock::now() - start);
  }
  enough = true;
  trickling.join();
  std::sort(times.begin(), times.end());
  EXPECT_LT(times[times.size() / 2], 50ms);
  EXPECT_EQ(server().statistics().open, 201u);
}

TEST_F(ServerTest, A45_RunningOutOfDescriptorsPausesAcceptingOnly) {
  start(patientOptions());
  Client before(port());
  ASSERT_TRUE(before.connected());
  std::vector<std::unique_ptr<RawSocket>> waiting;
  for (int i = 0; i < 10; ++i) waiting.push_back(std::make_unique<RawSocket>());
  rlimit usual{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &usual), 0);
  rlimit tight = usual;
  tight.rlim_cur = static_cast<rlim_t>(waiting.back()->get()) + 1;
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &tight), 0);
  for (auto& socket : waiting) socket->connect(port());
  std::this_thread::sleep_for(300ms);
  const auto pauses = server().statistics().acceptPauses;
  const std::string meanwhile = before.exchange(post("meanwhile"));
  ::setrlimit(RLIMIT_NOFILE, &usual);

  EXPECT_GE(pauses, 1u);
  EXPECT_LE(pauses, 40u) << "the acceptor spins";
  EXPECT_EQ(bodyOf(meanwhile), "meanwhile");
  EXPECT_TRUE(eventually([&] { return server().statistics().open == 11; }));
  EXPECT_TRUE(Client(port()).connected());
}

}  // namespace
}  // namespace cvsgw::transport::testing
