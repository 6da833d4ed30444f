// The Body of an answer, encrypted to the certificate of the request.
#pragma once

#include <string>
#include <string_view>

#include "gateway/domain/fault.hpp"
#include "gateway/security/encryption/names.hpp"
#include "gateway/security/signature/signer_trust.hpp"

namespace cvsgw::security::encryption {

/// Whom an answer is for, and with which algorithms: those of his request.
struct Recipient {
  signature::Signer signer;
  Algorithms algorithms;
};

/// Refuses a certificate whose keyUsage does not let it encrypt keys: the answer
/// could not be encrypted to it (WB012). Threading: pure function.
Outcome<Recipient> recipientOf(const signature::Signer& signer, Algorithms algorithms);

struct SealedContent {
  std::string encryptedKey;   ///< a child of wsse:Security, which declares `wsse`
  std::string encryptedData;  ///< the whole content of the Body
};

/// A new key for each answer. Throws std::runtime_error when OpenSSL fails. Threading: any. Sources:
/// Digikoppeling WB012; WSS X.509 Token Profile 1.1 § 3.2 (thumbprint); security.md R57-R59.
SealedContent seal(std::string_view content, const Recipient& recipient);

}  // namespace cvsgw::security::encryption
