// W3C Trace Context: where a processing stands in a chain of processings of several systems.
#pragma once

#include <optional>
#include <string_view>

#include "gateway/audit/bytes.hpp"

namespace cvsgw::audit {

struct Trace {
  Bytes<16> traceId{};
  Bytes<8> spanId{};               ///< ours, always fresh
  std::optional<Bytes<8>> parent;  ///< the caller's
};

/// The caller's trace when its header is well-formed (version 00 or a later one that begins the same), else a
/// new one. It tells how records belong together and is trusted for nothing. Threading: any thread.
Trace traceOf(std::optional<std::string_view> traceparent);

/// Bytes to tell things apart, not to keep secrets by.
void fillDistinct(std::uint8_t* out, std::size_t size);
template <std::size_t N>
Bytes<N> distinct() {
  Bytes<N> out{};
  fillDistinct(out.data(), N);
  return out;
}

}  // namespace cvsgw::audit
