#include <gmock/gmock.h>
#include <sys/socket.h>
#include <unistd.h>

#include "gateway/transport/server_test_fixture.hpp"

namespace cvsgw::transport::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

const std::string oin = "00000099000000001000";

ServerOptions asking(ClientCertificate wish) {
  ServerOptions options;
  options.tls.clientCertificate = wish;
  return options;
}

std::string who(std::uint16_t port, const ClientWish& wish = {}) {
  Client client(port, wish);
  return client.connected() ? bodyOf(client.exchange(get("/who"))) : "<no connection>";
}

bool refused(const std::string& answer) {
  return answer.front() == '<';
}

TEST_F(ServerTest, R01_SpeaksTls13And12) {
  start();
  EXPECT_THAT(who(port()), HasSubstr("TLSv1.3"));
  EXPECT_THAT(who(port(), {.maximumVersion = TLS1_2_VERSION}),
              HasSubstr("TLSv1.2 ECDHE-ECDSA-AES128-GCM-SHA256"));
}

TEST_F(ServerTest, R01_A29_RefusesOlderVersions) {
  start();
  EXPECT_TRUE(refused(who(port(), {.minimumVersion = TLS1_1_VERSION, .maximumVersion = TLS1_1_VERSION})));
  EXPECT_TRUE(refused(who(port(), {.minimumVersion = TLS1_VERSION, .maximumVersion = TLS1_VERSION})));
  EXPECT_TRUE(eventually([&] { return server().statistics().handshakesFailed == 2; }));
  EXPECT_THAT(logged(), HasSubstr("TLS handshake with 127.0.0.1 failed"));
}

TEST_F(ServerTest, R02_OffersOnlyForwardSecretAuthenticatedSuites) {
  identity_ = makeIdentity({.rsaBits = 2048}, &authority_);
  start();
  for (const char* suite :
       {"ECDHE-RSA-AES128-GCM-SHA256", "ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-RSA-CHACHA20-POLY1305"}) {
    EXPECT_THAT(who(port(), {.maximumVersion = TLS1_2_VERSION, .ciphers = suite}), HasSubstr(suite));
  }
  for (const char* suite :
       {"ECDHE-RSA-AES128-SHA256", "ECDHE-RSA-AES256-SHA", "AES128-GCM-SHA256", "AES256-SHA",
        "DHE-RSA-AES128-GCM-SHA256", "ECDHE-RSA-NULL-SHA", "AECDH-AES128-SHA"}) {
    EXPECT_TRUE(refused(who(port(), {.maximumVersion = TLS1_2_VERSION, .ciphers = suite}))) << suite;
  }
}

TEST_F(ServerTest, A29_DoesNotRenegotiate) {
  start();
  Client client(port(), {.maximumVersion = TLS1_2_VERSION});
  ASSERT_EQ(bodyOf(client.exchange(post("x"))), "x");
  SSL_renegotiate(client.ssl());
  EXPECT_NE(SSL_do_handshake(client.ssl()), 1);
}

TEST_F(ServerTest, A29_ResumesWithATicketButTakesNoEarlyData) {
  start();
  Client first(port());
  ASSERT_EQ(bodyOf(first.exchange(post("x"))), "x");
  const Owned<SSL_SESSION> session(SSL_get1_session(first.ssl()));
  EXPECT_EQ(SSL_SESSION_get_max_early_data(session.get()), 0u);
  Client second(port(), {.resume = session.get()});
  EXPECT_EQ(SSL_session_reused(second.ssl()), 1);
  EXPECT_EQ(bodyOf(second.exchange(post("y"))), "y");
}

TEST_F(ServerTest, ChoosesHttp11AndNothingElse) {
  start();
  Client both(port(), {.protocols = "\x02h2\x08http/1.1"});
  ASSERT_TRUE(both.connected());
  const unsigned char* chosen = nullptr;
  unsigned length = 0;
  SSL_get0_alpn_selected(both.ssl(), &chosen, &length);
  EXPECT_EQ(std::string(chosen, chosen + length), "http/1.1");
  EXPECT_FALSE(Client(port(), {.protocols = "\x02h2"}).connected());
}

TEST_F(ServerTest, DoesNotAskForACertificateUnlessToldTo) {
  start();
  const Identity client = makeIdentity({.serialNumber = oin}, &authority_);
  EXPECT_THAT(who(port(), {.identity = &client}), HasSubstr("anonymous -"));
}

TEST_F(ServerTest, AnOptionalCertificateMayBeAbsent) {
  start(asking(ClientCertificate::optional));
  EXPECT_THAT(who(port()), HasSubstr("anonymous -"));
}

TEST_F(ServerTest, R07_AVerifiedCertificateTellsTheOin) {
  start(asking(ClientCertificate::optional));
  const Identity client = makeIdentity({.serialNumber = oin}, &authority_);
  EXPECT_THAT(who(port(), {.identity = &client}), HasSubstr("certified " + oin));
  EXPECT_THAT(who(port(), {.identity = &client, .maximumVersion = TLS1_2_VERSION}),
              HasSubstr("certified " + oin));
  const Identity without = makeIdentity({.commonName = "a person"}, &authority_);
  EXPECT_THAT(who(port(), {.identity = &without}), HasSubstr("certified -"));
}

TEST_F(ServerTest, R11_A44_HeadersCannotClaimAnIdentity) {
  start(asking(ClientCertificate::optional));
  Client client(port());
  EXPECT_THAT(bodyOf(client.exchange(
                  get("/who", "X-OIN: " + oin + "\r\nX-Client-Cert: " + oin +
                                  "\r\nForwarded: for=10.0.0.1\r\nX-Forwarded-For: 10.0.0.1\r\n"))),
              ::testing::AllOf(StartsWith("127.0.0.1 "), HasSubstr("anonymous -")));
}

