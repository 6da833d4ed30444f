#include "gateway/domain/base64.hpp"

namespace cvsgw {

std::string base64(std::string_view bytes) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out((bytes.size() + 2) / 3 * 4, '=');
  char* to = out.data();
  const auto* from = reinterpret_cast<const unsigned char*>(bytes.data());
  size_t left = bytes.size();
  for (; left >= 3; left -= 3, from += 3) {
    const unsigned group = unsigned{from[0]} << 16 | unsigned{from[1]} << 8 | from[2];
    for (const int shift : {18, 12, 6, 0}) *to++ = kAlphabet[group >> shift & 63];
  }
  if (left == 0) return out;
  const unsigned group = unsigned{from[0]} << 16 | (left == 2 ? unsigned{from[1]} << 8 : 0);
  *to++ = kAlphabet[group >> 18 & 63];
  *to++ = kAlphabet[group >> 12 & 63];
  if (left == 2) *to = kAlphabet[group >> 6 & 63];
  return out;
}

}  // namespace cvsgw
