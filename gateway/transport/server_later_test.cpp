// Answers that are promised: the connection waits for them, no worker does.
#include <gmock/gmock.h>

#include <condition_variable>
#include <deque>
#include <future>

#include "gateway/transport/server_test_fixture.hpp"

namespace cvsgw::transport::testing {
namespace {

using ::testing::HasSubstr;

/// Keeps the Wakes of /later until the test lets them go; everything else is answered at once.
class ServerLaterTest : public ServerTest {
 protected:
  ~ServerLaterTest() override { release(); }

  Server& begin(ServerOptions options = {}) {
    options.workers = options.workers > 0 ? options.workers : 1;
    return start(options, [this](http::Request&& request, const Connection& connection, const Wake& wake) {
      return promise(std::move(request), connection, wake);
    });
  }
  bool promised(std::size_t count) {
    return eventually([&] {
      const std::lock_guard lock(mutex_);
      return wakes_.size() == count;
    });
  }
  /// Asks, and waits until the promise is made: the only one there is.
  bool asked(Client& client, const std::string& path) { return client.send(get(path)) && promised(1); }
  /// A stop that has begun and has to wait.
  std::future<bool> stopping(std::chrono::milliseconds grace) {
    auto stopped = std::async(std::launch::async, [this, grace] { return server().stop(grace); });
    EXPECT_EQ(stopped.wait_for(50ms), std::future_status::timeout)
        << "who holds the Wake would call into nothing";
    return stopped;
  }
  void wakeOne() {
    Wake wake;
    {
      const std::lock_guard lock(mutex_);
      wake = std::move(wakes_.front());
      wakes_.pop_front();
    }
    wake();
  }
  void release() {
    const std::lock_guard lock(mutex_);
    for (const Wake& wake : wakes_) wake();
    wakes_.clear();
  }

  std::atomic<int> finished_{0};
  std::promise<void> unstuck_;

 private:
  Handled promise(http::Request&& request, const Connection& connection, const Wake& wake) {
    if (request.path.rfind("/later", 0) != 0) return handle(std::move(request), connection);
    const std::size_t bytes = request.path == "/later/huge" ? 2'000'000 : 10;
    Later later{[this, path = request.path] {
                  ++finished_;
                  if (path == "/later/stuck") unstuck_.get_future().wait();
                  if (path == "/later/throw") throw std::runtime_error("secret 999993653");
                  http::Response response;
                  response.body = "at last " + path;
                  return response;
                },
                bytes};
    if (request.path == "/later/already") {
      wake();
      return later;
    }
    const std::lock_guard lock(mutex_);
    wakes_.push_back(wake);
    return later;
  }