TEST_F(ServerTest, R03_R05_A30_APresentedCertificateMustVerify) {
  start(asking(ClientCertificate::optional));
  const Identity stranger = makeIdentity({.commonName = "test root", .authority = true});
  const Identity foreign = makeIdentity({.serialNumber = oin}, &stranger);
  const Identity selfSigned = makeIdentity({.serialNumber = oin});
  const Identity expired = makeIdentity({.serialNumber = oin, .endsInSeconds = -60}, &authority_);
  const Identity future = makeIdentity({.serialNumber = oin, .startsInSeconds = 600}, &authority_);
  const Identity huge = makeIdentity({.serialNumber = oin, .rsaBits = 4104}, &authority_);
  const Identity weak = makeIdentity({.serialNumber = oin, .rsaBits = 1024}, &authority_);
  for (const Identity* identity : {&foreign, &selfSigned, &expired, &future, &huge, &weak}) {
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
      EXPECT_TRUE(
          refused(who(port(), {.identity = identity, .minimumVersion = version, .maximumVersion = version})));
    }
  }
  EXPECT_EQ(server().statistics().requests, 0u);
  EXPECT_TRUE(eventually([&] { return server().statistics().handshakesFailed == 12; }));
}

TEST_F(ServerTest, R03_ARequiredCertificateMustBeThere) {
  start(asking(ClientCertificate::required));
  EXPECT_TRUE(refused(who(port())));
  EXPECT_TRUE(refused(who(port(), {.maximumVersion = TLS1_2_VERSION})));
  const Identity client = makeIdentity({.serialNumber = oin}, &authority_);
  EXPECT_THAT(who(port(), {.identity = &client}), HasSubstr("certified " + oin));
}

TEST_F(ServerTest, A29_AResumedSessionKeepsItsIdentityUntilItsCertificateExpires) {
  start(asking(ClientCertificate::optional));
  // A certificate that ends soon, but on a slow machine not before it has been shown.
  for (long life = 2; life < 100; life *= 2) {
    const Identity client = makeIdentity({.serialNumber = oin, .endsInSeconds = life}, &authority_);
    const auto ended = [&] {
      return X509_cmp_current_time(X509_get0_notAfter(client.certificate.get())) <= 0;
    };
    Client first(port(), {.identity = &client});
    const std::string shown = bodyOf(first.exchange(get("/who")));
    const Owned<SSL_SESSION> session(SSL_get1_session(first.ssl()));
    const Owned<SSL_SESSION> later(SSL_SESSION_dup(session.get()));
    const std::string resumed = who(port(), {.resume = session.get()});
    if (ended()) continue;
    EXPECT_THAT(shown, HasSubstr(oin));
    EXPECT_THAT(resumed, HasSubstr("certified " + oin));
    ASSERT_TRUE(eventually(ended));
    // The ticket is not taken, so the client has to show what it is anew: it has nothing to show.
    EXPECT_THAT(who(port(), {.resume = later.get()}), HasSubstr("anonymous -"));
    return;
  }
  FAIL() << "the machine is too slow for a certificate of a minute";
}

bool updateKey(SSL* ssl, int kind) {
  return SSL_key_update(ssl, kind) == 1 && SSL_do_handshake(ssl) == 1;
}

TEST_F(ServerTest, A29_KeysAreRenewedButNotWithoutEnd) {
  ServerOptions options;
  options.workers = 1;  // whoever keeps it keeps everybody
  start(options);
  Client thrifty(port());
  for (int n = 0; n < 20; ++n) {
    for (int update = 0; update < 20; ++update)
      ASSERT_TRUE(updateKey(thrifty.ssl(),
                            update % 2 == 0 ? SSL_KEY_UPDATE_NOT_REQUESTED : SSL_KEY_UPDATE_REQUESTED));
    ASSERT_EQ(bodyOf(thrifty.exchange(get("/"))), "GET /");
  }
  for (const int kind : {SSL_KEY_UPDATE_NOT_REQUESTED, SSL_KEY_UPDATE_REQUESTED}) {
    Client flood(port());
    std::atomic<bool> over{false};
    std::thread sending([&] {
      while (!over && updateKey(flood.ssl(), kind)) {
      }
    });
    Client other(port());
    EXPECT_EQ(bodyOf(other.exchange(get("/"))), "GET /");
    EXPECT_TRUE(eventually([&] { return server().statistics().open == 2; }))
        << "it is cut, the others are not: kind " << kind;
    over = true;
    sending.join();
    EXPECT_EQ(bodyOf(thrifty.exchange(get("/"))), "GET /");
  }
}

TEST_F(ServerTest, AskingForCertificatesNeedsACa) {
  ServerOptions options = asking(ClientCertificate::optional);
  options.tls.certificateFile = files_.certificate("s.pem", identity_);
  options.tls.privateKeyFile = files_.key("s.key", identity_);
  EXPECT_THROW(Server(options, &ServerTest::answer, {}), StartError);
}

TEST_F(ServerTest, R01_A29_PlainHttpGetsNoAnswer) {
  start();
  Client warm(port());
  const int plain = ::dup(warm.socket());  // below TLS: bytes that are no record
  ASSERT_EQ(bodyOf(warm.exchange(post("x"))), "x");
  ASSERT_GT(::send(plain, "GET / HTTP/1.1\r\n\r\n", 18, MSG_NOSIGNAL), 0);
  ::close(plain);
  EXPECT_EQ(warm.rest(), "");
  EXPECT_EQ(server().statistics().requests, 1u);
}

}  // namespace
}  // namespace cvsgw::transport::testing
