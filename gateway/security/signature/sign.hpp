// Signed answers: the envelope as text, with its Security header.
#pragma once

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "gateway/domain/date.hpp"
#include "gateway/security/addressing.hpp"
#include "gateway/security/encryption/seal.hpp"

namespace cvsgw::security::signature {

/// What an answer or a fault consists of.
struct AnswerParts {
  std::span<const AnswerHeader> headers;
  std::string_view body;            ///< the Body's content, in canonical form (see AnswerSigner)
  std::string_view bodyNamespaces;  ///< ` xmlns:wsse="…"` for a name in text; empty for an answer
  std::string_view confirmation;    ///< the request's SignatureValue; empty when it had none
  Moment now;                       ///< the wall clock
  const encryption::Recipient* recipient =
      nullptr;  ///< to whom the Body is encrypted once it is signed, if at all
};

/// Writes whole signed envelopes: RSA-SHA256 over Body, WS-Addressing headers, Timestamp and
/// SignatureConfirmation, the certificate as BinarySecurityToken with a direct reference. Each signed part is
/// written the way exclusive C14N would write it, so it is digested as it leaves, without a tree: names
/// are declared at the first use, prefixes in the order of the alphabet, no empty-element tags. The body has
/// to be so too, but for the prefixes `g`, `wsa` and `wsse`, which may be declared above their use; that
/// reply::writeBody() and the fault writer keep to this is tested with libxml2's C14N, xmlsec1 and WSS4J.
/// Threading: any number of threads at once. Sources: Digikoppeling WB002, WB004, WB007, WB010, WB014; WSS
/// 1.1 § 8.5 (security.md R56).
class AnswerSigner {
 public:
  /// Throws std::runtime_error when they do not belong together, or the key is not RSA with 2048 to 4096
  /// bits.
  AnswerSigner(const X509& certificate, EVP_PKEY& key);

  /// The envelope with its XML declaration. Throws std::runtime_error when OpenSSL fails.
  std::string envelope(const AnswerParts& parts) const;

 private:
  std::string token_;  // base64 of the DER
  std::shared_ptr<EVP_PKEY> key_;
};

}  // namespace cvsgw::security::signature
