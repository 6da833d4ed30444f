#include "gateway/security/keys/random.hpp"

#include <array>
#include <stdexcept>
#include <vector>

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include "gateway/domain/hex.hpp"

namespace cvsgw::security {
namespace {

constexpr std::string_view kBase64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view kBase32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

}  // namespace

void fillRandom(std::span<std::uint8_t> bytes) {
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
    throw std::runtime_error("the random generator of OpenSSL failed");
}

std::string randomBase32(std::size_t count) {
  std::vector<std::uint8_t> bytes(count);
  fillRandom(bytes);
  std::string text;
  for (const std::uint8_t byte : bytes) text += kBase32[byte & 31U];
  return text;
}

std::string randomHex(std::size_t bytes) {
  std::vector<std::uint8_t> raw(bytes);
  fillRandom(raw);
  return toHex(raw);
}

Secret randomPassword() {
  std::array<std::uint8_t, 32> bytes{};
  fillRandom(bytes);
  std::string text;
  text.reserve(43);  // one allocation, so that no copy of a part stays behind
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (const std::uint8_t byte : bytes) {
    bits = (bits << 8U) | byte;
    for (held += 8; held >= 6; held -= 6) text += kBase64Url[(bits >> (held - 6U)) & 63U];
  }
  text += kBase64Url[(bits << (6U - held)) & 63U];
  OPENSSL_cleanse(bytes.data(), bytes.size());
  return Secret(std::move(text));
}

}  // namespace cvsgw::security
