// One TLS connection on a non-blocking socket.
#pragma once

#include <openssl/ssl.h>

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include "gateway/transport/connection.hpp"
#include "gateway/transport/tls_state.hpp"

namespace cvsgw::transport {

/// Never blocks, never throws for what a peer does. Poco::Net::SecureStreamSocket is not used because it
/// hides the SSL object (version, cipher, quiet shutdown) and throws on every mistake of a peer. Not
/// thread-safe; the socket must outlive it.
class TlsStream {
 public:
  enum class Status { done, wantsRead, wantsWrite, closed };
  struct Result {
    Status status = Status::closed;
    std::size_t bytes = 0;
  };

  /// Throws std::bad_alloc when OpenSSL has no memory.
  TlsStream(std::shared_ptr<const TlsState> state, int socket);

  Result handshake();
  Result read(std::span<char> into);
  Result write(std::string_view bytes);  ///< may take only part of them

  /// Bytes wait inside OpenSSL that the kernel will not announce again.
  bool hasPending() const { return SSL_has_pending(ssl_.get()) == 1; }
  /// Tells the peer that this is the end; does not wait for its answer. Harmless after a failure.
  void sayGoodbye();

  /// After the handshake: fills in version, cipher and the peer's identity. False when the peer's
  /// certificate, which a resumed session carries along, has expired since.
  bool describe(Connection& connection) const;
  const std::shared_ptr<const TlsState>& state() const { return state_; }
  /// After the handshake: the client's certificate with its issuers; null when it has none.
  std::shared_ptr<const PeerChain> peer() const { return state_->remember(*ssl_); }
  /// Why the handshake failed, as OpenSSL words it, never bytes of the peer; empty when the peer just left.
  std::string_view failure() const { return failure_; }

 private:
  Result outcome(int returned);

  std::shared_ptr<const TlsState> state_;  // before what was made of it
  Owned<SSL> ssl_;
  std::string_view failure_;
  bool broken_ = false;
};

}  // namespace cvsgw::transport
