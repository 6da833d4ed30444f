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
  TlsStream(const TlsStream&) = delete;  // OpenSSL knows where it is
  TlsStream& operator=(const TlsStream&) = delete;

  Result handshake();
  /// Closed, too, when a peer changes its keys time and again and says nothing.
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
  static void onMessage(int written, int version, int type, const void* bytes, std::size_t length, SSL* ssl,
                        void* stream);
  std::string_view failure_;
  static long onTransfer(BIO* socket, int operation, const char* bytes, std::size_t length, int argument,
                         long more, int result, std::size_t* processed);
  unsigned keyUpdates_ = 0;  // since the last data
  unsigned transfers_ = 0;   // from the socket, in one call of read()
  bool broken_ = false;
};

}  // namespace cvsgw::transport
