#include "gateway/security/keys/pepper.hpp"

#include <stdexcept>
#include <string_view>

#include <unistd.h>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "gateway/domain/hex.hpp"
#include "gateway/security/keys/private_file.hpp"
#include "gateway/security/keys/random.hpp"

namespace cvsgw::security {

KeyOutcome<Pepper> Pepper::read(const std::filesystem::path& file) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored))
    return keyError(KeyErrorKind::pepperMissing,
                    file.string() +
                        " ontbreekt; zonder dit bestand is geen wachtwoord te controleren. Zet het terug "
                        "uit de reservekopie");
  auto content = readPrivateFile(file);
  if (!content) return tl::unexpected(std::move(content).error());
  if (content->reveal().size() < 43)
    return keyError(KeyErrorKind::pepperMismatch, file.string() + " is beschadigd: het is te kort");
  return Pepper(*std::move(content));
}

KeyOutcome<Pepper> Pepper::readOrCreate(const std::filesystem::path& file) {
  std::error_code ignored;
  if (std::filesystem::exists(file, ignored)) return read(file);
  // Written aside and linked into place: link() fails when another process was first, and then theirs is the
  // one.
  const std::filesystem::path aside = file.string() + "." + randomHex(8);
  const Secret fresh = randomPassword();
  if (auto made = createPrivateFile(aside, fresh.reveal()); !made)
    return tl::unexpected(std::move(made).error());
  const int linked = ::link(aside.c_str(), file.c_str());
  ::unlink(aside.c_str());
  if (linked != 0 && !std::filesystem::exists(file, ignored))
    return keyError(KeyErrorKind::storeUnavailable, file.string() + " kan niet worden gemaakt");
  return read(file);
}

Pepper::Digest Pepper::seal(std::span<const std::uint8_t> bytes) const {
  Digest digest{};
  unsigned length = 0;
  const std::string_view key = value_.reveal();
  if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes.data(), bytes.size(), digest.data(),
           &length) == nullptr)
    throw std::runtime_error("HMAC-SHA256 failed");
  return digest;
}

std::string Pepper::fingerprint() const {
  constexpr std::array<std::uint8_t, 14> kPurpose{'p', 'e', 'p', 'e', 'r', '-', 'k',
                                                  'e', 'n', 'm', 'e', 'r', 'k', '1'};
  return toHex(seal(kPurpose)).substr(0, 32);
}

}  // namespace cvsgw::security
