// Bytes as hexadecimal text: one writer and one reader for the whole gateway.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace cvsgw {

/// Two lower-case digits for each byte. Threading: pure functions.
std::string toHex(std::span<const std::uint8_t> bytes);
/// False when `text` is not exactly two lower-case digits for each byte of `out`.
bool fromHex(std::string_view text, std::span<std::uint8_t> out);

}  // namespace cvsgw
