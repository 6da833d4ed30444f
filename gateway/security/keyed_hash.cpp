#include "gateway/security/keyed_hash.hpp"

#include <bit>

#include "gateway/security/keys/random.hpp"

namespace cvsgw::security {
namespace {

std::uint64_t littleEndian(const unsigned char* bytes, std::size_t count) {
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < count; ++i) word |= std::uint64_t{bytes[i]} << (8 * i);
  return word;
}

std::array<std::uint8_t, 16> randomKey() {
  std::array<std::uint8_t, 16> key{};
  fillRandom(key);
  return key;
}

struct State {
  std::uint64_t a, b, c, d;

  void round() {
    a += b;
    b = std::rotl(b, 13) ^ a;
    a = std::rotl(a, 32);
    c += d;
    d = std::rotl(d, 16) ^ c;
    a += d;
    d = std::rotl(d, 21) ^ a;
    c += b;
    b = std::rotl(b, 17) ^ c;
    c = std::rotl(c, 32);
  }
  void take(std::uint64_t word) {
    d ^= word;
    round();
    round();
    a ^= word;
  }
};

}  // namespace

KeyedHash::KeyedHash() : KeyedHash(randomKey()) {}

KeyedHash::KeyedHash(const std::array<std::uint8_t, 16>& key)
    : k0_(littleEndian(key.data(), 8)), k1_(littleEndian(key.data() + 8, 8)) {}

std::uint64_t KeyedHash::operator()(std::string_view bytes) const {
  State state{k0_ ^ 0x736f6d6570736575U, k1_ ^ 0x646f72616e646f6dU, k0_ ^ 0x6c7967656e657261U,
              k1_ ^ 0x7465646279746573U};
  const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
  std::size_t left = bytes.size();
  for (; left >= 8; left -= 8, at += 8) state.take(littleEndian(at, 8));
  state.take(littleEndian(at, left) | (std::uint64_t{bytes.size()} << 56U));
  state.c ^= 0xffU;
  for (int i = 0; i < 4; ++i) state.round();
  return state.a ^ state.b ^ state.c ^ state.d;
}

std::uint64_t KeyedHash::operator()(std::string_view first, std::string_view second) const {
  // The second under a key that the first has turned: no text is the pair of two ways to cut it.
  KeyedHash turned(*this);
  turned.k0_ ^= (*this)(first);
  return turned(second);
}

}  // namespace cvsgw::security