  std::mutex mutex_;
  std::deque<Wake> wakes_;
};

TEST_F(ServerLaterTest, AnAnswerThatWaitsHoldsNoWorker) {
  begin();
  Client waiting(port());
  ASSERT_TRUE(asked(waiting, "/later"));
  Client other(port());
  EXPECT_EQ(bodyOf(other.exchange(get("/"))), "GET /") << "with the one worker there is";
  EXPECT_EQ(server().statistics().busyWorkers, 0u);
  EXPECT_EQ(finished_, 0) << "it may not leave yet";
  wakeOne();
  EXPECT_EQ(bodyOf(waiting.answer()), "at last /later");
  EXPECT_EQ(bodyOf(waiting.exchange(get("/next"))), "GET /next") << "the connection goes on";
}

TEST_F(ServerLaterTest, TheWakeMayComeBeforeTheHandlerHasReturned) {
  begin();
  Client client(port());
  for (int n = 0; n < 100; ++n)
    EXPECT_EQ(bodyOf(client.exchange(get("/later/already"))), "at last /later/already");
}

TEST_F(ServerLaterTest, PipelinedRequestsStayInOrder) {
  begin();
  Client client(port());
  ASSERT_TRUE(client.send(get("/later/one") + get("/two") + get("/later/three")));
  ASSERT_TRUE(promised(1));
  wakeOne();
  EXPECT_EQ(bodyOf(client.answer()), "at last /later/one");
  EXPECT_EQ(bodyOf(client.answer()), "GET /two");
  ASSERT_TRUE(promised(1));
  wakeOne();
  EXPECT_EQ(bodyOf(client.answer()), "at last /later/three");
}

TEST_F(ServerLaterTest, WhoHasGoneMeanwhileIsFinishedAllTheSame) {
  begin();
  {
    Client client(port());
    ASSERT_TRUE(asked(client, "/later"));
  }
  wakeOne();
  EXPECT_TRUE(eventually([&] { return server().statistics().open == 0; }));
  EXPECT_EQ(finished_, 1);
}

TEST_F(ServerLaterTest, A32_AnAnswerThatThrowsIsA500AndLogsNoText) {
  begin();
  Client client(port());
  ASSERT_TRUE(asked(client, "/later/throw"));
  wakeOne();
  EXPECT_EQ(statusOf(client.answer()), 500);
  EXPECT_THAT(logged(), HasSubstr("runtime_error"));
  EXPECT_THAT(logged(), ::testing::Not(HasSubstr("999993653")));
}

// In one batch, as the trail wakes them: whoever takes the first may not keep the others.
TEST_F(ServerLaterTest, AnswersThatComeTogetherDoNotWaitForASlowOne) {
  ServerOptions options;
  options.workers = options.seats = 2;
  begin(options);
  for (int round = 0; round < 20; ++round) {
    unstuck_ = std::promise<void>();
    Client stuck(port());
    Client second(port());
    Client third(port());
    ASSERT_TRUE(asked(stuck, "/later/stuck"));
    ASSERT_TRUE(second.send(get("/later/2")));
    ASSERT_TRUE(promised(2));
    ASSERT_TRUE(third.send(get("/later/3")));
    ASSERT_TRUE(promised(3));
    release();
    EXPECT_EQ(bodyOf(second.answer()), "at last /later/2");
    EXPECT_EQ(bodyOf(third.answer()), "at last /later/3");
    unstuck_.set_value();
    EXPECT_EQ(bodyOf(stuck.answer()), "at last /later/stuck");
  }
}

TEST_F(ServerLaterTest, A45_WhatWaitsIsBoundedByWorkersThatWaitWithIt) {
  ServerOptions options;
  options.maxParkedBytes = 3'000'000;
  options.workers = 2;
  begin(options);
  Client first(port());
  Client second(port());
  Client third(port());
  ASSERT_TRUE(asked(first, "/later/huge"));
  EXPECT_TRUE(eventually([&] { return server().statistics().parked == 2'000'000; }));
  ASSERT_TRUE(second.send(get("/later/huge")));
  ASSERT_TRUE(promised(2));
  EXPECT_TRUE(eventually([&] { return server().statistics().busyWorkers == 1; })) << "it did not fit";
  EXPECT_EQ(bodyOf(third.exchange(get("/"))), "GET /") << "the other worker is free";
  wakeOne();
  EXPECT_EQ(bodyOf(first.answer()), "at last /later/huge");
  EXPECT_EQ(server().statistics().parked, 0u);
  wakeOne();
  EXPECT_EQ(bodyOf(second.answer()), "at last /later/huge");
  EXPECT_TRUE(eventually([&] { return server().statistics().busyWorkers == 0; }));
}

TEST_F(ServerLaterTest, AStopWaitsForWhatIsPromised) {
  begin();
  Client client(port());
  ASSERT_TRUE(asked(client, "/later"));
  auto stopped = stopping(5s);
  wakeOne();
  const std::string last = client.answer();
  EXPECT_EQ(bodyOf(last), "at last /later");
  EXPECT_THAT(last, HasSubstr("Connection: close\r\n"));
  client.halfClose();
  EXPECT_TRUE(stopped.get());
}

TEST_F(ServerLaterTest, AStopWithoutGraceWaitsForTheWakeToo) {
  begin();
  Client client(port());
  ASSERT_TRUE(asked(client, "/later"));
  auto stopped = stopping(0ms);
  wakeOne();
  EXPECT_FALSE(stopped.get()) << "it had to be cut";
  EXPECT_EQ(finished_, 1);
}

TEST_F(ServerLaterTest, ManyAnswersByManyThreads) {
  ServerOptions options;
  options.workers = 4;
  std::mutex mutex;
  std::condition_variable come;
  std::deque<Wake> queue;
  bool over = false;
  start(options, [&](http::Request&& request, const Connection&, const Wake& wake) -> Handled {
    Later later{[body = std::move(request.body)] {
                  http::Response response;
                  response.body = body;
                  return response;
                },
                1};
    const std::lock_guard lock(mutex);
    queue.push_back(wake);
    come.notify_one();
    return later;
  });
  std::thread waker([&] {
    std::unique_lock lock(mutex);
    for (;;) {
      come.wait(lock, [&] { return over || !queue.empty(); });
      if (queue.empty()) return;
      const Wake wake = std::move(queue.front());
      queue.pop_front();
      lock.unlock();
      wake();
      lock.lock();
    }
  });
  std::vector<std::thread> clients;
  std::atomic<int> right{0};
  for (int c = 0; c < 6; ++c) {
    clients.emplace_back([&, c] {
      Client client(port());
      for (int n = 0; n < 50; ++n) {
        const std::string body = std::to_string(c) + '-' + std::to_string(n);
        right += bodyOf(client.exchange(post(body))) == body ? 1 : 0;
      }
    });
  }
  for (auto& client : clients) client.join();
  EXPECT_EQ(right, 300);
  EXPECT_TRUE(server().stop(5s));
  {
    const std::lock_guard lock(mutex);
    over = true;
    come.notify_one();
  }
  waker.join();
}

}  // namespace
}  // namespace cvsgw::transport::testing
