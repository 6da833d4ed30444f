#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <stdexcept>

#include "gateway/security/signature/test_pki.hpp"

namespace cvsgw::security::signature {
namespace {

constexpr long kRevokedSerial = 999;

std::shared_ptr<EVP_PKEY> own(EVP_PKEY* key) {
  if (key == nullptr) throw std::runtime_error("no key");
  return {key, EVP_PKEY_free};
}

void set(ASN1_TIME* time, std::chrono::hours fromNoon) {
  ASN1_TIME_set(time, std::chrono::system_clock::to_time_t(kNoon + fromNoon));
}

void extend(X509& certificate, X509& issuer, int nid, const char* value) {
  if (value == nullptr) return;
  X509V3_CTX context;
  X509V3_set_ctx(&context, &issuer, &certificate, nullptr, nullptr, 0);
  const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension(
      X509V3_EXT_conf_nid(nullptr, &context, nid, value), X509_EXTENSION_free);
  if (!extension) throw std::runtime_error("no extension");
  X509_add_ext(&certificate, extension.get(), -1);
}

void name(X509_NAME* of, const char* field, int type, const std::string& value) {
  X509_NAME_add_entry_by_txt(of, field, type, reinterpret_cast<const unsigned char*>(value.data()),
                             static_cast<int>(value.size()), -1, 0);
}

std::shared_ptr<X509> start(const std::string& commonName, long serial, EVP_PKEY* key) {
  std::shared_ptr<X509> made(X509_new(), X509_free);
  X509_set_version(made.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(made.get()), serial);
  name(X509_get_subject_name(made.get()), "CN", MBSTRING_UTF8, commonName);
  X509_set_pubkey(made.get(), key);
  set(X509_getm_notBefore(made.get()), std::chrono::hours{-24});
  set(X509_getm_notAfter(made.get()), std::chrono::hours{24});
  return made;
}

std::shared_ptr<X509> authority(const std::string& commonName, EVP_PKEY* key, X509* issuer,
                                EVP_PKEY* issuerKey) {
  auto made = start(commonName, 1, key);
  X509* by = issuer == nullptr ? made.get() : issuer;
  X509_set_issuer_name(made.get(), X509_get_subject_name(by));
  extend(*made, *by, NID_basic_constraints, "critical,CA:TRUE");
  extend(*made, *by, NID_key_usage, "critical,keyCertSign,cRLSign");
  extend(*made, *by, NID_subject_key_identifier, "hash");
  extend(*made, *by, NID_authority_key_identifier, "keyid:always");
  X509_sign(made.get(), issuerKey, EVP_sha256());
  return made;
}

std::shared_ptr<X509_CRL> list(X509& issuer, EVP_PKEY* key, std::chrono::hours until) {
  std::shared_ptr<X509_CRL> made(X509_CRL_new(), X509_CRL_free);
  X509_CRL_set_version(made.get(), 1);
  X509_CRL_set_issuer_name(made.get(), X509_get_subject_name(&issuer));
  const std::unique_ptr<ASN1_TIME, decltype(&ASN1_TIME_free)> time(ASN1_TIME_new(), ASN1_TIME_free);
  set(time.get(), std::chrono::hours{-48});
  X509_CRL_set1_lastUpdate(made.get(), time.get());
  X509_REVOKED* entry = X509_REVOKED_new();
  X509_REVOKED_set_revocationDate(entry, time.get());
  set(time.get(), until);
  X509_CRL_set1_nextUpdate(made.get(), time.get());
  const std::unique_ptr<ASN1_INTEGER, decltype(&ASN1_INTEGER_free)> serial(ASN1_INTEGER_new(),
                                                                           ASN1_INTEGER_free);
  ASN1_INTEGER_set(serial.get(), kRevokedSerial);
  X509_REVOKED_set_serialNumber(entry, serial.get());
  X509_CRL_add0_revoked(made.get(), entry);
  X509V3_CTX context;
  X509V3_set_ctx(&context, &issuer, nullptr, nullptr, made.get(), 0);
  const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension(
      X509V3_EXT_conf_nid(nullptr, &context, NID_authority_key_identifier, "keyid:always"),
      X509_EXTENSION_free);
  if (!extension) throw std::runtime_error("no extension of a CRL");
  X509_CRL_add_ext(made.get(), extension.get(), -1);
  X509_CRL_add1_ext_i2d(made.get(), NID_crl_number, serial.get(), 0, 0);
  X509_CRL_sign(made.get(), key, EVP_sha256());
  return made;
}

}  // namespace

std::optional<std::string> testOin(const X509& certificate) {
  const X509_NAME* subject = X509_get_subject_name(&certificate);
  const int at = X509_NAME_get_index_by_NID(subject, NID_serialNumber, -1);
  if (at < 0) return std::nullopt;
  const ASN1_STRING* value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at));
  return std::string(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)),
                     static_cast<std::size_t>(ASN1_STRING_length(value)));
}

