// The Security header of a signed request, read by position before anything is computed.
#pragma once

#include <string>
#include <vector>

#include "gateway/domain/date.hpp"
#include "gateway/domain/fault.hpp"
#include "gateway/xml/envelope.hpp"

namespace cvsgw::security::signature {

/// How much a signed request may hold of what costs time.
inline constexpr std::size_t kMostReferences = 12;
inline constexpr std::size_t kLongestCertificate = 8192;  ///< bytes of DER
inline constexpr std::size_t kLongestSignature = 512;     ///< bytes: RSA with 4096 bits

/// What the header holds, each thing at the one place where it may stand. Nothing of it is verified yet.
struct Structure {
  xml::Element signature;             ///< ds:Signature
  std::string certificate;            ///< DER of the BinarySecurityToken that the signature points to
  std::string signatureValue;         ///< base64 without white space
  std::vector<xml::Element> targets;  ///< the element that each ds:Reference names, in their order
};

/// Refuses with securityHeaderMissing, telling what is not as prescribed, whatever is not exactly this:
/// one wsse:Security for us and none for others; in it one wsu:Timestamp, one wsse:BinarySecurityToken with
/// one X.509v3 certificate, and one ds:Signature, in any order, and nothing else. Exclusive C14N without
/// comments everywhere and no other transform, with PrefixLists of different prefixes which together, times
/// the elements of the envelope, cost at most 100,000 look-ups; RSA with SHA-256, -384 or -512; digests of
/// the same; KeyInfo with a direct reference to that token. Each ds:Reference is `#` and the wsu:Id of the
/// Body, a WS-Addressing header, the Timestamp or the token, none twice, at most kMostReferences; Body,
/// Timestamp and all WS-Addressing headers are among them. All Ids of the envelope are different and plain
/// names; there are no comments and no xml: attributes. Base64 is in its only canonical spelling. Created
/// within kClockSkew of `now` on both sides, Expires (optional) not before Created nor longer ago than
/// kClockSkew, both in UTC. Makes exactly the referenced elements findable by their Id, so it can be called
/// once for an Envelope. Sources: Digikoppeling WB001-WB010, SIGN001-004; BSP 1.1; security.md R50-R54,
/// A19-A22, A24. Threading: as the Envelope.
Outcome<Structure> readStructure(const xml::Envelope& envelope, Moment now);

/// The text of ds:SignatureValue where a signed request has it, without refusing anything; empty when it is
/// not there or no base64. For the SignatureConfirmation of a fault.
std::string peekSignatureValue(const xml::Envelope& envelope);

}  // namespace cvsgw::security::signature
