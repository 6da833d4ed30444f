// Certificates, keys and trust are read anew without losing a connection or a request.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include "gateway/transport/server_test_fixture.hpp"

namespace cvsgw::transport::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string subjectSeenBy(Client& client) {
  char name[128] = {};
  const X509* certificate = SSL_get0_peer_certificate(client.ssl());
  if (certificate == nullptr) return "<none>";
  X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name, sizeof name);
  return name;
}

class ReloadTest : public ServerTest {
 protected:
  /// Files that the server reads; `write` gives one other content, with the same rights.
  void startAsking(ClientCertificate wish, ServerOptions options = {}) {
    options.tls.clientCertificate = wish;
    start(options);
    certificate_ = files_.certificate("server.pem", identity_);
    key_ = files_.key("server.key", identity_);
    trust_ = files_.certificate("ca.pem", authority_);
    server().follow(true);
  }
  std::string alarms() const { return logged(); }
  static void write(const std::string& path, const std::string& content) {
    std::ofstream(path, std::ios::trunc) << content;
  }
  std::string newServerName(const ClientWish& wish = {}) {
    Client client(port(), wish);
    return client.connected() ? subjectSeenBy(client) : "<refused>";
  }

  std::string certificate_;
  std::string key_;
  std::string trust_;
};

TEST_F(ReloadTest, NewConnectionsGetTheNewCertificateAndOldOnesGoOn) {
  startAsking(ClientCertificate::none);
  Client before(port());
  ASSERT_EQ(bodyOf(before.exchange(post("a"))), "a");
  const Identity next = makeIdentity({.commonName = "next"}, &authority_);
  files_.certificate("server.pem", next);
  server().follow(false);  // half of it: seen for the first time
  server().follow(false);  // and left alone since, but the key is another's
  EXPECT_THAT(alarms(), HasSubstr("the private key does not belong to the certificate"));
  EXPECT_EQ(newServerName(), "localhost");
  files_.key("server.key", next);
  server().follow(false);
  server().follow(false);
  EXPECT_EQ(newServerName(), "next");
  EXPECT_EQ(bodyOf(before.exchange(post("b"))), "b");
  EXPECT_EQ(subjectSeenBy(before), "localhost");
}

TEST_F(ReloadTest, R13_A46_BadFilesChangeNothingAndAreAnAlarm) {
  startAsking(ClientCertificate::optional);
  const Identity expired = makeIdentity({.commonName = "expired", .endsInSeconds = -60}, &authority_);
  const Identity early = makeIdentity({.commonName = "early", .startsInSeconds = 600}, &authority_);
  const Identity weak = makeIdentity({.commonName = "weak", .rsaBits = 1024}, &authority_);
  struct Case {
    const char* alarm;
    std::function<void()> spoil;
  };
  const Case cases[] = {
      {"holds no PEM certificate", [&] { write(certificate_, "rubbish"); }},
      {"damaged behind its first certificate",
       [&] { std::ofstream(certificate_, std::ios::app) << "-----BEGIN CERTIFICATE-----\nAAAA\n"; }},
      {"cannot be read: No such file", [&] { std::filesystem::remove(certificate_); }},
      {"holds no PEM key", [&] { write(key_, "-----BEGIN RUBBISH-----\n"); }},
      {"chmod 600", [&] { ::chmod(key_.c_str(), 0640); }},
      {"is not a plain file",
       [&] { std::filesystem::remove(key_), std::filesystem::create_directory(key_); }},
      {"the certificate has expired",
       [&] { files_.certificate("server.pem", expired), files_.key("server.key", expired); }},
      {"not yet valid", [&] { files_.certificate("server.pem", early), files_.key("server.key", early); }},
      {"key too small", [&] { files_.certificate("server.pem", weak), files_.key("server.key", weak); }},
      {"file of trusted certificates holds none", [&] { write(trust_, ""); }},
      {"all trusted certificates have expired", [&] { files_.certificate("ca.pem", expired); }},
      {"is larger than such a file is", [&] { write(trust_, std::string(1024 * 1024 + 1, 'x')); }},
  };
  for (const Case& bad : cases) {
    bad.spoil();
    server().follow(true);
    EXPECT_THAT(alarms(), HasSubstr(bad.alarm));
    EXPECT_EQ(newServerName(), "localhost") << bad.alarm;
    if (std::filesystem::is_directory(key_)) std::filesystem::remove(key_);
    files_.certificate("server.pem", identity_);
    files_.key("server.key", identity_);
    files_.certificate("ca.pem", authority_);
  }
  EXPECT_THAT(alarms(), HasSubstr("TLS files refused, the old ones stay in force"));
  server().follow(true);
  EXPECT_THAT(alarms(), HasSubstr("TLS files read anew"));
}

