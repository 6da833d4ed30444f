#include "gateway/transport/tls_state.hpp"

#include <openssl/err.h>

#include <string_view>
#include <utility>

#include "gateway/transport/peer_certificate.hpp"
#include "gateway/transport/tls_context.hpp"
#include "gateway/transport/tls_files.hpp"

namespace cvsgw::transport {

namespace {

constexpr int maxChainDepth = 4;
constexpr long maxChainBytes = 32 * 1024;
constexpr int maxKeyBits = 4096;         // larger keys only serve to make us compute
constexpr size_t mostRemembered = 4096;  // the rest shakes hands in full each time

// Where verifyPeer finds the rules, and leaves the reason of a refusal.
int rulesIndex() {
  static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
  return index;
}
int reasonIndex() {
  static const int index = SSL_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
  return index;
}

int modeOf(ClientCertificate wish) {
  switch (wish) {
    case ClientCertificate::none:
      return SSL_VERIFY_NONE;
    case ClientCertificate::optional:
      return SSL_VERIFY_PEER;
    case ClientCertificate::required:
      return SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT;
  }
  return SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT;
}

bool isTooLarge(const X509* certificate) {
  const EVP_PKEY* key = certificate == nullptr ? nullptr : X509_get0_pubkey(certificate);
  return key != nullptr && EVP_PKEY_get_bits(key) > maxKeyBits;
}

/// The callback outside a handshake: the size of keys only.
int verifySizes(int soFar, X509_STORE_CTX* chain) {
  if (soFar != 1 || !isTooLarge(X509_STORE_CTX_get_current_cert(chain))) return soFar;
  X509_STORE_CTX_set_error(chain, X509_V_ERR_CERT_REJECTED);
  return 0;
}

}  // namespace

Digest digestOf(const X509& certificate) {
  Digest digest{};
  unsigned int size = 0;
  X509_digest(&certificate, EVP_sha256(), digest.data(), &size);
  return digest;
}

TlsState::TlsState(Owned<SSL_CTX> context, const PeerRules& rules)
    : context_(std::move(context)), rules_(rules) {
  SSL_CTX_set_ex_data(context_.get(), rulesIndex(), const_cast<PeerRules*>(&rules_));
  SSL_CTX_set_session_ticket_cb(context_.get(), nullptr, judgeTicket, this);
}

tl::expected<std::shared_ptr<const TlsState>, std::string> TlsState::make(const TlsOptions& options,
                                                                          const TlsState* inForce) {
  const auto wrong = [&](const std::string& what) {
    return tl::unexpected("TLS with certificate " + options.certificateFile + ": " + what);
  };
  const auto files = readTlsFiles(options);
  if (!files) return wrong(files.error());
  auto context = makeTlsContext(*files);
  if (!context) return wrong(context.error());
  if (options.peers.organisation && !options.peers.testAllowed) {
    const auto oin = oinOf(*SSL_CTX_get0_certificate(context->get()));
    if (oin && isTestOin(*oin)) return wrong("its OIN is one for tests, and this is production");
  }
  const std::shared_ptr<TlsState> state(new TlsState(*std::move(context), options.peers));
  if (options.clientCertificate != ClientCertificate::none) {
    auto trust = fillStore(*SSL_CTX_get_cert_store(state->context_.get()), *files, options.peers,
                           inForce == nullptr ? nullptr : &inForce->trust_);
    if (!trust) return wrong(trust.error());
    state->trust_ = *std::move(trust);
    state->askForCertificates(options);
  }
  if (!shakesHands(*state->context_)) return wrong("a trial handshake with it fails");
  if (options.beforeUse) {
    if (auto objection = options.beforeUse(*state->context_); !objection.empty()) return wrong(objection);
  }
  return state;
}

void TlsState::askForCertificates(const TlsOptions& options) {
  SSL_CTX* context = context_.get();
  SSL_CTX_set_verify(context, modeOf(options.clientCertificate), verifyPeer);
  SSL_CTX_set_verify_depth(context, maxChainDepth);
  SSL_CTX_set_max_cert_list(context, maxChainBytes);
  // No list of acceptable issuers is sent: several client stacks then withhold a certificate under an
  // intermediate.
}

int TlsState::verifyPeer(int soFar, X509_STORE_CTX* chain) {
  auto* ssl = static_cast<SSL*>(X509_STORE_CTX_get_ex_data(chain, SSL_get_ex_data_X509_STORE_CTX_idx()));
  const auto refuse = [&](const char* reason) {
    // The first reason is the one: OpenSSL goes on to say that the whole was not verified.
    if (SSL_get_ex_data(ssl, reasonIndex()) == nullptr)
      SSL_set_ex_data(ssl, reasonIndex(), const_cast<char*>(reason));
    return 0;
  };
  const auto* rules = static_cast<const PeerRules*>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), rulesIndex()));
  if (soFar != 1) return refuse(X509_verify_cert_error_string(X509_STORE_CTX_get_error(chain)));
  const X509* certificate = X509_STORE_CTX_get_current_cert(chain);
  const char* objection = nullptr;
  if (isTooLarge(certificate)) {
    objection = "a key of the chain has more than 4096 bits";
  } else if (certificate != nullptr && X509_STORE_CTX_get_error_depth(chain) == 0) {
    objection = objectionTo(*certificate, *rules);
  }
  if (objection == nullptr) return soFar;
  X509_STORE_CTX_set_error(chain, X509_V_ERR_CERT_REJECTED);
  return refuse(objection);
}

