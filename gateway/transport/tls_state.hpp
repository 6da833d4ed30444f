// A listener's TLS as made from its files at one moment: the context, whom it trusts, whom it has met.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <ctime>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "gateway/transport/openssl.hpp"
#include "gateway/transport/options.hpp"
#include "gateway/transport/trust.hpp"

namespace cvsgw::transport {

using Digest = std::array<unsigned char, 32>;

/// SHA-256 of the certificate as it was sent.
Digest digestOf(const X509& certificate);

/// A client's certificate with the issuers that led to a root when it was first checked. Immutable.
struct PeerChain {
  Owned<X509> certificate;
  Owned<STACK_OF(X509)> issuers;
  Digest digest{};
};

/// Immutable but for the clients it remembers. Thread-safe. Outlives every SSL made of its context: who holds
/// such an SSL holds the state as well.
class TlsState {
 public:
  /// Reads the files of `options`. Refused with a text for the operator; see makeTlsContext and fillStore.
  /// `inForce` is what it would replace, null at the start: rather a listener that refuses everybody and says
  /// why than none.
  static tl::expected<std::shared_ptr<const TlsState>, std::string> make(const TlsOptions& options,
                                                                         const TlsState* inForce);
  TlsState(const TlsState&) = delete;
  TlsState& operator=(const TlsState&) = delete;

  SSL_CTX& context() const { return *context_; }
  const std::vector<std::string>& warnings() const { return trust_.warnings; }
  /// When the first revocation list ends that had not ended when the files were read.
  std::optional<std::time_t> listsEnd() const { return trust_.listsEnd; }
  /// Whose list that is.
  const std::string& listsEndOf() const { return trust_.listsEndOf; }

  /// After a full handshake with a certificate: its chain, which tickets and later checks come back to.
  std::shared_ptr<const PeerChain> remember(SSL& ssl) const;
  /// The chain of a client that was met before; null when it was not, or was forgotten.
  std::shared_ptr<const PeerChain> recall(const X509& certificate) const;
  /// Whether this client would be let in now; otherwise OpenSSL's words for why not.
  tl::expected<void, std::string> recheck(const PeerChain& peer) const;

 private:
  TlsState(Owned<SSL_CTX> context, const PeerRules& rules);
  void askForCertificates(const TlsOptions& options);
  bool mayResume(const SSL_SESSION& session) const;
  static int verifyPeer(int soFar, X509_STORE_CTX* chain);
  static SSL_TICKET_RETURN judgeTicket(SSL*, SSL_SESSION* session, const unsigned char*, size_t,
                                       SSL_TICKET_STATUS status, void* self);

  const Owned<SSL_CTX> context_;
  const PeerRules rules_;
  Trust trust_;
  mutable std::mutex mutex_;
  mutable std::map<Digest, std::shared_ptr<const PeerChain>> met_;
};

/// Why the last handshake of this connection failed on the client's certificate; null when it did not.
const char* peerRefusal(const SSL& ssl);

}  // namespace cvsgw::transport
