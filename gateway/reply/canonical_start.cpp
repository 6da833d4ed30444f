#include "gateway/reply/canonical_start.hpp"

#include <string_view>

namespace cvsgw::reply {

std::string withSortedDeclarations(std::string body) {
  constexpr std::string_view kDeclaration = " xmlns:";
  const std::size_t end = body.find('>');
  const std::size_t first = body.find(kDeclaration);
  if (end == std::string::npos || first >= end) return body;
  const std::size_t second = body.find(kDeclaration, first + 1);
  if (second >= end) return body;
  const std::string one = body.substr(first, second - first);
  const std::string two = body.substr(second, end - second);
  if (one.substr(0, one.find('=')) <= two.substr(0, two.find('='))) return body;
  return body.replace(first, end - first, two + one);
}

}  // namespace cvsgw::reply