TestPki::TestPki()
    : rootKey_(own(EVP_EC_gen("P-256"))),
      issuerKey_(own(EVP_EC_gen("P-256"))),
      strangerKey_(own(EVP_EC_gen("P-256"))),
      root_(authority("Test Root", rootKey_.get(), nullptr, rootKey_.get())),
      issuer_(authority("Test Issuer", issuerKey_.get(), root_.get(), rootKey_.get())) {}

const TestPki& TestPki::instance() {
  static const TestPki pki;
  return pki;
}

std::shared_ptr<EVP_PKEY> TestPki::rsaKey() {
  static const auto key = own(EVP_RSA_gen(2048));
  return key;
}

std::shared_ptr<EVP_PKEY> TestPki::publicKey(int bits, unsigned exponent) {
  const std::unique_ptr<BIGNUM, decltype(&BN_free)> n(BN_new(), BN_free), e(BN_new(), BN_free);
  BN_rand(n.get(), bits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ODD);
  BN_set_word(e.get(), exponent);
  OSSL_PARAM_BLD* builder = OSSL_PARAM_BLD_new();
  OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_N, n.get());
  OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_E, e.get());
  OSSL_PARAM* parameters = OSSL_PARAM_BLD_to_param(builder);
  EVP_PKEY_CTX* context = EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr);
  EVP_PKEY* key = nullptr;
  EVP_PKEY_fromdata_init(context);
  EVP_PKEY_fromdata(context, &key, EVP_PKEY_PUBLIC_KEY, parameters);
  EVP_PKEY_CTX_free(context);
  OSSL_PARAM_free(parameters);
  OSSL_PARAM_BLD_free(builder);
  return own(key);
}

std::shared_ptr<X509> TestPki::issue(const Leaf& leaf) const {
  const auto key = leaf.key ? leaf.key : rsaKey();
  static long next = 1000;
  auto made = start("Test CVS", leaf.revoked ? kRevokedSerial : ++next, key.get());
  if (!leaf.serialNumber.empty())
    name(X509_get_subject_name(made.get()), "serialNumber", V_ASN1_PRINTABLESTRING, leaf.serialNumber);
  X509_set_issuer_name(made.get(), X509_get_subject_name(issuer_.get()));
  set(X509_getm_notBefore(made.get()), leaf.from);
  set(X509_getm_notAfter(made.get()), leaf.until);
  extend(*made, *issuer_, NID_basic_constraints, "CA:FALSE");
  extend(*made, *issuer_, NID_key_usage, leaf.keyUsage);
  extend(*made, *issuer_, NID_ext_key_usage, leaf.extendedKeyUsage);
  extend(*made, *issuer_, NID_subject_key_identifier, "hash");
  extend(*made, *issuer_, NID_authority_key_identifier, "keyid:always");
  X509_sign(made.get(), (leaf.byStranger ? strangerKey_ : issuerKey_).get(),
            leaf.sha1 ? EVP_sha1() : EVP_sha256());
  return made;
}

std::string TestPki::der(const X509& certificate) {
  unsigned char* bytes = nullptr;
  const int size = i2d_X509(&certificate, &bytes);
  std::string text(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  OPENSSL_free(bytes);
  return text;
}

std::shared_ptr<X509_STORE> TestPki::store(const Lists& lists) const {
  std::shared_ptr<X509_STORE> made(X509_STORE_new(), X509_STORE_free);
  X509_STORE_add_cert(made.get(), root_.get());
  X509_STORE_add_cert(made.get(), issuer_.get());
  if (lists.ofRoot)
    X509_STORE_add_crl(made.get(), list(*root_, rootKey_.get(), std::chrono::hours{24}).get());
  if (lists.ofIssuer) X509_STORE_add_crl(made.get(), list(*issuer_, issuerKey_.get(), lists.until).get());
  return made;
}

}  // namespace cvsgw::security::signature
