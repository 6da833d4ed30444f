#include "gateway/transport/tls_context.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <array>
#include <string_view>

namespace cvsgw::transport {

namespace {

constexpr const char* tls12Ciphers =
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:"
    "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";
constexpr const char* tls13Ciphers =
    "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256";
constexpr const char* groups = "X25519:P-256:P-384";
// Without SHA-1 and SHA-224, which OpenSSL would still offer with TLS 1.2.
constexpr const char* signatures =
    "ECDSA+SHA256:ECDSA+SHA384:ECDSA+SHA512:RSA-PSS+SHA256:RSA-PSS+SHA384:RSA-PSS+SHA512:RSA+SHA256:RSA+"
    "SHA384:"
    "RSA+SHA512";
constexpr long ticketSeconds = 3600;

using Refusal = tl::unexpected<std::string>;

Refusal refused(std::string_view what) {
  const char* reason = ERR_reason_error_string(ERR_peek_last_error());
  std::string text(what);
  if (reason != nullptr) text += std::string(": ") + reason;
  ERR_clear_error();
  return Refusal(text);
}

void must(bool done, std::string_view what) {
  if (!done) throw StartError("TLS setting refused by OpenSSL: " + std::string(what));
}

/// Clients that know ALPN must find http/1.1 in it: a handshake meant for another protocol ends here.
int chooseProtocol(SSL*, const unsigned char** out, unsigned char* outLength, const unsigned char* offered,
                   unsigned int offeredLength, void*) {
  static constexpr std::array<unsigned char, 9> ours = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
  unsigned char* chosen = nullptr;
  const int result =
      SSL_select_next_proto(&chosen, outLength, ours.data(), ours.size(), offered, offeredLength);
  *out = chosen;
  return result == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

void restrictProtocol(SSL_CTX* context) {
  must(SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1, "minimum version");
  must(SSL_CTX_set_cipher_list(context, tls12Ciphers) == 1, tls12Ciphers);
  must(SSL_CTX_set_ciphersuites(context, tls13Ciphers) == 1, tls13Ciphers);
  must(SSL_CTX_set1_groups_list(context, groups) == 1, groups);
  must(SSL_CTX_set1_sigalgs_list(context, signatures) == 1, signatures);
  SSL_CTX_set_security_level(context, 2);
  SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                   SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
  // A connection that ends without close_notify may not look like an error to us: HTTP framing tells what is
  // cut short.
  SSL_CTX_set_options(context, SSL_OP_IGNORE_UNEXPECTED_EOF);
  SSL_CTX_clear_options(context, SSL_OP_LEGACY_SERVER_CONNECT | SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION);
  must(SSL_CTX_set_max_early_data(context, 0) == 1, "no early data");  // it can be replayed
  SSL_CTX_set_alpn_select_cb(context, chooseProtocol, nullptr);
}

void tuneForManyConnections(SSL_CTX* context) {
  // The chain that is sent is the file's: the store holds what clients are checked against.
  SSL_CTX_set_mode(context, SSL_MODE_NO_AUTO_CHAIN | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
  SSL_CTX_set_read_ahead(context, 1);  // record header and record in one system call
  // Tickets instead of a session cache: resumption without memory here. One is enough for clients that come
  // back.
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_num_tickets(context, 1);
  SSL_CTX_set_timeout(context, ticketSeconds);
  static constexpr std::string_view id = "cvs-isi-gateway";
  must(SSL_CTX_set_session_id_context(context, reinterpret_cast<const unsigned char*>(id.data()),
                                      static_cast<unsigned>(id.size())) == 1,
       "session id context");
}

// A key that is locked must not make OpenSSL ask for a password on the terminal.
int noPassword(char*, int, int, void*) {
  return -1;
}

tl::expected<void, std::string> useCertificate(SSL_CTX* context, const std::string& pem) {
  const auto reader = readerOf(pem);
  const Owned<X509> own(PEM_read_bio_X509(reader.get(), nullptr, noPassword, nullptr));
  if (!own) return refused("the certificate file holds no PEM certificate");
  if (X509_cmp_current_time(X509_get0_notBefore(own.get())) > 0)
    return Refusal("the certificate is not yet valid");
  if (X509_cmp_current_time(X509_get0_notAfter(own.get())) < 0) return Refusal("the certificate has expired");
  if (SSL_CTX_use_certificate(context, own.get()) != 1) return refused("the certificate cannot be used");
  while (Owned<X509> next{PEM_read_bio_X509(reader.get(), nullptr, noPassword, nullptr)}) {
    if (SSL_CTX_add1_chain_cert(context, next.get()) != 1)
      return refused("a certificate of the chain cannot be used");
  }
  const bool atEnd = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
  if (!atEnd) return refused("the certificate file is damaged behind its first certificate");
  ERR_clear_error();
  return {};
}

tl::expected<void, std::string> useKey(SSL_CTX* context, const Secret& pem) {
  const auto reader = readerOf(pem.reveal());
  const Owned<EVP_PKEY> key(PEM_read_bio_PrivateKey(reader.get(), nullptr, noPassword, nullptr));
  if (!key) return refused("the key file holds no PEM key that opens without a password");
  if (SSL_CTX_use_PrivateKey(context, key.get()) != 1 || SSL_CTX_check_private_key(context) != 1)
    return refused("the private key does not belong to the certificate");
  return {};
}

/// One handshake over a pair of buffers, at most as many turns as the longest one needs.
bool shakesHands(SSL_CTX& context, SSL_CTX* client, int version) {
  constexpr int kTurns = 8;
  const Owned<SSL> ours(SSL_new(&context));
  const Owned<SSL> theirs(SSL_new(client));
  BIO* ourEnd = nullptr;
  BIO* theirEnd = nullptr;
  if (!ours || !theirs || BIO_new_bio_pair(&ourEnd, 0, &theirEnd, 0) != 1) return false;
  SSL_set_bio(ours.get(), ourEnd, ourEnd);
  SSL_set_bio(theirs.get(), theirEnd, theirEnd);
  SSL_set_verify(ours.get(), SSL_VERIFY_NONE, nullptr);
  SSL_set_accept_state(ours.get());
  SSL_set_connect_state(theirs.get());
  SSL_set_min_proto_version(theirs.get(), version);
  SSL_set_max_proto_version(theirs.get(), version);
  for (int turn = 0; turn < kTurns; ++turn) {
    const bool done = SSL_do_handshake(theirs.get()) == 1;
    if (SSL_do_handshake(ours.get()) == 1 && done) return true;
  }
  return false;
}

}  // namespace

tl::expected<Owned<SSL_CTX>, std::string> makeTlsContext(const TlsFiles& files) {
  ERR_clear_error();
  Owned<SSL_CTX> context(SSL_CTX_new(TLS_server_method()));
  must(context != nullptr, "no memory");
  restrictProtocol(context.get());
  tuneForManyConnections(context.get());
  if (auto used = useCertificate(context.get(), files.certificates); !used)
    return Refusal(std::move(used).error());
  if (auto used = useKey(context.get(), files.privateKey); !used) return Refusal(std::move(used).error());
  return context;
}

bool shakesHands(SSL_CTX& context) {
  const Owned<SSL_CTX> client(SSL_CTX_new(TLS_client_method()));
  const bool done = client && shakesHands(context, client.get(), TLS1_3_VERSION) &&
                    shakesHands(context, client.get(), TLS1_2_VERSION);
  ERR_clear_error();
  return done;
}

}  // namespace cvsgw::transport
