#include "gateway/security/base64.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <stdexcept>

namespace cvsgw::security {

std::string base64(std::string_view bytes) {
  // OpenSSL counts in int; no message carries that much.
  constexpr std::size_t kMost = 1U << 30U;
  if (bytes.size() > kMost) throw std::length_error("too much for one base64 text");
  std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');  // and the terminator that OpenSSL writes
  const int length =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                      reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(length));
  return text;
}

std::optional<std::string> fromBase64(std::string_view text) {
  constexpr std::size_t kMost = 1U << 30U;
  if (text.size() % 4 != 0 || text.size() > kMost) return std::nullopt;
  std::string bytes(text.size() / 4 * 3, '\0');
  const int length =
      EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                      reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
  if (length < 0) return std::nullopt;
  // OpenSSL counts the bytes that padding stands for.
  const std::size_t padding = text.size() - std::min(text.find_last_not_of('=') + 1, text.size());
  if (padding > 2 || padding > static_cast<std::size_t>(length)) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(length) - padding);
  // It also takes spellings that base64() does not make.
  if (base64(bytes) != text) return std::nullopt;
  return bytes;
}

std::string withoutSpace(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  for (const char c : text) {
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') kept.push_back(c);
  }
  return kept;
}

}  // namespace cvsgw::security
