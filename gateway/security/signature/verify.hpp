// A signed request: who signed it, and that what he signed is what is processed.
#pragma once

#include <span>
#include <string>

#include "gateway/security/signature/refusal.hpp"
#include "gateway/security/signature/signer_trust.hpp"
#include "gateway/xml/envelope.hpp"

namespace cvsgw::security::signature {

struct VerifyOptions {
  const SignerTrust& trust;
  Oin connection;                ///< of the certificate that the connection was made with
  std::span<const Oin> alsoFor;  ///< whose signed messages that connection may bring, besides its own
  Moment now;                    ///< the wall clock
};

/// What is known of a request whose signature holds. Only verify() can make one.
class Verified {
 public:
  const Signer& signer() const { return signer_; }
  /// Base64 as in the request, without white space: for SignatureConfirmation (WB014).
  const std::string& signatureValue() const { return signatureValue_; }

 private:
  friend Checked<Verified> verify(const xml::Envelope& envelope, const VerifyOptions& options);
  Verified(Signer signer, std::string signatureValue)
      : signer_(std::move(signer)), signatureValue_(std::move(signatureValue)) {}
  Signer signer_;
  std::string signatureValue_;
};

/// Cheapest first: the structure, the signer's certificate and OIN (kInvalidSecurityToken), and only then
/// digests and signature (kFailedCheck). When it succeeds, the Body, all WS-Addressing headers
/// and the Timestamp at their positions in this very Envelope are what was signed; later steps look at that
/// Envelope and at nothing else (security.md A20). Once for an Envelope. A request that was recorded and is
/// sent again within the time that its Timestamp gives passes: see
/// docs/decisions/xmlsec1-verifies-what-was-found-by-position.md. Threading: as the Envelope. Source:
/// Digikoppeling WB013; security.md R52-R55.
Checked<Verified> verify(const xml::Envelope& envelope, const VerifyOptions& options);

}  // namespace cvsgw::security::signature
