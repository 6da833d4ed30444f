// Bytes as text, for the files that answers carry and for signatures.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cvsgw::security {

/// Base64 with padding, on one line (RFC 4648 § 4; xs:base64Binary). Threading: any thread.
std::string base64(std::string_view bytes);

/// The bytes of a text that base64() could have made; nothing for any other spelling, such as white space, a
/// letter of another alphabet, missing padding or bits that say nothing but are set. So every change of a
/// text is a change of its bytes or a refusal. Threading: any thread.
std::optional<std::string> fromBase64(std::string_view text);

/// Without the white space of XML, which xs:base64Binary may have anywhere.
std::string withoutSpace(std::string_view text);

}  // namespace cvsgw::security
