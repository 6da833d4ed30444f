// SHA-256 for records, bodies and the chain.
#pragma once

#include <initializer_list>
#include <string_view>

#include "gateway/audit/bytes.hpp"

namespace cvsgw::audit {

/// Of the parts one after another. Throws std::runtime_error when OpenSSL has none. Threading: any thread;
/// each keeps a context, since fetching one costs more than a short digest.
Digest sha256(std::initializer_list<std::string_view> parts);
inline Digest sha256(std::string_view text) {
  return sha256({text});
}

std::string hex(std::string_view bytes);
template <std::size_t N>
std::string hex(const Bytes<N>& bytes) {
  return hex(view(bytes));
}
/// False when `text` is not exactly two lower-case hexadecimal digits for each byte.
bool fromHex(std::string_view text, std::uint8_t* out, std::size_t size);
template <std::size_t N>
bool fromHex(std::string_view text, Bytes<N>& out) {
  return fromHex(text, out.data(), N);
}

}  // namespace cvsgw::audit
