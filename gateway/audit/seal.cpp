#include "gateway/audit/seal.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <span>

#include "gateway/audit/sqlite.hpp"
#include "gateway/security/keys/private_file.hpp"
#include "gateway/security/keys/random.hpp"

namespace cvsgw::audit {
namespace {

constexpr std::size_t kIv = 12;
constexpr std::size_t kDigits = 9;
constexpr std::size_t kTag = 16;
constexpr std::size_t kIvAt = 16;
constexpr std::size_t kTextAt = kIvAt + kIv;
constexpr std::size_t kTagAt = kTextAt + kDigits;
static_assert(kTagAt + kTag == kPersonBytes);

struct FreeCipher {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
struct FreeBio {
  void operator()(BIO* bio) const { BIO_free(bio); }
};
struct FreeDigest {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

const unsigned char* unsignedView(std::string_view text) {
  return static_cast<const unsigned char*>(static_cast<const void*>(text.data()));
}

std::shared_ptr<EVP_PKEY> keyOf(EVP_PKEY* key, const std::filesystem::path& file) {
  std::shared_ptr<EVP_PKEY> owned(key, [](EVP_PKEY* k) { EVP_PKEY_free(k); });
  if (!key || EVP_PKEY_get_id(key) != EVP_PKEY_ED25519)
    throw AuditError(file.string() + " bevat geen Ed25519-sleutel (PEM)");
  return owned;
}

std::filesystem::path signingKeyFile(const std::filesystem::path& folder) {
  return folder / "audit-handtekening.sleutel";
}

[[noreturn]] void lost(const std::filesystem::path& file) {
  throw AuditError(file.string() +
                   " is er niet: het auditspoor is ermee ondertekend, zet de sleutel terug (docs/audit.md)");
}

std::string pemOf(EVP_PKEY* key, bool secret) {
  const std::unique_ptr<BIO, FreeBio> out(BIO_new(secret ? BIO_s_secmem() : BIO_s_mem()));
  const int written =
      secret ? PEM_write_bio_PKCS8PrivateKey(out.get(), key, nullptr, nullptr, 0, nullptr, nullptr)
             : PEM_write_bio_PUBKEY(out.get(), key);
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(out.get(), &bytes);
  if (written != 1 || size <= 0) throw AuditError("a signing key could not be written");
  return {bytes, static_cast<std::size_t>(size)};
}

}  // namespace

Person sealPerson(std::string_view key, const Pseudonym& pseudonym, std::string_view bsn) {
  Person out{};
  std::ranges::copy(pseudonym, out.begin());
  security::fillRandom(std::span(out).subspan(kIvAt, kIv));
  const Cipher context(EVP_CIPHER_CTX_new());
  int size = 0;
  const bool ok =
      bsn.size() == kDigits && context &&
      EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, unsignedView(key), &out[kIvAt]) == 1 &&
      EVP_EncryptUpdate(context.get(), nullptr, &size, pseudonym.data(),
                        static_cast<int>(pseudonym.size())) == 1 &&
      EVP_EncryptUpdate(context.get(), &out[kTextAt], &size, unsignedView(bsn), kDigits) == 1 &&
      EVP_EncryptFinal_ex(context.get(), &out[kTagAt], &size) == 1 &&
      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, kTag, &out[kTagAt]) == 1;
  if (!ok) throw AuditError("AES-256-GCM failed");
  return out;
}

std::optional<std::string> openPerson(std::string_view key, std::string_view person) {
  if (person.size() != kPersonBytes) return std::nullopt;
  Person bytes{};
  std::copy_n(unsignedView(person), bytes.size(), bytes.begin());
  const Cipher context(EVP_CIPHER_CTX_new());
  std::array<unsigned char, kDigits> text{};
  int size = 0;
  const bool ok =
      context &&
      EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, unsignedView(key), &bytes[kIvAt]) == 1 &&
      EVP_DecryptUpdate(context.get(), nullptr, &size, bytes.data(), static_cast<int>(kIvAt)) == 1 &&
      EVP_DecryptUpdate(context.get(), text.data(), &size, &bytes[kTextAt], kDigits) == 1 &&
      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, kTag, &bytes[kTagAt]) == 1 &&
      EVP_DecryptFinal_ex(context.get(), text.data() + kDigits, &size) == 1;
  if (!ok) return std::nullopt;
  return std::string(text.begin(), text.end());
}

std::filesystem::path publicKeyFile(const std::filesystem::path& folder) {
  return folder / "audit-handtekening.pub";
}

Verifier Verifier::read(const std::filesystem::path& file) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> in(std::fopen(file.c_str(), "re"), &std::fclose);
  if (!in) throw AuditError(file.string() + " kan niet worden gelezen");
  return Verifier(keyOf(PEM_read_PUBKEY(in.get(), nullptr, nullptr, nullptr), file));
}

bool Verifier::good(std::string_view message, std::string_view signature) const {
  const std::unique_ptr<EVP_MD_CTX, FreeDigest> context(EVP_MD_CTX_new());
  return context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key_.get()) == 1 &&
         EVP_DigestVerify(context.get(), unsignedView(signature), signature.size(), unsignedView(message),
                          message.size()) == 1;
}

Signer Signer::readOrCreate(const std::filesystem::path& folder) {
  const auto file = signingKeyFile(folder);
  std::error_code ignored;
  // Looked at first: another process may be making both.
  const bool known = std::filesystem::exists(publicKeyFile(folder), ignored);
  if (!std::filesystem::exists(file, ignored)) {
    if (known) lost(file);
    const auto fresh = keyOf(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), file);
    auto pem = pemOf(fresh.get(), true);
    createKeyFile(file, pem);
    OPENSSL_cleanse(pem.data(), pem.size());
  }
  auto signer = read(folder);
  if (!known) createKeyFile(publicKeyFile(folder), pemOf(signer.key_.get(), false));
  return signer;
}

Signer Signer::read(const std::filesystem::path& folder) {
  const auto file = signingKeyFile(folder);
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) lost(file);
  const auto content = security::readPrivateFile(file);
  if (!content) throw AuditError(content.error().text);
  const std::unique_ptr<BIO, FreeBio> in(
      BIO_new_mem_buf(content->reveal().data(), static_cast<int>(content->reveal().size())));
  return Signer(keyOf(PEM_read_bio_PrivateKey(in.get(), nullptr, nullptr, nullptr), file));
}

Signature Signer::sign(std::string_view message) const {
  const std::unique_ptr<EVP_MD_CTX, FreeDigest> context(EVP_MD_CTX_new());
  Signature out{};
  std::size_t size = out.size();
  if (!context || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_.get()) != 1 ||
      EVP_DigestSign(context.get(), out.data(), &size, unsignedView(message), message.size()) != 1)
    throw AuditError("Ed25519 failed");
  return out;
}

}  // namespace cvsgw::audit
