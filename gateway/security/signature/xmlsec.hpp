// XML Signature by xmlsec1. The only file that includes it.
#pragma once

#include <openssl/evp.h>

#include <string>
#include <vector>

#include "gateway/xml/element.hpp"

namespace cvsgw::security::signature {

/// Empty when the signature holds: the digest of each of `targets`, which its references name in this order,
/// is the one in ds:SignedInfo, and that is signed with the key; otherwise a reason for the log. `signature`
/// has passed readStructure(); that this finds other elements or allows other algorithms than were checked
/// there is refused here once more. What was digested has to begin with the start tag of its target, so a
/// canonical form that came out empty is never taken for one. Threading: any thread; the tree belongs to the
/// caller. Source: XML Signature 1.1 § 3.2; security.md 4.2, A21.
std::string objectionTo(const xml::Element& signature, EVP_PKEY& key,
                        const std::vector<xml::Element>& targets);

}  // namespace cvsgw::security::signature
