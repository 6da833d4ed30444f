// What clients make the server hold has a bound, and those pay for it who hold most and do nothing.
#include <gmock/gmock.h>

#include <array>
#include <utility>
#include <vector>

#include "gateway/transport/server_test_fixture.hpp"

namespace cvsgw::transport::testing {
namespace {

class ServerMemoryTest : public ServerTest {
 protected:
  /// Whoever does nothing for `pause` may be cut; without one nobody is.
  void begin(std::size_t buffered, std::size_t unsent, Deadlines::Duration pause = patientDeadlines().pause) {
    clients_.clear();
    ServerOptions options;
    options.maxBufferedBytes = buffered;
    options.maxUnsentBytes = unsent;
    options.deadlines = patientDeadlines();
    options.deadlines.pause = pause;
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
  begin(90'000, 1'000'000);
  hoard(60'000);
  ASSERT_TRUE(eventually([&] { return server().statistics().buffered > 60'000; }));
  hoard(30'000);
  ASSERT_TRUE(eventually([&] { return server().statistics().buffered > 90'000; }));
  const auto before = server().statistics().buffered;
  Client honest(port());
  const std::string request = post(std::string(1000, 'y'));
  ASSERT_TRUE(honest.send(request.substr(0, request.size() / 2)));
  ASSERT_TRUE(eventually([&] { return server().statistics().buffered > before; }));
  EXPECT_EQ(bodyOf(honest.exchange(request.substr(request.size() / 2))).size(), 1000U);
  EXPECT_GE(server().statistics().buffered, before) << "the others are still there";
}

TEST_F(ServerMemoryTest, A28_A45_WhoHoardsAndPausesIsCutAndALargeRequestPassesWhileHeIsStillThere) {
  begin(200'000, 1'000'000, 1s);
  // As many as it takes, since a slow machine cuts the first before the last has come.
  ASSERT_TRUE(eventually([&] {
    hoard(60'000);
    return server().statistics().refusedForMemory > 0;
  }));
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
  EXPECT_EQ(server().statistics().cutForMemory, 0u);

  begin(1'000'000, 12'000'000, 300ms);
  deaf();
  deaf();
  EXPECT_TRUE(eventually([&] { return server().statistics().cutForMemory > 0; }))
      << "who does not read is cut";
  EXPECT_TRUE(eventually([&] { return server().statistics().unsent < 6'000'000; }));
  EXPECT_EQ(server().statistics().cutForMemory, 1u) << "no more than is needed";
  EXPECT_EQ(bodyOf(Client(port()).exchange(get("/big"))).size(), 5u * 1024 * 1024);
  EXPECT_EQ(server().statistics().cutByDeadline, 0u);
}

/// Reads five megabytes, at first a little at a time; gives how much came, and the longest time without any
/// after the first.
std::pair<std::size_t, SteadyClock::duration> readSlowly(Client& client) {
  std::size_t got = 0;
  auto longest = SteadyClock::duration::zero();
  std::array<char, 16'384> some{};
  const auto begin = SteadyClock::now();
  for (auto last = begin; got < 5u * 1024 * 1024;) {
    std::size_t now = 0;
    if (SSL_read_ex(client.ssl(), some.data(), some.size(), &now) != 1) break;
    got += now;
    if (SteadyClock::now() - begin < 2500ms) std::this_thread::sleep_for(25ms);
    const auto before = std::exchange(last, SteadyClock::now());
    // Until the first bytes come it is the server that takes its time.
    if (got != now) longest = std::max(longest, last - before);
  }
  return {got, longest};
}

// A client is slow and reads on; with more than the bound's half unsent, beside one that does not.
TEST_F(ServerMemoryTest, A28_A45_WhoReadsOnGetsHisAnswer) {
  constexpr Deadlines::Duration pause = 1s;
  for (int attempt = 0; attempt < 5; ++attempt) {
    begin(1'000'000, 12'000'000, pause);
    Client slow(port(), {.receiveBuffer = 65'536});
    ASSERT_TRUE(slow.send(get("/big")));
    deaf();
    const auto [got, longest] = readSlowly(slow);
    // One that the machine held up for so long has not read on.
    if (longest > pause / 4) continue;
    EXPECT_GE(got, 5u * 1024 * 1024);
    EXPECT_EQ(server().statistics().cutForMemory, 1u) << "the other one";
    return;
  }
  FAIL() << "the machine is too slow for a client that reads on";
}

}  // namespace
}  // namespace cvsgw::transport::testing
