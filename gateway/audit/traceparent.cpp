#include "gateway/audit/traceparent.hpp"

#include <algorithm>
#include <random>

#include "gateway/audit/digest.hpp"

namespace cvsgw::audit {
namespace {

constexpr std::size_t kLength = 55;  // 00-<32>-<16>-<2>

template <std::size_t N>
bool isZero(const Bytes<N>& bytes) {
  return std::ranges::all_of(bytes, [](std::uint8_t b) { return b == 0; });
}

std::optional<Trace> parse(std::string_view text) {
  Bytes<1> version{};
  Bytes<1> flags{};
  Trace trace;
  Bytes<8> parent{};
  const bool shape = text.size() >= kLength && text[2] == '-' && text[35] == '-' && text[52] == '-' &&
                     fromHex(text.substr(0, 2), version) && fromHex(text.substr(3, 32), trace.traceId) &&
                     fromHex(text.substr(36, 16), parent) && fromHex(text.substr(53, 2), flags);
  if (!shape || version[0] == 0xff || isZero(trace.traceId) || isZero(parent)) return std::nullopt;
  // Version 00 ends here; a later one may go on behind a hyphen.
  if (version[0] == 0 ? text.size() != kLength : text.size() > kLength && text[kLength] != '-')
    return std::nullopt;
  trace.parent = parent;
  return trace;
}

}  // namespace

void fillDistinct(std::uint8_t* out, std::size_t size) {
  thread_local std::mt19937_64 engine{std::random_device{}() ^ (std::uint64_t{std::random_device{}()} << 32)};
  for (std::size_t at = 0; at < size; ++at) {
    thread_local std::uint64_t bits = 0;
    bits = at % 8 == 0 ? engine() : bits >> 8;
    out[at] = static_cast<std::uint8_t>(bits);
  }
}

Trace traceOf(std::optional<std::string_view> traceparent) {
  Trace trace;
  std::optional<Trace> theirs;
  if (traceparent) theirs = parse(*traceparent);
  if (theirs)
    trace = *theirs;
  else
    trace.traceId = distinct<16>();
  trace.spanId = distinct<8>();
  return trace;
}

}  // namespace cvsgw::audit
