#include "gateway/limits/source.hpp"

#include <algorithm>
#include <array>

#include <arpa/inet.h>

namespace cvsgw::limits {
namespace {

constexpr std::array<unsigned char, 12> kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

}  // namespace

std::string sourceOf(std::string_view remoteAddress) {
  if (remoteAddress.find(':') == std::string_view::npos) return std::string(remoteAddress);
  // A scope (fe80::1%eth0) is of this machine, not of the caller.
  const std::string address(remoteAddress.substr(0, remoteAddress.find('%')));
  std::array<unsigned char, 16> bytes{};
  if (inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return std::string(remoteAddress);
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (std::equal(kMapped.begin(), kMapped.end(), bytes.begin())) {
    inet_ntop(AF_INET, bytes.data() + kMapped.size(), text.data(), text.size());
    return text.data();
  }
  std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
  inet_ntop(AF_INET6, bytes.data(), text.data(), text.size());
  return std::string(text.data()) + "/64";
}

}  // namespace cvsgw::limits
