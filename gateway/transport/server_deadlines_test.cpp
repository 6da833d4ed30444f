// Clients that are slow on purpose are cut at their deadline and hinder nobody meanwhile.
#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <future>
#include <optional>
#include <vector>

#include "gateway/transport/server_test_fixture.hpp"

namespace cvsgw::transport::testing {
namespace {

using ::testing::HasSubstr;

ServerOptions patientOptions() {
  ServerOptions options;
  options.deadlines = patientDeadlines();
  return options;
}

/// A TCP connection without TLS.
class RawSocket {
 public:
  RawSocket() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval limit{std::chrono::seconds(generous).count(), 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  }
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
    const ssize_t got = ::recv(socket_, &byte, 1, 0);
    return got == 0 || (got < 0 && errno != EAGAIN);
  }
  int get() const { return socket_; }

 private:
  int socket_;
};

/// Sends what begins so and never ends, one byte after another, until the server ends the connection; tells
/// how long that took.
std::chrono::milliseconds trickle(Client& client, std::string_view begin) {
  const auto start = SteadyClock::now();
  for (std::size_t at = 0; SteadyClock::now() - start < generous; ++at) {
    const char byte = at < begin.size() ? begin[at] : 'a';
    if (!client.send({&byte, 1})) break;
    std::this_thread::sleep_for(15ms);
    char probe = 0;
    if (::recv(client.socket(), &probe, 1, MSG_PEEK | MSG_DONTWAIT) == 0) break;
  }
  return std::chrono::duration_cast<std::chrono::milliseconds>(SteadyClock::now() - start);
}

/// A connection on which one request was answered. Null when the server ended every one before that, in
/// `attempts` of less than `within`: on a busy machine a client may be later than a deadline.
std::unique_ptr<Client> usedOnce(std::uint16_t port, std::chrono::milliseconds within) {
  for (int attempts = 0; attempts < 50;) {
    const auto begin = SteadyClock::now();
    auto client = std::make_unique<Client>(port);
    if (client->connected() && bodyOf(client->exchange(post("x"))) == "x") return client;
    if (SteadyClock::now() - begin < within) return nullptr;
    ++attempts;
  }
  return nullptr;
}

TEST_F(ServerTest, A28_AHandshakeThatDoesNotComeIsCut) {
  ServerOptions options = patientOptions();
  options.deadlines.handshake = 150ms;
  start(options);
  RawSocket silent(port());
  RawSocket half(port());
  ASSERT_TRUE(half.send(std::string("\x16\x03\x01\x02\x00\x01", 6)));
  EXPECT_TRUE(silent.endsSilently());
  EXPECT_TRUE(half.endsSilently());
  EXPECT_TRUE(eventually([&] { return server().statistics().cutByDeadline == 2; }));
  EXPECT_TRUE(eventually([&] { return server().statistics().open == 0; }));
}

TEST_F(ServerTest, A28_AHeaderThatTricklesIsCut) {
  ServerOptions options = patientOptions();
  options.deadlines.header = 150ms;
  start(options);
  Client client(port());
  const auto lasted = trickle(client, "GET /");
  EXPECT_GE(lasted, 100ms);
  EXPECT_LT(lasted, generous);
  EXPECT_TRUE(eventually([&] { return server().statistics().cutByDeadline == 1; }));
  EXPECT_EQ(server().statistics().requests, 0u);
}

TEST_F(ServerTest, A28_ABodyThatTricklesIsCut) {
  ServerOptions options = patientOptions();
  options.deadlines.body = 150ms;
  start(options);
  Client client(port());
  ASSERT_TRUE(client.send("POST /echo HTTP/1.1\r\n" + hostLine + "Content-Length: 30000\r\n\r\n"));
  EXPECT_LT(trickle(client, ""), generous);
  EXPECT_TRUE(eventually([&] { return server().statistics().cutByDeadline == 1; }));
  EXPECT_EQ(server().statistics().requests, 0u);
}

TEST_F(ServerTest, A28_AnAnswerThatIsNotReadIsCutAndHoldsNoWorker) {
  ServerOptions options = patientOptions();
  options.workers = 1;
  start(options);
  {
    Client deaf(port(), {.receiveBuffer = 4096});
    ASSERT_TRUE(deaf.send(get("/big")));
    ASSERT_TRUE(eventually([&] { return server().statistics().unsent > 0; }));
    EXPECT_EQ(bodyOf(Client(port()).exchange(post("meanwhile"))), "meanwhile");
    EXPECT_GT(server().statistics().unsent, 0u) << "it is still there";
  }
  options.deadlines.response = 300ms;
  start(options);
  Client deaf(port(), {.receiveBuffer = 4096});
  Client other(port());
  ASSERT_TRUE(deaf.send(get("/big")));
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
  options.deadlines.idle = 500ms;
  start(options);
  Client never(port());
  const auto once = usedOnce(port(), options.deadlines.idle);
  ASSERT_TRUE(once);
  EXPECT_EQ(once->rest(), "");
  EXPECT_EQ(SSL_get_shutdown(once->ssl()), SSL_RECEIVED_SHUTDOWN) << "no close_notify";
  EXPECT_EQ(never.rest(), "");
  EXPECT_EQ(server().statistics().cutByDeadline, 0u);
}

// The sweeper comes again and again before the only worker does.
TEST_F(ServerTest, AnIdleConnectionEndsQuietlyThoughItsWorkerIsLate) {
  ServerOptions options = patientOptions();
  options.workers = 1;
  options.deadlines.idle = 500ms;
  for (int attempt = 0; attempt < 10; ++attempt) {
    std::promise<void> release;
    const auto released = release.get_future().share();
    start(options, [released](http::Request&& request, const Connection& connection, const Wake&) {
      if (request.path == "/hold") released.wait();
      return handle(std::move(request), connection);
    });
    const auto begin = SteadyClock::now();
    const auto inTime = [&] { return SteadyClock::now() - begin < options.deadlines.idle; };
    Client idle(port());
    Client holder(port());
    const bool held = bodyOf(idle.exchange(post("x"))) == "x" && holder.send(get("/hold")) &&
                      eventually([&] { return server().statistics().busyWorkers == 1 || !inTime(); });
    if (held && inTime()) {
      std::this_thread::sleep_for(options.deadlines.idle + 50 * options.deadlines.sweepInterval);
      release.set_value();
      EXPECT_EQ(idle.rest(), "");
      EXPECT_EQ(SSL_get_shutdown(idle.ssl()), SSL_RECEIVED_SHUTDOWN) << "no close_notify";
      EXPECT_EQ(server().statistics().cutByDeadline, 0u);
      return;
    }
    release.set_value();
  }
  FAIL() << "the machine is too slow for an idle time of half a second";
}

/// Whether a connection that is used all the time was ended in spite of that. Nothing when a pause as long as
/// the deadline was the machine's: then that proves nothing.
std::optional<bool> endedInUse(Client& client, Deadlines::Duration idle) {
  const auto begin = SteadyClock::now();
  auto used = begin;
  while (SteadyClock::now() - begin < 2 * idle) {
    const auto before = std::exchange(used, SteadyClock::now());
    if (bodyOf(client.exchange(post("x"))) != "x")
      return SteadyClock::now() - before < idle ? std::optional(true) : std::nullopt;
    std::this_thread::sleep_for(idle / 10);
  }
  return false;
}

TEST_F(ServerTest, UseKeepsAConnectionAliveBeyondTheIdleDeadline) {
  ServerOptions options = patientOptions();
  options.deadlines.idle = 500ms;
  start(options);
  std::optional<bool> ended;
  for (int attempt = 0; attempt < 20 && !ended; ++attempt) {
    if (const auto client = usedOnce(port(), options.deadlines.idle))
      ended = endedInUse(*client, options.deadlines.idle);
  }
  EXPECT_EQ(ended, false);
}

TEST_F(ServerTest, R10_AnOldConnectionEndsAtARequestBoundary) {
  ServerOptions options = patientOptions();
  options.deadlines.connectionLife = 500ms;
  start(options);
  std::unique_ptr<Client> client;
  std::string first;
  // On a busy machine it may be old before it has asked anything.
  for (int attempt = 0; attempt < 20 && first.find("Connection: keep-alive\r\n") == std::string::npos;
       ++attempt) {
    const auto begin = SteadyClock::now();
    client = std::make_unique<Client>(port());
    first = client->exchange(post("young"));
    if (SteadyClock::now() - begin < options.deadlines.connectionLife) break;
  }
  EXPECT_THAT(first, HasSubstr("Connection: keep-alive\r\n"));
  std::this_thread::sleep_for(options.deadlines.connectionLife + 50ms);
  const std::string last = client->exchange(post("old"));
  EXPECT_THAT(last, HasSubstr("Connection: close\r\n"));
  EXPECT_EQ(bodyOf(last), "old");
  EXPECT_EQ(client->rest(), "");
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
    for (std::size_t at = 0; at + 1 < bytes.size() && !enough; ++at) {
      for (auto& client : tricklers) client->send({&bytes[at], 1});
      std::this_thread::sleep_for(5ms);
    }
  });
  Client active(port());
  // A worker that somebody holds is held until a deadline, which is far beyond the client's patience.
  int answered = 0;
  while (answered < 200 && bodyOf(active.exchange(post("x"))) == "x") ++answered;
  enough = true;
  trickling.join();
  EXPECT_EQ(answered, 200);
  EXPECT_EQ(server().statistics().requests, 200u);
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
  const auto begin = SteadyClock::now();
  for (auto& socket : waiting) socket->connect(port());
  EXPECT_TRUE(eventually([&] { return server().statistics().acceptPauses > 0; }));
  std::this_thread::sleep_for(300ms);
  const auto pauses = server().statistics().acceptPauses;
  const auto sweeps = (SteadyClock::now() - begin) / patientDeadlines().sweepInterval;
  const std::string meanwhile = before.exchange(post("meanwhile"));
  ::setrlimit(RLIMIT_NOFILE, &usual);

  // One before the first sweep, and one after each.
  EXPECT_LE(pauses, static_cast<std::uint64_t>(sweeps) + 2) << "the acceptor spins";
  EXPECT_EQ(bodyOf(meanwhile), "meanwhile");
  EXPECT_TRUE(eventually([&] { return server().statistics().open == 11; }));
  EXPECT_TRUE(Client(port()).connected());
}

}  // namespace
}  // namespace cvsgw::transport::testing