const char* peerRefusal(const SSL& ssl) {
  return static_cast<const char*>(SSL_get_ex_data(&ssl, reasonIndex()));
}

// A ticket brings a certificate that was checked up to an hour ago. New files mean a new state, in which no
// old ticket opens; what can change without new files is the time.
bool TlsState::mayResume(const SSL_SESSION& session) const {
  const X509* certificate = SSL_SESSION_get0_peer(const_cast<SSL_SESSION*>(&session));
  if (certificate == nullptr) return true;
  if (X509_cmp_current_time(X509_get0_notAfter(certificate)) <= 0) return false;
  // Which issuer's it is, the full handshake finds out; under one that had ended already nobody was met.
  if (trust_.listsEnd && std::time(nullptr) >= *trust_.listsEnd) return false;
  return recall(*certificate) != nullptr;
}

SSL_TICKET_RETURN TlsState::judgeTicket(SSL*, SSL_SESSION* session, const unsigned char*, size_t,
                                        SSL_TICKET_STATUS status, void* self) {
  const bool opened = status == SSL_TICKET_SUCCESS || status == SSL_TICKET_SUCCESS_RENEW;
  if (opened && !static_cast<const TlsState*>(self)->mayResume(*session))
    return SSL_TICKET_RETURN_IGNORE_RENEW;
  switch (status) {
    case SSL_TICKET_SUCCESS:
      return SSL_TICKET_RETURN_USE;
    case SSL_TICKET_SUCCESS_RENEW:
      return SSL_TICKET_RETURN_USE_RENEW;
    case SSL_TICKET_EMPTY:
    case SSL_TICKET_NO_DECRYPT:
      return SSL_TICKET_RETURN_IGNORE_RENEW;
    default:
      return SSL_TICKET_RETURN_ABORT;
  }
}

std::shared_ptr<const PeerChain> TlsState::remember(SSL& ssl) const {
  X509* certificate = SSL_get0_peer_certificate(&ssl);
  if (certificate == nullptr) return nullptr;
  if (auto known = recall(*certificate)) return known;
  auto peer = std::make_shared<PeerChain>();
  X509_up_ref(certificate);
  peer->certificate.reset(certificate);
  // A resumed session knows its certificate only; judgeTicket lets in none whose issuers are not remembered.
  const STACK_OF(X509)* chain = SSL_get0_verified_chain(&ssl);
  peer->issuers.reset(chain == nullptr ? sk_X509_new_null()
                                       : X509_chain_up_ref(const_cast<STACK_OF(X509)*>(chain)));
  peer->digest = digestOf(*certificate);
  const std::lock_guard lock(mutex_);
  if (met_.size() < mostRemembered) met_.emplace(peer->digest, peer);
  return peer;
}

std::shared_ptr<const PeerChain> TlsState::recall(const X509& certificate) const {
  const Digest digest = digestOf(certificate);
  const std::lock_guard lock(mutex_);
  const auto found = met_.find(digest);
  return found == met_.end() ? nullptr : found->second;
}

tl::expected<void, std::string> TlsState::recheck(const PeerChain& peer) const {
  ERR_clear_error();
  const Owned<X509_STORE_CTX> check(X509_STORE_CTX_new());
  // As OpenSSL sets out itself in a handshake.
  if (!check || X509_STORE_CTX_init(check.get(), SSL_CTX_get_cert_store(context_.get()),
                                    peer.certificate.get(), peer.issuers.get()) != 1)
    return tl::unexpected(std::string("no memory"));
  X509_STORE_CTX_set_default(check.get(), "ssl_client");
  X509_STORE_CTX_set_depth(check.get(), maxChainDepth);
  X509_STORE_CTX_set_verify_cb(check.get(), verifySizes);
  const bool holds = X509_verify_cert(check.get()) == 1;
  ERR_clear_error();
  if (!holds) return tl::unexpected(X509_verify_cert_error_string(X509_STORE_CTX_get_error(check.get())));
  if (const char* objection = objectionTo(*peer.certificate, rules_)) return tl::unexpected(objection);
  return {};
}

}  // namespace cvsgw::transport
