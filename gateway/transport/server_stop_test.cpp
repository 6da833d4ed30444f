#include <gmock/gmock.h>

#include <future>

#include "gateway/transport/server_test_fixture.hpp"

namespace cvsgw::transport::testing {
namespace {

using ::testing::HasSubstr;

template <class Action>
std::chrono::milliseconds lasting(Action action) {
  const auto start = SteadyClock::now();
  action();
  return std::chrono::duration_cast<std::chrono::milliseconds>(SteadyClock::now() - start);
}

TEST_F(ServerTest, StopEndsIdleConnectionsAtOnce) {
  start();
  Client used(port()), unused(port());
  EXPECT_EQ(bodyOf(used.exchange(post("x"))), "x");
  bool clean = false;
  EXPECT_LT(lasting([&] { clean = server().stop(10s); }), 1s);
  EXPECT_TRUE(clean);
  EXPECT_EQ(used.rest(), "");
  EXPECT_EQ(unused.rest(), "");
}

TEST_F(ServerTest, StopLetsARunningRequestFinish) {
  start();
  Client client(port());
  auto answer = std::async(std::launch::async, [&] {
    std::string got = client.exchange(get("/slow"));
    client.halfClose();
    return got;
  });
  ASSERT_TRUE(eventually([&] { return server().statistics().busyWorkers == 1; }));
  EXPECT_TRUE(server().stop(10s));
  const std::string text = answer.get();
  EXPECT_EQ(bodyOf(text), "slow");
  EXPECT_THAT(text, HasSubstr("Connection: close\r\n"));
}

TEST_F(ServerTest, StopLetsAHalfReceivedRequestFinish) {
  start();
  Client client(port());
  ASSERT_TRUE(client.send("POST /echo HTTP/1.1\r\n" + hostLine + "Content-Length: 5\r\n\r\nhe"));
  ASSERT_TRUE(eventually([&] { return server().statistics().buffered > 0; }));
  auto stopped = std::async(std::launch::async, [&] { return server().stop(10s); });
  std::this_thread::sleep_for(100ms);
  EXPECT_EQ(bodyOf(client.exchange("llo")), "hello");
  client.halfClose();
  EXPECT_TRUE(stopped.get());
}

TEST_F(ServerTest, StopCutsWhatDoesNotEndWithinItsGrace) {
  start();
  Client client(port());
  ASSERT_TRUE(client.send("POST /echo HTTP/1.1\r\n" + hostLine + "Content-Length: 5\r\n\r\nhe"));
  ASSERT_TRUE(eventually([&] { return server().statistics().buffered > 0; }));
  bool clean = true;
  const auto lasted = lasting([&] { clean = server().stop(300ms); });
  EXPECT_FALSE(clean);
  EXPECT_GE(lasted, 300ms);
  EXPECT_LT(lasted, 1500ms);
  EXPECT_EQ(client.rest(), "");
}

TEST_F(ServerTest, AfterStopThePortIsFree) {
  start();
  const std::uint16_t port = server().port();
  Client open(port);
  server().stop(1s);
  EXPECT_FALSE(Client(port).connected());
  ServerOptions options;
  options.port = port;
  start(options);  // at once, although old connections are still in TIME_WAIT
  EXPECT_EQ(bodyOf(Client(port).exchange(post("again"))), "again");
}

TEST_F(ServerTest, StoppingTwiceOrWithoutStartIsHarmless) {
  start();
  EXPECT_TRUE(server().stop(1s));
  EXPECT_TRUE(server().stop(1s));
  ServerOptions options;
  options.address = "127.0.0.1";
  options.tls.certificateFile = files_.certificate("s.pem", identity_);
  options.tls.privateKeyFile = files_.key("s.key", identity_);
  Server neverStarted(options, &ServerTest::answer, {});
  EXPECT_NE(neverStarted.port(), 0);
  EXPECT_TRUE(neverStarted.stop(1s));
}

}  // namespace
}  // namespace cvsgw::transport::testing
