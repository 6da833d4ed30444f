#include "gateway/transport/tls_context.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/NetSSL.h>
#include <Poco/Net/SSLException.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

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
constexpr int maxChainDepth = 4;
constexpr long maxChainBytes = 32 * 1024;
constexpr int maxKeyBits = 4096;  // larger keys only serve to make us compute
constexpr long ticketSeconds = 3600;

using Context = Poco::Net::Context;

Context::VerificationMode modeOf(ClientCertificate wish) {
  switch (wish) {
    case ClientCertificate::none:
      return Context::VERIFY_NONE;
    case ClientCertificate::optional:
      return Context::VERIFY_RELAXED;
    case ClientCertificate::required:
      return Context::VERIFY_STRICT;
  }
  return Context::VERIFY_STRICT;
}

void must(bool done, std::string_view what) {
  if (!done) throw StartError("TLS setting refused by OpenSSL: " + std::string(what));
}

int verifyPeer(int soFar, X509_STORE_CTX* chain) {
  const X509* certificate = X509_STORE_CTX_get_current_cert(chain);
  const EVP_PKEY* key = certificate == nullptr ? nullptr : X509_get0_pubkey(certificate);
  if (soFar == 1 && key != nullptr && EVP_PKEY_get_bits(key) > maxKeyBits) {
    X509_STORE_CTX_set_error(chain, X509_V_ERR_CERT_REJECTED);
    return 0;
  }
  return soFar;
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
  must(SSL_CTX_set_ciphersuites(context, tls13Ciphers) == 1, tls13Ciphers);
  must(SSL_CTX_set1_groups_list(context, groups) == 1, groups);
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
  SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                SSL_MODE_RELEASE_BUFFERS);
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

void askForClientCertificate(SSL_CTX* context, const TlsOptions& options) {
  // Our own callback: POCO's would let an application-wide event handler overrule a failed verification.
  SSL_CTX_set_verify(context, modeOf(options.clientCertificate), verifyPeer);
  if (options.clientCertificate == ClientCertificate::none) return;
  SSL_CTX_set_verify_depth(context, maxChainDepth);
  SSL_CTX_set_max_cert_list(context, maxChainBytes);
  must(X509_STORE_set_flags(SSL_CTX_get_cert_store(context), X509_V_FLAG_X509_STRICT) == 1, "strict X.509");
  // No list of acceptable issuers is sent: several client stacks then withhold a certificate under an
  // intermediate.
}

}  // namespace

Context::Ptr makeTlsContext(const TlsOptions& options) {
  if (options.clientCertificate != ClientCertificate::none && options.caFile.empty()) {
    throw StartError("client certificates are asked for, but no CA file says whom to trust");
  }
  // Poco::Net::Context counts on OpenSSL and its exception texts being set up once per process.
  static const bool initialised = (Poco::Net::initializeSSL(), true);
  static_cast<void>(initialised);
  Context::Params params;
  params.certificateFile = options.certificateFile;
  params.privateKeyFile = options.privateKeyFile;
  params.caLocation = options.clientCertificate == ClientCertificate::none ? "" : options.caFile;
  params.verificationMode = modeOf(options.clientCertificate);
  params.loadDefaultCAs = false;
  params.cipherList = tls12Ciphers;
  params.ecdhCurve = groups;
  try {
    Context::Ptr context = new Context(Context::TLS_SERVER_USE, params);
    SSL_CTX* raw = context->sslContext();
    must(SSL_CTX_check_private_key(raw) == 1, "the private key does not belong to the certificate");
    restrictProtocol(raw);
    tuneForManyConnections(raw);
    askForClientCertificate(raw, options);
    return context;
  } catch (const Poco::Exception& e) {
    throw StartError("TLS cannot be set up with certificate " + options.certificateFile + " and key " +
                     options.privateKeyFile + ": " + e.displayText());
  }
}

}  // namespace cvsgw::transport
