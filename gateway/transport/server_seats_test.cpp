// Fewer workers at work than there are: who will wait leaves its seat.
#include <gmock/gmock.h>

#include <condition_variable>

#include "gateway/domain/blocking.hpp"
#include "gateway/transport/server_test_fixture.hpp"

namespace cvsgw::transport::testing {
namespace {

/// /said and /unsaid wait until the test lets them go; the first says so.
class ServerSeatsTest : public ServerTest {
 protected:
  void begin(unsigned workers, unsigned seats) {
    ServerOptions options;
    options.workers = workers;
    options.seats = seats;
    start(options, [this](http::Request&& request, const Connection& connection, const Wake&) -> Handled {
      if (request.path == "/said") willBlock();
      if (request.path == "/said" || request.path == "/unsaid") {
        std::unique_lock lock(mutex_);
        ++inside_;
        change_.wait(lock, [this] { return open_; });
      }
      return handle(std::move(request), connection);
    });
  }
  void release() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    change_.notify_all();
  }
  bool inside(int count) {
    return eventually([&] {
      const std::lock_guard lock(mutex_);
      return inside_ == count;
    });
  }

 private:
  std::mutex mutex_;
  std::condition_variable change_;
  bool open_ = false;
  int inside_ = 0;
};

TEST_F(ServerSeatsTest, AnotherWorkerTakesTheSeatOfOneThatWaits) {
  begin(4, 1);
  Client first(port());
  Client second(port());
  Client third(port());
  ASSERT_TRUE(first.send(get("/said")));
  ASSERT_TRUE(second.send(get("/said")));
  ASSERT_TRUE(inside(2));
  EXPECT_EQ(bodyOf(third.exchange(get("/"))), "GET /");
  release();
  EXPECT_EQ(bodyOf(first.answer()), "GET /said");
  EXPECT_EQ(bodyOf(second.answer()), "GET /said");
  // They come back for a seat, one after the other.
  for (int n = 0; n < 20; ++n) EXPECT_EQ(bodyOf(first.exchange(get("/again"))), "GET /again");
}

TEST_F(ServerSeatsTest, WhoDoesNotSaySoKeepsIt) {
  begin(4, 1);
  Client first(port());
  Client second(port());
  ASSERT_TRUE(first.send(get("/unsaid")));
  ASSERT_TRUE(inside(1));
  ASSERT_TRUE(second.send(get("/")));
  std::this_thread::sleep_for(100ms);
  EXPECT_EQ(server().statistics().requests, 1u) << "there is one seat, and it is taken";
  release();
  EXPECT_EQ(bodyOf(second.answer()), "GET /");
}

TEST_F(ServerSeatsTest, AStopReachesThoseWithoutASeat) {
  begin(8, 1);
  Client client(port());
  EXPECT_EQ(bodyOf(client.exchange(get("/", "Connection: close\r\n"))), "GET /");
  client.halfClose();
  EXPECT_TRUE(server().stop(5s));
}

}  // namespace
}  // namespace cvsgw::transport::testing
