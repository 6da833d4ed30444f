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

ServerOptions patient() {
  ServerOptions options;
  options.deadlines = patientDeadlines();
  return options;
}

TEST_F(ServerTest, StopEndsIdleConnectionsAtOnce) {
  start(patient());
  Client used(port()), unused(port());
  EXPECT_EQ(bodyOf(used.exchange(post("x"))), "x");
  bool clean = false;
  EXPECT_LT(lasting([&] { clean = server().stop(600s); }), generous);
  EXPECT_TRUE(clean);
  EXPECT_EQ(used.rest(), "");
  EXPECT_EQ(unused.rest(), "");
}

TEST_F(ServerTest, StopLetsARunningRequestFinish) {
  std::promise<void> release;
  const auto released = release.get_future().share();
  start(patient(), [released](http::Request&& request, const Connection& connection, const Wake&) {
    released.wait();
    return handle(std::move(request), connection);
  });
  Client client(port());
  ASSERT_TRUE(client.send(get("/")));
  ASSERT_TRUE(eventually([&] { return server().statistics().busyWorkers == 1; }));
  auto stopped = std::async(std::launch::async, [&] { return server().stop(600s); });
  EXPECT_TRUE(eventually([&] { return !Client(port()).connected(); })) << "it stops";
  release.set_value();
  const std::string text = client.answer();
  client.halfClose();
  EXPECT_EQ(bodyOf(text), "GET /");
  EXPECT_THAT(text, HasSubstr("Connection: close\r\n"));
  EXPECT_TRUE(stopped.get());
}

TEST_F(ServerTest, StopLetsAHalfReceivedRequestFinish) {
  start(patient());
  Client client(port());
  ASSERT_TRUE(client.send("POST /echo HTTP/1.1\r\n" + hostLine + "Content-Length: 5\r\n\r\nhe"));
  ASSERT_TRUE(eventually([&] { return server().statistics().buffered > 0; }));
  auto stopped = std::async(std::launch::async, [&] { return server().stop(600s); });
  EXPECT_TRUE(eventually([&] { return !Client(port()).connected(); })) << "it stops";
  EXPECT_EQ(bodyOf(client.exchange("llo")), "hello");
  client.halfClose();
  EXPECT_TRUE(stopped.get());
}

TEST_F(ServerTest, StopCutsWhatDoesNotEndWithinItsGrace) {
  start(patient());
  Client client(port());
  ASSERT_TRUE(client.send("POST /echo HTTP/1.1\r\n" + hostLine + "Content-Length: 5\r\n\r\nhe"));
  ASSERT_TRUE(eventually([&] { return server().statistics().buffered > 0; }));
  bool clean = true;
  const auto lasted = lasting([&] { clean = server().stop(300ms); });
  EXPECT_FALSE(clean);
  EXPECT_GE(lasted, 300ms);
  EXPECT_LT(lasted, generous);
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
