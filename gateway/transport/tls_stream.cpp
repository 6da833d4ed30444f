#include "gateway/transport/tls_stream.hpp"

#include <openssl/err.h>
#include <openssl/x509.h>

#include <new>
#include <utility>

#include "gateway/transport/peer_certificate.hpp"

namespace cvsgw::transport {

TlsStream::TlsStream(std::shared_ptr<const TlsState> state, int socket)
    : state_(std::move(state)), ssl_(SSL_new(&state_->context())) {
  if (!ssl_ || SSL_set_fd(ssl_.get(), socket) != 1) throw std::bad_alloc();
  SSL_set_accept_state(ssl_.get());
}

TlsStream::Result TlsStream::outcome(int returned) {
  switch (SSL_get_error(ssl_.get(), returned)) {
    case SSL_ERROR_WANT_READ:
      return {Status::wantsRead, 0};
    case SSL_ERROR_WANT_WRITE:
      return {Status::wantsWrite, 0};
    case SSL_ERROR_ZERO_RETURN:
      return {Status::closed, 0};
    default:
      broken_ = true;  // OpenSSL forbids any further call on this connection
      if (const char* refusal = peerRefusal(*ssl_)) {
        failure_ = refusal;
      } else if (const char* reason = ERR_reason_error_string(ERR_peek_error())) {
        failure_ = reason;
      }
      ERR_clear_error();
      return {Status::closed, 0};
  }
}

TlsStream::Result TlsStream::handshake() {
  ERR_clear_error();
  const int returned = SSL_do_handshake(ssl_.get());
  return returned == 1 ? Result{Status::done, 0} : outcome(returned);
}

TlsStream::Result TlsStream::read(std::span<char> into) {
  ERR_clear_error();
  std::size_t bytes = 0;
  const int returned = SSL_read_ex(ssl_.get(), into.data(), into.size(), &bytes);
  return returned == 1 ? Result{Status::done, bytes} : outcome(returned);
}

TlsStream::Result TlsStream::write(std::string_view bytes) {
  ERR_clear_error();
  std::size_t taken = 0;
  const int returned = SSL_write_ex(ssl_.get(), bytes.data(), bytes.size(), &taken);
  return returned == 1 ? Result{Status::done, taken} : outcome(returned);
}

void TlsStream::sayGoodbye() {
  if (broken_ || SSL_is_init_finished(ssl_.get()) != 1) return;
  ERR_clear_error();
  SSL_shutdown(ssl_.get());
  ERR_clear_error();
}

bool TlsStream::describe(Connection& connection) const {
  connection.tlsVersion = SSL_get_version(ssl_.get());
  connection.cipher = SSL_get_cipher_name(ssl_.get());
  const X509* certificate = SSL_get0_peer_certificate(ssl_.get());
  if (certificate == nullptr) return true;
  if (X509_cmp_current_time(X509_get0_notAfter(certificate)) <= 0) return false;
  connection.peerCertificate = true;
  connection.peerOin = oinOf(*certificate);
  connection.peerFingerprint = fingerprintOf(*certificate);
  return true;
}

}  // namespace cvsgw::transport
