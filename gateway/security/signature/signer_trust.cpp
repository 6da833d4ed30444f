#include "gateway/security/signature/signer_trust.hpp"

#include <openssl/err.h>
#include <openssl/rsa.h>
#include <openssl/sha.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace cvsgw::security::signature {
namespace {

constexpr int kDepth = 4;

tl::unexpected<Fault> refused(std::string_view why) {
  ERR_clear_error();  // or this thread's next TLS connection takes it for its own
  return refuse(FaultKind::securityHeaderMissing, "Het certificaat van de ondertekenaar wordt niet aanvaard.",
                why);
}

template <auto Free>
struct Freer {
  template <class T>
  void operator()(T* object) const noexcept {
    Free(object);
  }
};
using StoreContext = std::unique_ptr<X509_STORE_CTX, Freer<X509_STORE_CTX_free>>;

std::shared_ptr<X509> readCertificate(std::string_view der) {
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  const auto* end = at + der.size();
  std::shared_ptr<X509> certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())), X509_free);
  return at == end ? certificate : nullptr;
}

std::optional<Moment> momentOf(const ASN1_TIME* time) {
  std::tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return std::nullopt;
  return std::chrono::time_point_cast<Moment::duration>(
      std::chrono::system_clock::from_time_t(timegm(&parts)));
}

// A public exponent of 3 invites forgeries where padding is checked badly; a huge one costs time.
std::string_view objectionToKey(EVP_PKEY* key) {
  if (key == nullptr || EVP_PKEY_base_id(key) != EVP_PKEY_RSA) return "the key is not RSA";
  const int bits = EVP_PKEY_bits(key);
  if (bits < 2048 || bits > 4096) return "the key has not 2048 to 4096 bits";
  BIGNUM* exponent = nullptr;
  if (EVP_PKEY_get_bn_param(key, "e", &exponent) != 1) return "the key has no exponent";
  const int size = BN_num_bits(exponent);
  BN_free(exponent);
  return size < 17 || size > 32 ? "the key's exponent is not of 17 to 32 bits" : "";
}

std::string_view objectionToUse(X509& certificate) {
  if (X509_check_ca(&certificate) != 0) return "it is an authority's certificate";
  if ((X509_get_extension_flags(&certificate) & EXFLAG_KUSAGE) == 0 ||
      (X509_get_key_usage(&certificate) & KU_DIGITAL_SIGNATURE) == 0)
    return "its keyUsage has no digitalSignature";
  if ((X509_get_extension_flags(&certificate) & EXFLAG_XKUSAGE) == 0 ||
      (X509_get_extended_key_usage(&certificate) & XKU_SSL_CLIENT) == 0)
    return "its extendedKeyUsage has no clientAuth";
  return {};
}

// The first end of a certificate or CRL in the chain.
std::optional<Moment> endOf(X509_STORE_CTX* context) {
  std::optional<Moment> end;
  const auto atMost = [&](const ASN1_TIME* time) {
    const auto moment = momentOf(time);
    if (moment && (!end || *moment < *end)) end = moment;
  };
  const STACK_OF(X509)* chain = X509_STORE_CTX_get0_chain(context);
  for (int i = 0; i < sk_X509_num(chain); ++i) {
    const X509* certificate = sk_X509_value(chain, i);
    atMost(X509_get0_notAfter(certificate));
    STACK_OF(X509_CRL)* lists = X509_STORE_CTX_get1_crls(context, X509_get_issuer_name(certificate));
    for (int k = 0; k < sk_X509_CRL_num(lists); ++k)
      atMost(X509_CRL_get0_nextUpdate(sk_X509_CRL_value(lists, k)));
    sk_X509_CRL_pop_free(lists, X509_CRL_free);
  }
  return end;
}

}  // namespace

SignerTrust::SignerTrust(std::shared_ptr<X509_STORE> store, OinReader oinReader)
    : store_(std::move(store)), oinReader_(std::move(oinReader)) {}

Outcome<SignerTrust::Known> SignerTrust::examine(std::string_view der, Moment now) const {
  auto certificate = readCertificate(der);
  if (!certificate) return refused("the token is no certificate");
  // Before the chain: what a costly key or none of ours would make OpenSSL do.
  std::shared_ptr<EVP_PKEY> key(X509_get_pubkey(certificate.get()), EVP_PKEY_free);
  if (const auto why = objectionToKey(key.get()); !why.empty()) return refused(why);
  if (const auto why = objectionToUse(*certificate); !why.empty()) return refused(why);
  const auto text = oinReader_(*certificate);
  const auto oin = text ? Oin::parse(*text) : std::nullopt;
  if (!oin) return refused("it carries no OIN");

  const StoreContext context(X509_STORE_CTX_new());
  if (!context || X509_STORE_CTX_init(context.get(), store_.get(), certificate.get(), nullptr) != 1)
    return refuse(FaultKind::internal, {}, "no memory to check a certificate");
  X509_VERIFY_PARAM* rules = X509_STORE_CTX_get0_param(context.get());
  X509_VERIFY_PARAM_set_flags(rules,
                              X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL | X509_V_FLAG_X509_STRICT);
  X509_VERIFY_PARAM_set_depth(rules, kDepth);
  X509_VERIFY_PARAM_set_auth_level(rules, 2);  // no SHA-1, no short keys, anywhere in the chain
  X509_VERIFY_PARAM_set_purpose(rules, X509_PURPOSE_SSL_CLIENT);
  X509_VERIFY_PARAM_set_time(rules, std::chrono::system_clock::to_time_t(now));
  if (X509_verify_cert(context.get()) != 1) {
    return refused(X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get())));
  }
  const auto end = endOf(context.get());
  return Known{{std::move(certificate), std::move(key), *oin}, now, end.value_or(now)};
}

Outcome<Signer> SignerTrust::check(std::string_view der, Moment now) const {
  Digest digest{};
  SHA256(reinterpret_cast<const unsigned char*>(der.data()), der.size(), digest.data());
  {
    const std::lock_guard lock(mutex_);
    const auto found = known_.find(digest);
    if (found != known_.end() && found->second.from <= now && now < found->second.until)
      return found->second.signer;
  }
  auto examined = examine(der, now);
  if (!examined) return tl::unexpected(std::move(examined.error()));
  const std::lock_guard lock(mutex_);
  if (known_.size() >= kMostKnown) known_.clear();
  known_.insert_or_assign(digest, *examined);
  return examined->signer;
}

}  // namespace cvsgw::security::signature