TEST_F(ReloadTest, R06_WhatIsNotYetValidIsTakenWhenItsTimeComesAndToldOnce) {
  ServerOptions options;
  options.tls.retryRefused = std::chrono::milliseconds(0);
  startAsking(ClientCertificate::none, options);
  const Identity early = makeIdentity({.commonName = "early", .startsInSeconds = 3}, &authority_);
  files_.certificate("server.pem", early);
  files_.key("server.key", early);
  server().follow(true);
  server().follow(false);
  server().follow(false);
  const std::string told = alarms();
  const auto first = told.find("not yet valid");
  ASSERT_NE(first, std::string::npos) << told;
  EXPECT_EQ(told.find("not yet valid", first + 1), std::string::npos) << told;
  EXPECT_EQ(newServerName(), "localhost");
  // No file changes from here on.
  const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (newServerName() != "early" && std::chrono::steady_clock::now() < patience) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    server().follow(false);
  }
  EXPECT_EQ(newServerName(), "early");
}

TEST_F(ReloadTest, R05_AClientThatIsNotTrustedAnyMoreIsCutAndOthersAreNot) {
  startAsking(ClientCertificate::optional);
  const Identity peer = makeIdentity({.serialNumber = "00000099000000001000"}, &authority_);
  Client certified(port(), {.identity = &peer});
  Client anonymous(port());
  ASSERT_THAT(bodyOf(certified.exchange(get("/who"))), HasSubstr("certified"));
  ASSERT_THAT(bodyOf(anonymous.exchange(get("/who"))), HasSubstr("anonymous"));
  const Owned<SSL_SESSION> ticket(SSL_get1_session(certified.ssl()));
  server().follow(true);
  EXPECT_THAT(bodyOf(certified.exchange(get("/who"))), HasSubstr("certified")) << "nothing has changed";

  const Identity other = makeIdentity({.commonName = "other root", .authority = true});
  files_.certificate("ca.pem", other);
  server().follow(true);
  EXPECT_EQ(certified.rest(), "") << "closed, without a byte";
  EXPECT_THAT(bodyOf(anonymous.exchange(get("/who"))), HasSubstr("anonymous"));
  EXPECT_THAT(alarms(), HasSubstr("a connected client is not trusted any more"));
  // A29: the ticket of before opens nothing.
  Client resumed(port(), {.identity = &peer, .resume = ticket.get()});
  EXPECT_EQ(resumed.exchange(get("/who")), "");
}

TEST_F(ReloadTest, R05_TheAnswerUnderWayIsTheLast) {
  startAsking(ClientCertificate::required);
  const Identity peer = makeIdentity({.serialNumber = "00000099000000001000"}, &authority_);
  Client client(port(), {.identity = &peer});
  ASSERT_TRUE(client.send(get("/slow") + get("/who")));
  ASSERT_TRUE(eventually([&] { return server().statistics().busyWorkers == 1; }));
  const Identity other = makeIdentity({.commonName = "other root", .authority = true});
  files_.certificate("ca.pem", other);
  server().follow(true);
  const std::string last = client.answer();
  EXPECT_THAT(last, HasSubstr("Connection: close"));
  EXPECT_EQ(bodyOf(last), "slow");
  EXPECT_EQ(client.rest(), "") << "what was asked behind it is not answered";
}

TEST_F(ReloadTest, TwentyReloadsLoseNoRequestOfBusyConnections) {
  startAsking(ClientCertificate::optional);
  const Identity peer = makeIdentity({.serialNumber = "00000099000000001000"}, &authority_);
  const Identity identities[] = {makeIdentity({.commonName = "localhost"}, &authority_),
                                 makeIdentity({.commonName = "localhost"}, &authority_)};
  std::atomic<bool> stop{false};
  std::atomic<int> answered{0};
  std::atomic<int> lost{0};
  std::vector<std::thread> clients;
  for (int i = 0; i < 4; ++i) {
    clients.emplace_back([&] {
      Client kept(port(), {.identity = &peer});
      while (!stop) {
        Client fresh(port(), {.identity = &peer});  // a handshake in the midst of it
        for (Client* client : {&kept, &fresh})
          bodyOf(client->exchange(post("x"))) == "x" ? ++answered : ++lost;
      }
    });
  }
  for (int i = 0; i < 20; ++i) {
    files_.certificate("server.pem", identities[i % 2]);
    files_.key("server.key", identities[i % 2]);
    server().follow(true);
    const int before = answered;
    EXPECT_TRUE(eventually([&] { return answered > before + 8; }));
  }
  stop = true;
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(lost, 0);
  EXPECT_THAT(alarms(), Not(HasSubstr("refused")));
}

}  // namespace
}  // namespace cvsgw::transport::testing
