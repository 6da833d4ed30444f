// Whether bytes are UTF-8 text that XML 1.0 may hold. libxml2 also reads UTF-16 and gSOAP also reads broken
// UTF-8, so the gateway decides this itself, before any parser sees the message.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace cvsgw::xml {

/// What XML 1.0 (§ 2.3) calls white space.
inline constexpr std::string_view kSpace = " \t\r\n";

/// Where text stops being acceptable.
struct Utf8Flaw {
  size_t offset = 0;
  bool encoding = false;  ///< true: the bytes are not UTF-8; false: UTF-8 of a character that XML 1.0 forbids
};

/// The first flaw, or nothing. Refused as encoding: overlong forms, surrogates, values above U+10FFFF,
/// truncated sequences. Threading: pure function. Source: XML 1.0 § 2.2 (Char), RFC 3629.
std::optional<Utf8Flaw> findUtf8Flaw(std::string_view bytes);

/// XML 1.0 § 2.2: may this code point stand in a document, also as a numeric reference?
constexpr bool isXmlChar(uint32_t c) {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
         (c >= 0x10000 && c <= 0x10FFFF);
}

}  // namespace cvsgw::xml
