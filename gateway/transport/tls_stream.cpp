#include "gateway/transport/tls_stream.hpp"

#include <openssl/err.h>
#include <openssl/x509.h>

#include <new>
#include <utility>

#include "gateway/transport/peer_certificate.hpp"

namespace cvsgw::transport {
namespace {

// A client needs a new key after gigabytes; each costs us as much as a small record, and carries nothing.
constexpr unsigned kMostKeyUpdates = 32;
// OpenSSL goes on reading for as long as there are records without data. A record takes one or two of these.
constexpr unsigned kMostTransfers = 4;

}  // namespace

TlsStream::TlsStream(std::shared_ptr<const TlsState> state, int socket)
    : state_(std::move(state)), ssl_(SSL_new(&state_->context())) {
  if (!ssl_ || SSL_set_fd(ssl_.get(), socket) != 1) throw std::bad_alloc();
  SSL_set_accept_state(ssl_.get());
  BIO_set_callback_ex(SSL_get_rbio(ssl_.get()), &TlsStream::onTransfer);
  BIO_set_callback_arg(SSL_get_rbio(ssl_.get()), static_cast<char*>(static_cast<void*>(this)));
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
  transfers_ = 0;
  const int returned = SSL_do_handshake(ssl_.get());
  if (returned != 1) return outcome(returned);
  SSL_set_msg_callback(ssl_.get(), &TlsStream::onMessage);
  SSL_set_msg_callback_arg(ssl_.get(), this);
  return {Status::done, 0};
}

TlsStream::Result TlsStream::read(std::span<char> into) {
  ERR_clear_error();
  std::size_t bytes = 0;
  transfers_ = 0;
  const int returned = SSL_read_ex(ssl_.get(), into.data(), into.size(), &bytes);
  if (keyUpdates_ > kMostKeyUpdates) return {Status::closed, 0};
  if (returned != 1) return outcome(returned);
  keyUpdates_ = 0;
  return {Status::done, bytes};
}

// The socket seems empty when a call has had its share: the event that comes at once is the next turn's,
// behind the other sessions.
long TlsStream::onTransfer(BIO* socket, int operation, const char* /*bytes*/, std::size_t /*length*/,
                           int /*argument*/, long /*more*/, int result, std::size_t* /*processed*/) {
  if (operation != BIO_CB_READ) return result;
  auto* stream = static_cast<TlsStream*>(static_cast<void*>(BIO_get_callback_arg(socket)));
  if (++stream->transfers_ <= kMostTransfers) return result;
  BIO_clear_retry_flags(socket);
  BIO_set_retry_read(socket);
  return -1;
}

void TlsStream::onMessage(int written, int /*version*/, int type, const void* bytes, std::size_t length,
                          SSL* /*ssl*/, void* stream) {
  if (written != 0 || type != SSL3_RT_HANDSHAKE || length == 0) return;
  if (*static_cast<const unsigned char*>(bytes) == SSL3_MT_KEY_UPDATE)
    ++static_cast<TlsStream*>(stream)->keyUpdates_;
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
