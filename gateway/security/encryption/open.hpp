// An encrypted request: its Body made readable, and the whole read again from the beginning.
#pragma once

#include <openssl/evp.h>

#include <memory>
#include <span>

#include "gateway/security/encryption/names.hpp"
#include "gateway/security/signature/refusal.hpp"
#include "gateway/xml/byte_gate.hpp"
#include "gateway/xml/envelope.hpp"

namespace cvsgw::security::encryption {

struct Opened {
  xml::Envelope envelope;  ///< as it was before it was encrypted: one Security header less its EncryptedKey
  Algorithms algorithms;
};

/// Expects, by position, one xenc:EncryptedKey in the one wsse:Security for us, and one xenc:EncryptedData of
/// Type Content as the whole content of the Body, which the key's only DataReference names; AES-GCM and
/// RSA-OAEP, to one of our `keys`, which are tried in that order. What comes out of it takes the place of the
/// EncryptedData in the text, and that text goes through byte gate, parser and envelope as if it had come in
/// so: whatever the plaintext holds, what is verified and processed afterwards is one message that keeps all
/// limits. Every failure, of form, key, data or of what was in it, is the one fault kFailedCheck; only the
/// log tells them apart. Threading: as the Envelope. Sources: Digikoppeling WB005, WB006, WB008, ENC001-004;
/// security.md R57, R58, A23.
Checked<Opened> open(xml::Envelope sealed, std::span<const std::shared_ptr<EVP_PKEY>> keys,
                     const xml::Limits& limits);

/// The same fault for what a later step found wrong with an encrypted request: its reason moves to the log.
Refusal asOneFault(Fault found);

}  // namespace cvsgw::security::encryption
