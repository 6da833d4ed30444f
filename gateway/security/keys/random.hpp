// Names and passwords made by the machine, from OpenSSL's random generator.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "gateway/domain/secret.hpp"

namespace cvsgw::security {

/// Threading: all functions are safe from any thread. They throw std::runtime_error when the generator fails,
/// which is no state to go on in.
void fillRandom(std::span<std::uint8_t> bytes);
/// `count` characters of A-Z and 2-7: five random bits each, nothing that people confuse (no 0, 1, 8, 9).
std::string randomBase32(std::size_t count);
std::string randomHex(std::size_t bytes);
/// 256 random bits, base64url without padding: 43 characters.
Secret randomPassword();

}  // namespace cvsgw::security
