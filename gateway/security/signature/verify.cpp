#include "gateway/security/signature/verify.hpp"

#include <algorithm>

#include "gateway/security/signature/structure.hpp"
#include "gateway/security/signature/xmlsec.hpp"

namespace cvsgw::security::signature {

Checked<Verified> verify(const xml::Envelope& envelope, const VerifyOptions& options) {
  const auto refused = [](Fault fault, std::string_view faultcode) {
    return tl::unexpected(Refusal{std::move(fault), faultcode});
  };
  auto structure = readStructure(envelope, options.now);
  if (!structure) return refused(std::move(structure.error()), {});
  auto signer = options.trust.check(structure->certificate, options.now);
  if (!signer) return refused(std::move(signer.error()), kInvalidSecurityToken);
  const bool expected =
      signer->oin == options.connection ||
      std::find(options.alsoFor.begin(), options.alsoFor.end(), signer->oin) != options.alsoFor.end();
  if (!expected) {
    return refused(refuse(FaultKind::securityHeaderMissing,
                          "Het OIN van de ondertekenaar is een ander dan dat van de verbinding.",
                          "the signer's OIN is not the connection's")
                       .value(),
                   kInvalidSecurityToken);
  }
  const std::string objection = objectionTo(structure->signature, *signer->key, structure->targets);
  if (!objection.empty()) {
    return refused(
        refuse(FaultKind::securityHeaderMissing, "De handtekening hoort niet bij dit bericht.", objection)
            .value(),
        kFailedCheck);
  }
  return Verified(*std::move(signer), std::move(structure->signatureValue));
}

}  // namespace cvsgw::security::signature
