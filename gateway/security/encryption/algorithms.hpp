// From the URIs of XML Encryption to OpenSSL's algorithms, and the two computations.
#pragma once

#include <openssl/evp.h>

#include <optional>
#include <string>
#include <string_view>

#include "gateway/security/encryption/names.hpp"

namespace cvsgw::security::encryption {

/// Everything that Algorithms names, as OpenSSL has it.
struct Known {
  const EVP_CIPHER* cipher = nullptr;
  std::size_t keyBytes = 0;
  const EVP_MD* digest = nullptr;
  const EVP_MD* mask = nullptr;
};

/// Nothing unless all of them are of those that ENC001-004 allow: AES-128 or -256 in GCM mode, RSA-OAEP. So
/// CBC, 3DES and RSA-1.5 end here, before any key is used. Threading: pure function.
std::optional<Known> lookUp(const Algorithms& algorithms);

/// RSA-OAEP. When it fails, the key is a random one: what follows then takes as long and fails in the same
/// way as with a right key and wrong data, so that nobody learns which it was (security.md A23). Threading:
/// any.
std::string unwrapKey(std::string_view wrapped, EVP_PKEY& own, const Known& known);
/// Throws std::runtime_error when OpenSSL fails.
std::string wrapKey(std::string_view key, EVP_PKEY& to, const Known& known);

/// Initialisation vector of 12 bytes, data, tag of 16 bytes (XML Encryption 1.1 § 5.2.4). Nothing when the
/// tag does not belong to it. Threading: any.
std::optional<std::string> decipher(std::string_view sealed, std::string_view key, const Known& known);
/// Throws std::runtime_error when OpenSSL fails.
std::string encipher(std::string_view plain, std::string_view key, const Known& known);

/// From OpenSSL's generator for secrets. Throws std::runtime_error.
std::string randomKey(std::size_t bytes);

}  // namespace cvsgw::security::encryption
