#include "gateway/xml/utf8.hpp"

#include <cstring>

namespace cvsgw::xml {
namespace {

// True when the eight bytes are all ASCII from space on, which is the bulk of every message. A borrow can
// only make this false where it could be true, never the other way round, so a miss costs time and no
// correctness.
bool eightPlainBytes(const char* at) {
  uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  constexpr uint64_t kHigh = 0x8080808080808080U;
  constexpr uint64_t kSpaces = 0x2020202020202020U;
  return ((word | (word - kSpaces)) & kHigh) == 0;
}

struct Sequence {
  size_t length = 0;  // 0: not UTF-8
  uint32_t codePoint = 0;
};

Sequence decode(std::string_view bytes, size_t at) {
  const auto byte = [&](size_t i) { return static_cast<uint32_t>(static_cast<unsigned char>(bytes[i])); };
  const uint32_t lead = byte(at);
  if (lead < 0x80) return {1, lead};
  size_t length = 0;
  uint32_t value = 0;
  uint32_t smallest = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2, value = lead & 0x1F, smallest = 0x80;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3, value = lead & 0x0F, smallest = 0x800;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4, value = lead & 0x07, smallest = 0x10000;
  } else {
    return {};
  }
  if (bytes.size() - at < length) return {};
  for (size_t i = 1; i < length; ++i) {
    const uint32_t next = byte(at + i);
    if ((next & 0xC0) != 0x80) return {};
    value = (value << 6) | (next & 0x3F);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < smallest || value > 0x10FFFF || surrogate) return {};
  return {length, value};
}

}  // namespace

std::optional<Utf8Flaw> findUtf8Flaw(std::string_view bytes) {
  size_t at = 0;
  while (at < bytes.size()) {
    if (bytes.size() - at >= 8 && eightPlainBytes(bytes.data() + at)) {
      at += 8;
      continue;
    }
    const Sequence sequence = decode(bytes, at);
    if (sequence.length == 0) return Utf8Flaw{at, true};
    if (!isXmlChar(sequence.codePoint)) return Utf8Flaw{at, false};
    at += sequence.length;
  }
  return std::nullopt;
}

}  // namespace cvsgw::xml
