// Bytes as the audit trail stores them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace cvsgw::audit {

template <std::size_t N>
using Bytes = std::array<std::uint8_t, N>;
/// SHA-256.
using Digest = Bytes<32>;
/// Takes the place of a person or a user: the first half of an HMAC-SHA-256.
using Pseudonym = Bytes<16>;

template <std::size_t N>
std::string_view view(const Bytes<N>& bytes) {
  return {static_cast<const char*>(static_cast<const void*>(bytes.data())), N};
}

/// Appends big-endian, most significant byte first.
template <class Number>
void appendNumber(std::string& out, Number number) {
  for (unsigned shift = 8 * sizeof(Number); shift > 0; shift -= 8)
    out.push_back(static_cast<char>((number >> (shift - 8)) & 0xff));
}

}  // namespace cvsgw::audit
