#include "gateway/security/signature/verify.hpp"

#include <algorithm>

#include "gateway/security/signature/structure.hpp"
#include "gateway/security/signature/xmlsec.hpp"

namespace cvsgw::security::signature {

Outcome<Verified> verify(const xml::Envelope& envelope, const VerifyOptions& options) {
  auto structure = readStructure(envelope, options.now);
  if (!structure) return tl::unexpected(std::move(structure.error()));
  auto signer = options.trust.check(structure->certificate, options.now);
  if (!signer) return tl::unexpected(std::move(signer.error()));
  const bool expected =
      signer->oin == options.connection ||
      std::find(options.alsoFor.begin(), options.alsoFor.end(), signer->oin) != options.alsoFor.end();
  if (!expected) {
    return refuse(FaultKind::signerRefused, "Het OIN is een ander dan dat van de verbinding.",
                  "the signer's OIN is not the connection's");
  }
  const std::string objection = objectionTo(structure->signature, *signer->key, structure->targets);
  if (!objection.empty()) return refuse(FaultKind::signatureInvalid, {}, objection);
  return Verified(*std::move(signer), std::move(structure->signatureValue));
}

}  // namespace cvsgw::security::signature
