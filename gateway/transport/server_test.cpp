#include "gateway/transport/server.hpp"

#include <gmock/gmock.h>

#include <array>
#include <atomic>
#include <mutex>
#include <vector>

#include "gateway/transport/server_test_fixture.hpp"

namespace cvsgw::transport::testing {

using ::testing::HasSubstr;

http::Response ServerTest::handle(http::Request&& request, const Connection& connection) {
  http::Response response;
  response.contentType = "text/plain";
  if (request.bodyTooLarge) {
    response.status = 413;
    response.body = "too large";
  } else if (request.path == "/echo") {
    response.body = std::move(request.body);
  } else if (request.path == "/big") {
    response.body = std::string(5 * 1024 * 1024, 'b');
  } else if (request.path == "/page") {
    response.body = std::string(280 * 1024, 'p');
  } else if (request.path == "/slow") {
    std::this_thread::sleep_for(400ms);
    response.body = "slow";
  } else if (request.path == "/throw") {
    throw std::runtime_error("secret 999993653");
  } else if (request.path == "/who") {
    response.body = connection.remoteAddress + ' ' + connection.tlsVersion + ' ' + connection.cipher + ' ' +
                    (connection.peerCertificate ? "certified " : "anonymous ") +
                    connection.peerOin.value_or("-");
  } else {
    response.body = request.method + ' ' + request.path;
  }
  return response;
}

Server& ServerTest::start(ServerOptions options, Handler handler) {
  options.address = "127.0.0.1";
  options.tls.certificateFile = files_.certificate("server.pem", identity_);
  options.tls.privateKeyFile = files_.key("server.key", identity_);
  if (options.tls.clientCertificate != ClientCertificate::none) {
    options.tls.caFile = files_.certificate("ca.pem", authority_);
  }
  const EventLog log = [this](const LogText& text) {
    const std::lock_guard lock(mutex_);
    log_ += text.str() + '\n';
  };
  if (!handler) handler = &ServerTest::answer;
  server_ = std::make_unique<Server>(options, std::move(handler), log, log);
  server_->start();
  return *server_;
}

std::string ServerTest::logged() const {
  const std::lock_guard lock(mutex_);
  return log_;
}

namespace {

TEST_F(ServerTest, R10_AnswersSeveralRequestsOnOneConnection) {
  start();
  Client client(port());
  ASSERT_TRUE(client.connected());
  EXPECT_EQ(bodyOf(client.exchange(post("one"))), "one");
  EXPECT_EQ(bodyOf(client.exchange(get("/two"))), "GET /two");
  EXPECT_THAT(client.exchange(post("three")), HasSubstr("Connection: keep-alive\r\n"));
  EXPECT_EQ(server().statistics().requests, 3u);
  EXPECT_EQ(server().statistics().accepted, 1u);
}

TEST_F(ServerTest, ClosesWhenTheClientWishesSo) {
  start();
  Client client(port());
  const std::string answer = client.exchange(get("/", "Connection: close\r\n"));
  EXPECT_THAT(answer, HasSubstr("Connection: close\r\n"));
  EXPECT_EQ(client.rest(), "");
  EXPECT_TRUE(eventually([&] { return server().statistics().open == 0; }));
}

TEST_F(ServerTest, TellsTheHandlerAboutTheConnection) {
  start();
  EXPECT_EQ(bodyOf(Client(port()).exchange(get("/who"))),
            "127.0.0.1 TLSv1.3 TLS_AES_128_GCM_SHA256 anonymous -");
}

TEST_F(ServerTest, PipelinedRequestsAreAnsweredInOrder) {
  start();
  Client client(port());
  std::string many;
  for (int i = 0; i < 50; ++i) many += post("number " + std::to_string(i));
  ASSERT_TRUE(client.send(many));
  for (int i = 0; i < 50; ++i) ASSERT_EQ(bodyOf(client.answer()), "number " + std::to_string(i));
}

TEST_F(ServerTest, A26_NothingBehindARefusedRequestIsExecuted) {
  start();
  Client client(port());
  ASSERT_TRUE(client.send(post("ok") + "GET / HTTP/1.1\r\nBad Name: x\r\n\r\n" + get("/never")));
  EXPECT_EQ(bodyOf(client.answer()), "ok");
  const std::string refusal = client.answer();
  EXPECT_EQ(statusOf(refusal), 400);
  EXPECT_THAT(refusal, HasSubstr("Connection: close\r\n"));
  EXPECT_EQ(client.rest(), "");
  EXPECT_EQ(server().statistics().requests, 1u);
  EXPECT_EQ(server().statistics().framingRefused, 1u);
  EXPECT_THAT(logged(), HasSubstr("HTTP of 127.0.0.1 refused: "));
}

TEST_F(ServerTest, R38_A26_BrokenFramingIsA400AndTheEnd) {
  start();
  const std::string chunked = "POST /echo HTTP/1.1\r\n" + hostLine + "Transfer-Encoding: chunked\r\n";
  const std::vector<std::string> broken = {
      chunked + "Content-Length: 3\r\n\r\n0\r\n\r\n",
      chunked + "\r\n0x5\r\nhello\r\n0\r\n\r\n",
      chunked + "\r\n5\r\nhello0\r\n\r\n",
      chunked + "\r\n0\r\nTrailer: x\r\n\r\n",
      "POST /echo HTTP/1.1\r\n" + hostLine + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
      "POST /echo HTTP/1.1\r\n" + hostLine + "Content-Length: +3\r\n\r\nabc",
      "GET / HTTP/1.1\nHost: localhost\n\n",
      "GET / HTTP/1.1\r\n" + hostLine + "Folded: a\r\n b\r\n\r\n",
      std::string("GET / HTTP/1.1\r\nHost: localhost\r\nNul: \0\r\n\r\n", 43),
      "GET / HTTP/1.1\r\n\r\n",
      "GET /\r\n",
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
      "GET /" + std::string(9000, 'a') + " HTTP/1.1\r\n" + hostLine + "\r\n",
  };
  for (const std::string& bytes : broken) {
    Client client(port());
    ASSERT_TRUE(client.send(bytes));
    const std::string all = client.rest();
    EXPECT_EQ(statusOf(all), 400) << bytes;
    EXPECT_THAT(all, HasSubstr("Content-Type: text/plain")) << bytes;
    EXPECT_EQ(all.find("<still open>"), std::string::npos) << bytes;
  }
  EXPECT_EQ(server().statistics().requests, 0u);
}

TEST_F(ServerTest, A27_TruncatedBodiesNeverReachTheHandler) {
  start();
  for (const std::string& bytes :
       {"POST /echo HTTP/1.1\r\n" + hostLine + "Content-Length: 10\r\n\r\nhello",
        "POST /echo HTTP/1.1\r\n" + hostLine + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"}) {
    Client client(port());
    ASSERT_TRUE(client.send(bytes));
    client.halfClose();
    EXPECT_EQ(client.rest(), "");
  }
  EXPECT_TRUE(eventually([&] { return server().statistics().open == 0; }));
  EXPECT_EQ(server().statistics().requests, 0u);
}

TEST_F(ServerTest, SendsContinueToClientsThatWaitForIt) {
  start();
  Client client(port());
  ASSERT_TRUE(client.send("POST /echo HTTP/1.1\r\n" + hostLine +
                          "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n"));
  EXPECT_EQ(client.answer(), "HTTP/1.1 100 Continue\r\n\r\n");
  EXPECT_EQ(bodyOf(client.exchange("hello")), "hello");

  EXPECT_EQ(statusOf(Client(port()).exchange(post("x", "Expect: miracles\r\n"))), 417);
}

TEST_F(ServerTest, A09_ATooLargeBodyGetsItsAnswerWhileTheClientStillSends) {
  start();
  for (const bool chunked : {false, true}) {
    Client client(port());
    const std::string size = std::to_string(8 * 1024 * 1024);
    ASSERT_TRUE(client.send(
        "POST /echo HTTP/1.1\r\n" + hostLine +
        (chunked ? "Transfer-Encoding: chunked\r\n\r\n800000\r\n" : "Content-Length: " + size + "\r\n\r\n")));
    // All of it, before reading a byte: a reset by the server would lose the answer.
    EXPECT_TRUE(client.send(std::string(8 * 1024 * 1024, 'x')));
    EXPECT_EQ(bodyOf(client.answer()), "too large");
    EXPECT_EQ(client.rest(), "");
  }
}

TEST_F(ServerTest, ALargeAnswerArrivesWhole) {
  start();
  EXPECT_EQ(bodyOf(Client(port()).exchange(get("/big"))).size(), 5u * 1024 * 1024);
}

TEST_F(ServerTest, HeadIsAnsweredWithoutBody) {
  start();
  Client client(port());
  ASSERT_TRUE(client.send("HEAD /x HTTP/1.1\r\n" + hostLine + "\r\n" + get("/y")));
  const std::string both = [&] {
    client.send(get("/z", "Connection: close\r\n"));
    return client.rest();
  }();
  EXPECT_THAT(both, HasSubstr("nosniff\r\n\r\nHTTP/1.1 200 OK"));
}

TEST_F(ServerTest, A32_AThrowingHandlerIsA500AndLogsNoText) {
  start();
  Client client(port());
  const std::string all = client.exchange(get("/throw"));
  EXPECT_EQ(statusOf(all), 500);
  EXPECT_EQ(all.find("secret"), std::string::npos);
  EXPECT_EQ(client.rest(), "");
  EXPECT_THAT(logged(), HasSubstr("runtime_error"));
  EXPECT_EQ(logged().find("999993653"), std::string::npos);
  EXPECT_EQ(server().statistics().handlerFailures, 1u);
}

TEST_F(ServerTest, ServesMoreConnectionsThanThreads) {
  ServerOptions options;
  options.workers = 2;
  start(options);
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < 40; ++i) clients.push_back(std::make_unique<Client>(port()));
  for (int round = 0; round < 3; ++round) {
    for (auto& client : clients) ASSERT_EQ(bodyOf(client->exchange(post("x"))), "x");
  }
  EXPECT_EQ(server().statistics().open, 40u);
}

TEST_F(ServerTest, ManyThreadsManyConnections) {
  start();
  std::atomic<int> right{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([&, t] {
      for (int c = 0; c < 3; ++c) {
        Client client(port());
        for (int i = 0; i < 50; ++i) {
          const std::string text = std::to_string(t) + '/' + std::to_string(i) +
                                   std::string(static_cast<std::size_t>(i) * 100, 'x');
          if (bodyOf(client.exchange(post(text))) == text) ++right;
        }
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(right, 8 * 3 * 50);
  EXPECT_TRUE(eventually([&] { return server().statistics().open == 0; }));
  // A session leaves the table before its memory goes.
  EXPECT_TRUE(eventually([&] { return server().statistics().buffered == 0; }));
}

TEST_F(ServerTest, A28_ConnectionsAboveTheCapAreClosedAtOnce) {
  ServerOptions options;
  options.maxConnections = 3;
  start(options);
  {
    Client a(port()), b(port()), c(port());
    ASSERT_TRUE(a.connected() && b.connected() && c.connected());
    EXPECT_FALSE(Client(port()).connected());
    EXPECT_EQ(bodyOf(a.exchange(post("a"))), "a");
    EXPECT_EQ(server().statistics().refusedAtCap, 1u);
  }
  EXPECT_TRUE(eventually([&] { return server().statistics().open == 0; }));
  EXPECT_TRUE(Client(port()).connected());
}

TEST_F(ServerTest, A28_OneSourceCannotTakeAllPlaces) {
  ServerOptions options;
  options.maxConnectionsPerSource = 1;
  start(options);
  Client first(port());
  EXPECT_TRUE(first.connected());
  EXPECT_FALSE(Client(port()).connected());
}

TEST_F(ServerTest, A28_OneOrganisationCannotTakeAllPlacesFromManyAddresses) {
  ServerOptions options;
  options.maxConnectionsPerSource = 2;
  options.tls.clientCertificate = ClientCertificate::required;
  options.tls.caFile = files_.certificate("root.pem", authority_);
  start(options);
  const Identity one =
      makeIdentity({.commonName = "een", .serialNumber = "00000099000000001000"}, &authority_);
  const Identity two =
      makeIdentity({.commonName = "twee", .serialNumber = "00000099000000002000"}, &authority_);
  const auto served = [](Client& client) { return bodyOf(client.exchange(post("a"))) == "a"; };
  auto first = std::make_unique<Client>(port(), ClientWish{.identity = &one, .from = "127.0.0.1"});
  Client second(port(), {.identity = &one, .from = "127.0.0.2"});
  EXPECT_TRUE(served(*first));
  EXPECT_TRUE(served(second));
  Client third(port(), {.identity = &one, .from = "127.0.0.3"});
  EXPECT_FALSE(served(third));
  Client other(port(), {.identity = &two, .from = "127.0.0.3"});
  EXPECT_TRUE(served(other));
  EXPECT_NE(logged().find("OIN 00000099000000001000 has too many connections"), std::string::npos);
  first.reset();
  EXPECT_TRUE(eventually([&] {
    Client again(port(), {.identity = &one, .from = "127.0.0.4"});
    return served(again);
  })) << "a place that was given back";
}

TEST_F(ServerTest, A28_A45_UnfinishedRequestsTogetherHaveABound) {
  ServerOptions options;
  options.maxBufferedBytes = 100'000;
  start(options);
  Client honest(port());
  ASSERT_EQ(bodyOf(honest.exchange(post("x"))), "x");
  std::vector<std::unique_ptr<Client>> hoarders;
  std::string last;
  for (int i = 0; i < 4; ++i) {
    hoarders.push_back(std::make_unique<Client>(port()));
    hoarders.back()->send("POST /echo HTTP/1.1\r\n" + hostLine + "Content-Length: 50000\r\n\r\n" +
                          std::string(40'000, 'x'));
  }
  EXPECT_TRUE(eventually([&] { return server().statistics().refusedForMemory > 0; }));
  hoarders.clear();
  EXPECT_TRUE(eventually([&] { return server().statistics().buffered < 100; }));
  EXPECT_EQ(bodyOf(honest.exchange(post("y"))), "y");
}

TEST_F(ServerTest, ASecondServerOnThePortFailsClearly) {
  start();
  ServerOptions options;
  options.address = "127.0.0.1";
  options.port = port();
  options.tls.certificateFile = files_.certificate("other.pem", identity_);
  options.tls.privateKeyFile = files_.key("other.key", identity_);
  try {
    Server second(options, &ServerTest::answer, {});
    FAIL() << "two servers share a port";
  } catch (const StartError& e) {
    EXPECT_THAT(e.what(), HasSubstr("cannot listen on 127.0.0.1:" + std::to_string(port())));
  }
}

TEST_F(ServerTest, A46_UnfitKeysFailClearly) {
  ServerOptions options;
  options.tls.certificateFile = files_.certificate("server.pem", identity_);
  options.tls.privateKeyFile = files_.key("wrong.key", authority_);
  EXPECT_THROW(Server(options, &ServerTest::answer, {}), StartError);
  options.tls.privateKeyFile = "/nowhere/server.key";
  try {
    Server server(options, &ServerTest::answer, {});
    FAIL() << "started without key";
  } catch (const StartError& e) {
    EXPECT_THAT(e.what(), HasSubstr("/nowhere/server.key"));
  }
}

}  // namespace
}  // namespace cvsgw::transport::testing
