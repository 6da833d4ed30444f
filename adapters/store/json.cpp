#include "adapters/store/json.hpp"

#include <array>

namespace cvsgw::store {

std::string versieOf(std::string_view json) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : json) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  constexpr std::array kHex = {'0', '1', '2', '3', '4', '5', '6', '7',
                               '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
  std::string out(16, '0');
  for (size_t i = 16; i-- > 0; hash >>= 4) out[i] = kHex[hash & 15];
  return out;
}

}  // namespace cvsgw::store
