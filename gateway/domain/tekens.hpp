// Lengths of texts as people and XML Schema count them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace cvsgw {

/// Characters (code points) of a text that is UTF-8, as all texts of a request are: not its bytes.
inline std::size_t aantalTekens(std::string_view utf8) {
  return static_cast<std::size_t>(std::ranges::count_if(
      utf8, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

/// Whether there is nothing in it but space.
inline bool isLeeg(std::string_view utf8) {
  return utf8.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace cvsgw
