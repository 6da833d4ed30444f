#include "gateway/transport/tls_test_client.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <utility>

#ifdef __SANITIZE_THREAD__
// ThreadSanitizer counts epoll_ctl as a use of the descriptor, but does not know that a worker that closes it
// got it by the very event that epoll_ctl armed.
extern "C" const char* __tsan_default_suppressions();
extern "C" const char* __tsan_default_suppressions() {
  return "race:Poco::Net::SocketImpl::close\n";
}
#endif

namespace cvsgw::transport::testing {

namespace {

void addExtension(X509* certificate, X509* issuer, int nid, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
  if (extension == nullptr) throw std::runtime_error("extension");
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

void addName(X509_NAME* name, int nid, int type, const std::string& value) {
  X509_NAME_add_entry_by_NID(name, nid, type, reinterpret_cast<const unsigned char*>(value.data()),
                             static_cast<int>(value.size()), -1, 0);
}

void writePem(const std::string& path, const std::function<void(FILE*)>& write) {
  FILE* file = std::fopen(path.c_str(), "w");
  if (file == nullptr) throw std::runtime_error("cannot write " + path);
  write(file);
  std::fclose(file);
}

/// Large keys are made of four primes, which is much quicker and the same to whoever reads the certificate.
EVP_PKEY* makeRsa(int bits) {
  EVP_PKEY* key = nullptr;
  EVP_PKEY_CTX* context = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, nullptr);
  EVP_PKEY_keygen_init(context);
  EVP_PKEY_CTX_set_rsa_keygen_bits(context, bits);
  if (bits > 4096) EVP_PKEY_CTX_set_rsa_keygen_primes(context, 4);
  EVP_PKEY_generate(context, &key);
  EVP_PKEY_CTX_free(context);
  return key;
}

}  // namespace

Identity makeIdentity(const CertificateWish& wish, const Identity* issuer) {
  Identity made;
  made.key.reset(wish.rsaBits > 0 ? makeRsa(wish.rsaBits) : EVP_EC_gen("P-256"));
  made.certificate.reset(X509_new());
  X509* certificate = made.certificate.get();
  static long serial = 0;
  X509_set_version(certificate, X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate), ++serial);
  X509_gmtime_adj(X509_getm_notBefore(certificate), wish.startsInSeconds);
  X509_gmtime_adj(X509_getm_notAfter(certificate), wish.endsInSeconds);
  X509_set_pubkey(certificate, made.key.get());
  X509_NAME* subject = X509_get_subject_name(certificate);
  addName(subject, NID_commonName, MBSTRING_UTF8, wish.commonName);
  if (!wish.serialNumber.empty()) addName(subject, NID_serialNumber, wish.stringType, wish.serialNumber);
  if (!wish.secondSerial.empty()) addName(subject, NID_serialNumber, wish.stringType, wish.secondSerial);
  if (!wish.surname.empty()) addName(subject, NID_surname, MBSTRING_UTF8, wish.surname);
  X509* signer = issuer == nullptr ? certificate : issuer->certificate.get();
  X509_set_issuer_name(certificate, X509_get_subject_name(signer));
  addExtension(certificate, signer, NID_basic_constraints,
               wish.authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
  addExtension(certificate, signer, NID_key_usage,
               wish.authority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature");
  addExtension(certificate, signer, NID_subject_key_identifier, "hash");
  addExtension(certificate, signer, NID_authority_key_identifier, "keyid:always");
  if (!wish.usage.empty()) addExtension(certificate, signer, NID_ext_key_usage, wish.usage.c_str());
  addExtension(certificate, signer, NID_subject_alt_name, "DNS:localhost");
  X509_sign(certificate, issuer == nullptr ? made.key.get() : issuer->key.get(), EVP_sha256());
  return made;
}

TemporaryFiles::TemporaryFiles() {
  std::string pattern = (std::filesystem::temp_directory_path() / "cvsgw-transport-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
  directory_ = pattern;
}

TemporaryFiles::~TemporaryFiles() {
  std::filesystem::remove_all(directory_);
}

std::string TemporaryFiles::certificate(const std::string& name, const Identity& identity) const {
  const std::string path = directory_ + "/" + name;
  writePem(path, [&](FILE* file) { PEM_write_X509(file, identity.certificate.get()); });
  return path;
}

std::string TemporaryFiles::key(const std::string& name, const Identity& identity) const {
  const std::string path = directory_ + "/" + name;
  writePem(path, [&](FILE* file) {
    ::fchmod(::fileno(file), S_IRUSR | S_IWUSR);
    PEM_write_PrivateKey(file, identity.key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  });
  return path;
}

Client::Client(std::uint16_t port, const ClientWish& wish) : context_(SSL_CTX_new(TLS_client_method())) {
  SSL_CTX* context = context_.get();
  SSL_CTX_set_security_level(context, 0);  // the server must refuse, not this client
  SSL_CTX_set_min_proto_version(context, wish.minimumVersion);
  SSL_CTX_set_max_proto_version(context, wish.maximumVersion);
  if (!wish.ciphers.empty()) SSL_CTX_set_cipher_list(context, wish.ciphers.c_str());
  if (wish.identity != nullptr) {
    SSL_CTX_use_certificate(context, wish.identity->certificate.get());
    SSL_CTX_use_PrivateKey(context, wish.identity->key.get());
  }
  socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const timeval patience{30, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  if (wish.receiveBuffer > 0) {
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &wish.receiveBuffer, sizeof wish.receiveBuffer);
  }
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (wish.from != nullptr) {
    sockaddr_in from{};
    from.sin_family = AF_INET;
    ::inet_pton(AF_INET, wish.from, &from.sin_addr);
    ::bind(socket_, reinterpret_cast<const sockaddr*>(&from), sizeof from);
  }
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0) return;
  ssl_.reset(SSL_new(context));
  SSL_set_fd(ssl_.get(), socket_);
  if (!wish.protocols.empty()) {
    SSL_set_alpn_protos(ssl_.get(), reinterpret_cast<const unsigned char*>(wish.protocols.data()),
                        static_cast<unsigned>(wish.protocols.size()));
  }
  if (wish.resume != nullptr) SSL_set_session(ssl_.get(), wish.resume);
  connected_ = SSL_connect(ssl_.get()) == 1;
  ERR_clear_error();
}

Client::~Client() {
  ssl_.reset();
  ::close(socket_);
}

bool Client::send(std::string_view bytes) {
  while (!bytes.empty()) {
    std::size_t sent = 0;
    if (SSL_write_ex(ssl_.get(), bytes.data(), bytes.size(), &sent) != 1) return false;
    bytes.remove_prefix(sent);
  }
  return true;
}

bool Client::fill() {
  std::array<char, 16384> buffer{};
  std::size_t got = 0;
  ERR_clear_error();
  if (SSL_read_ex(ssl_.get(), buffer.data(), buffer.size(), &got) != 1) return false;
  received_.append(buffer.data(), got);
  return true;
}

std::string Client::answer() {
  std::size_t head = std::string::npos;
  while ((head = received_.find("\r\n\r\n")) == std::string::npos) {
    if (!fill()) return std::exchange(received_, {});
  }
  const std::size_t at = received_.find("Content-Length: ");
  const std::size_t length =
      head + 4 + (at < head ? std::strtoul(received_.c_str() + at + 16, nullptr, 10) : std::size_t{0});
  while (received_.size() < length) {
    if (!fill()) return std::exchange(received_, {});
  }
  std::string one = received_.substr(0, length);
  received_.erase(0, length);
  return one;
}

std::string Client::rest(std::chrono::milliseconds patience) {
  const timeval limit{patience.count() / 1000, patience.count() % 1000 * 1000};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  while (fill()) {
  }
  const bool open = errno == EAGAIN && SSL_get_shutdown(ssl_.get()) == 0 && SSL_want_read(ssl_.get());
  return std::exchange(received_, {}) + (open ? "<still open>" : "");
}

void Client::halfClose() {
  SSL_shutdown(ssl_.get());
  ::shutdown(socket_, SHUT_WR);
}

}  // namespace cvsgw::transport::testing
