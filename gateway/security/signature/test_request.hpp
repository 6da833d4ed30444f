// For tests of this room: signed requests, and the same with something wrong in them.
#pragma once

#include <string>
#include <vector>

#include "gateway/security/signature/test_pki.hpp"
#include "gateway/security/signature/verify.hpp"

namespace cvsgw::security::signature {

/// `text` with the first `from` replaced; throws when there is none, so that no case tests nothing.
std::string with(std::string text, const std::string& from, const std::string& to);

/// A ds:Reference to an Id, its digest still to be computed: `bits` 1 (SHA-1), 256, 384 or 512.
std::string reference(const std::string& id, int bits = 256);

/// A request in the style of a toolkit, not signed yet. Ids: body, to, action, message, time, token.
std::string unsignedRequest(const std::vector<std::string>& referenced = {"body", "to", "action", "message",
                                                                          "time"});

/// Puts in the certificate, the digests and the signature. Each reference is digested as its transform says:
/// exclusive C14N with its PrefixList, of the first element with that Id. Computed with libxml2 and OpenSSL,
/// without this room's code.
std::string sign(std::string text, const X509& certificate, EVP_PKEY& key,
                 const EVP_MD* method = EVP_sha256());
/// With an ordinary certificate.
std::string sign(std::string text);

xml::Envelope open(const std::string& text);

/// verify() at kNoon, over a connection of kOin. Throws when the text is no envelope.
Checked<Verified> check(const std::string& text, Moment now = kNoon);
/// What the caller is told; "accepted" when it passes.
std::string told(const Checked<Verified>& outcome);

}  // namespace cvsgw::security::signature
