#include "gateway/security/encryption/algorithms.hpp"

#include <openssl/err.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>

#include <memory>
#include <stdexcept>

namespace cvsgw::security::encryption {
namespace {

constexpr std::size_t kVector = 12;
constexpr std::size_t kTag = 16;

using KeyContext = std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char* in(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* out(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

const EVP_MD* digestOf(std::string_view uri) {
  if (uri == "http://www.w3.org/2000/09/xmldsig#sha1") return EVP_sha1();
  if (uri == "http://www.w3.org/2001/04/xmlenc#sha256") return EVP_sha256();
  if (uri == "http://www.w3.org/2001/04/xmldsig-more#sha384") return EVP_sha384();
  if (uri == "http://www.w3.org/2001/04/xmlenc#sha512") return EVP_sha512();
  return nullptr;
}

const EVP_MD* maskOf(std::string_view uri) {
  if (uri == "http://www.w3.org/2009/xmlenc11#mgf1sha1") return EVP_sha1();
  if (uri == "http://www.w3.org/2009/xmlenc11#mgf1sha256") return EVP_sha256();
  if (uri == "http://www.w3.org/2009/xmlenc11#mgf1sha384") return EVP_sha384();
  if (uri == "http://www.w3.org/2009/xmlenc11#mgf1sha512") return EVP_sha512();
  return nullptr;
}

bool prepare(EVP_PKEY_CTX* context, const Known& known) {
  return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) == 1 &&
         EVP_PKEY_CTX_set_rsa_oaep_md(context, known.digest) == 1 &&
         EVP_PKEY_CTX_set_rsa_mgf1_md(context, known.mask) == 1;
}

[[noreturn]] void fail() {
  ERR_clear_error();  // or this thread's next TLS connection takes it for its own
  throw std::runtime_error("OpenSSL could not encrypt an answer");
}

}  // namespace

std::optional<Known> lookUp(const Algorithms& algorithms) {
  Known known;
  if (algorithms.data == "http://www.w3.org/2009/xmlenc11#aes128-gcm") known.cipher = EVP_aes_128_gcm();
  if (algorithms.data == "http://www.w3.org/2009/xmlenc11#aes256-gcm") known.cipher = EVP_aes_256_gcm();
  known.digest = digestOf(algorithms.digest);
  if (algorithms.key == kOaepMgf1p && algorithms.mask.empty()) known.mask = EVP_sha1();
  if (algorithms.key == kOaep) known.mask = maskOf(algorithms.mask);
  if (known.cipher == nullptr || known.digest == nullptr || known.mask == nullptr) return std::nullopt;
  known.keyBytes = static_cast<std::size_t>(EVP_CIPHER_get_key_length(known.cipher));
  return known;
}

std::string randomKey(std::size_t bytes) {
  std::string key(bytes, '\0');
  if (RAND_priv_bytes(out(key), static_cast<int>(bytes)) != 1) fail();
  return key;
}

std::string unwrapKey(std::string_view wrapped, EVP_PKEY& own, const Known& known) {
  std::string instead = randomKey(known.keyBytes);
  const KeyContext context(EVP_PKEY_CTX_new(&own, nullptr), EVP_PKEY_CTX_free);
  std::string key(static_cast<std::size_t>(EVP_PKEY_get_size(&own)), '\0');
  std::size_t size = key.size();
  const bool done = context && EVP_PKEY_decrypt_init(context.get()) == 1 && prepare(context.get(), known) &&
                    EVP_PKEY_decrypt(context.get(), out(key), &size, in(wrapped), wrapped.size()) == 1;
  ERR_clear_error();
  const bool right = done && size == known.keyBytes;
  key.resize(known.keyBytes);
  return right ? key : instead;
}

std::string wrapKey(std::string_view key, EVP_PKEY& to, const Known& known) {
  const KeyContext context(EVP_PKEY_CTX_new(&to, nullptr), EVP_PKEY_CTX_free);
  std::string wrapped(static_cast<std::size_t>(EVP_PKEY_get_size(&to)), '\0');
  std::size_t size = wrapped.size();
  if (!context || EVP_PKEY_encrypt_init(context.get()) != 1 || !prepare(context.get(), known) ||
      EVP_PKEY_encrypt(context.get(), out(wrapped), &size, in(key), key.size()) != 1)
    fail();
  wrapped.resize(size);
  return wrapped;
}

std::optional<std::string> decipher(std::string_view sealed, std::string_view key, const Known& known) {
  if (sealed.size() < kVector + kTag) return std::nullopt;
  const std::string_view vector = sealed.substr(0, kVector);
  const std::string_view data = sealed.substr(kVector, sealed.size() - kVector - kTag);
  std::string tag(sealed.substr(sealed.size() - kTag));
  const CipherContext context(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
  std::string plain(data.size() + 1, '\0');
  int size = 0;
  int rest = 0;
  const bool right =
      context && EVP_DecryptInit_ex(context.get(), known.cipher, nullptr, in(key), in(vector)) == 1 &&
      EVP_DecryptUpdate(context.get(), out(plain), &size, in(data), static_cast<int>(data.size())) == 1 &&
      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, static_cast<int>(kTag), tag.data()) == 1 &&
      EVP_DecryptFinal_ex(context.get(), out(plain) + size, &rest) == 1;
  ERR_clear_error();
  if (!right) return std::nullopt;
  plain.resize(static_cast<std::size_t>(size) + static_cast<std::size_t>(rest));
  return plain;
}

std::string encipher(std::string_view plain, std::string_view key, const Known& known) {
  std::string sealed(kVector + plain.size() + kTag, '\0');
  if (RAND_bytes(out(sealed), static_cast<int>(kVector)) != 1) fail();
  const CipherContext context(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
  int size = 0;
  int rest = 0;
  unsigned char* to = out(sealed) + kVector;
  if (!context || EVP_EncryptInit_ex(context.get(), known.cipher, nullptr, in(key), out(sealed)) != 1 ||
      EVP_EncryptUpdate(context.get(), to, &size, in(plain), static_cast<int>(plain.size())) != 1 ||
      EVP_EncryptFinal_ex(context.get(), to + size, &rest) != 1 ||
      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, static_cast<int>(kTag), to + plain.size()) !=
          1)
    fail();
  return sealed;
}

}  // namespace cvsgw::security::encryption
