// What clients make the server hold has a bound, and those pay for it who hold most and do nothing.
#include <gmock/gmock.h>

#include <vector>

#include "gateway/transport/server_test_fixture.hpp"

namespace cvsgw::transport::testing {
namespace {

class ServerMemoryTest : public ServerTest {
 protected:
  void begin(std::size_t buffered, std::size_t unsent) {
    ServerOptions options;
    options.maxBufferedBytes = buffered;
    options.maxUnsentBytes = unsent;
    options.deadlines.sweepInterval = 10ms;
    options.deadlines.pause = 300ms;
    start(options);
  }
  /// A request that stays unfinished.
  void hoard(std::size_t bytes) {
    clients_.push_back(std::make_unique<Client>(port()));
    clients_.back()->send("POST /echo HTTP/1.1\r\n" + hostLine + "Content-Length: 200000\r\n\r\n" +
                          std::string(bytes, 'x'));
  }
  /// Five megabytes of which next to nothing is read.
  Client& deaf() {
    clients_.push_back(std::make_unique<Client>(port(), ClientWish{.receiveBuffer = 4096}));
    clients_.back()->send(get("/big"));
    return *clients_.back();
  }

  std::vector<std::unique_ptr<Client>> clients_;
};

TEST_F(ServerMemoryTest, A28_A45_UnfinishedRequestsOfOthersLetASmallOneThrough) {
  begin(100'000, 1'000'000);
  hoard(60'000);
  hoard(60'000);
  ASSERT_TRUE(eventually([&] { return server().statistics().buffered > 100'000; }));
  Client honest(port());
  const std::string request = post(std::string(1000, 'y'));
  ASSERT_TRUE(honest.send(request.substr(0, request.size() / 2)));
  std::this_thread::sleep_for(50ms);
  EXPECT_EQ(bodyOf(honest.exchange(request.substr(request.size() / 2))).size(), 1000U);
}

TEST_F(ServerMemoryTest, A28_A45_WhoHoardsAndPausesIsCutAndALargeRequestPassesWhileHeIsStillThere) {
  begin(200'000, 1'000'000);
  for (int i = 0; i < 5; ++i) hoard(60'000);
  ASSERT_TRUE(eventually([&] { return server().statistics().buffered > 200'000; }));
  Client honest(port());
  const std::string request = post(std::string(80'000, 'y'));
  EXPECT_TRUE(eventually([&] {
    Client large(port());
    return large.send(request.substr(0, 50'000)) && (std::this_thread::sleep_for(20ms), true) &&
           bodyOf(large.exchange(request.substr(50'000))).size() == 80'000;
  })) << "the hoarders hold what they have, and the victims pay";
  EXPECT_GT(server().statistics().cutForMemory, 0u);
  EXPECT_EQ(server().statistics().cutByDeadline, 0u);
}

TEST_F(ServerMemoryTest, A28_A45_AnswersThatNobodyReadsAreBounded) {
  begin(1'000'000, 12'000'000);
  deaf();
  deaf();
  ASSERT_TRUE(eventually([&] { return server().statistics().unsent > 10'000'000; }));
  const auto third = Client(port()).exchange(get("/big"));
  EXPECT_EQ(statusOf(third), 503) << "a third one does not fit";
  EXPECT_NE(third.find("Retry-After: 1\r\n"), std::string::npos);
  EXPECT_EQ(bodyOf(Client(port()).exchange(post("small"))), "small");
  EXPECT_TRUE(eventually([&] { return server().statistics().unsent < 6'000'000; }))
      << "who does not read is cut";
  EXPECT_EQ(server().statistics().cutForMemory, 1u) << "no more than is needed";
  EXPECT_EQ(server().statistics().cutByDeadline, 0u);
  EXPECT_EQ(bodyOf(Client(port()).exchange(get("/big"))).size(), 5u * 1024 * 1024);
}

// A client is slow and reads on; with more than the bound's half unsent, beside one that does not.
TEST_F(ServerMemoryTest, A28_A45_WhoReadsOnGetsHisAnswer) {
  begin(1'000'000, 12'000'000);
  Client slow(port(), {.receiveBuffer = 65'536});
  ASSERT_TRUE(slow.send(get("/big")));
  deaf();
  std::size_t got = 0;
  std::array<char, 16'384> some{};
  for (const auto begun = SteadyClock::now(); got < 5u * 1024 * 1024;) {
    std::size_t now = 0;
    ASSERT_EQ(SSL_read_ex(slow.ssl(), some.data(), some.size(), &now), 1) << "cut after " << got;
    got += now;
    if (SteadyClock::now() - begun < 1500ms) std::this_thread::sleep_for(10ms);
  }
  EXPECT_EQ(server().statistics().cutForMemory, 1u) << "the other one";
}

}  // namespace
}  // namespace cvsgw::transport::testing
