#include "gateway/audit/keys.hpp"

#include <fcntl.h>
#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <unistd.h>

#include <algorithm>

#include "gateway/audit/seal.hpp"
#include "gateway/audit/sqlite.hpp"
#include "gateway/security/keys/private_file.hpp"
#include "gateway/security/keys/random.hpp"

namespace cvsgw::audit {
namespace {

namespace fs = std::filesystem;

Digest hmac(std::string_view key, std::string_view message) {
  Digest out{};
  unsigned size = 0;
  const auto* bytes = static_cast<const unsigned char*>(static_cast<const void*>(message.data()));
  if (!HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes, message.size(), out.data(), &size))
    throw AuditError("HMAC-SHA-256 failed");
  return out;
}

Pseudonym firstHalf(const Digest& digest) {
  Pseudonym out{};
  std::copy_n(digest.begin(), out.size(), out.begin());
  return out;
}

fs::path yearFile(const fs::path& folder, int year) {
  return folder / ("audit-" + std::to_string(year) + ".sleutel");
}

Secret readSecret(const fs::path& file) {
  auto content = security::readPrivateFile(file);
  if (!content) throw AuditError(content.error().text);
  return *std::move(content);
}

// A name is as durable as its folder: a key that a loss of power takes away takes with it all that it opens.
void syncFolder(const fs::path& folder) {
  const int fd = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool durable = fd >= 0 && ::fsync(fd) == 0;
  if (fd >= 0) ::close(fd);
  if (!durable) throw AuditError(folder.string() + " kan niet op schijf worden vastgelegd");
}

}  // namespace

void createKeyFile(const fs::path& file, std::string_view content) {
  // Written aside and linked into place: whoever is first wins, and no half of a key is ever there.
  const fs::path aside = file.string() + "." + security::randomHex(8);
  if (auto made = security::createPrivateFile(aside, content); !made) throw AuditError(made.error().text);
  const bool first = ::link(aside.c_str(), file.c_str()) == 0;
  ::unlink(aside.c_str());
  std::error_code ignored;
  if (!first && !fs::exists(file, ignored)) throw AuditError(file.string() + " kan niet worden gemaakt");
  syncFolder(file.parent_path());
}

YearKeys::YearKeys(int year, std::string_view secret)
    : year_(year),
      pseudonymKey_(hmac(secret, "cvsgw audit pseudoniem")),
      userKey_(hmac(secret, "cvsgw audit gebruiker")),
      encryptionKey_(hmac(secret, "cvsgw audit versleuteling")) {}

YearKeys::~YearKeys() {
  for (auto* key : {&pseudonymKey_, &userKey_, &encryptionKey_}) OPENSSL_cleanse(key->data(), key->size());
}

YearKeys YearKeys::read(const fs::path& folder, int year) {
  const auto secret = readSecret(yearFile(folder, year));
  if (secret.reveal().size() != 43) throw AuditError(yearFile(folder, year).string() + " is beschadigd");
  return {year, secret.reveal()};
}

YearKeys YearKeys::readOrCreate(const fs::path& folder, int year) {
  const auto file = yearFile(folder, year);
  std::error_code ignored;
  if (!fs::exists(file, ignored)) createKeyFile(file, security::randomPassword().reveal());
  return read(folder, year);
}

Pseudonym YearKeys::pseudonym(const Bsn& bsn) const {
  return firstHalf(hmac(view(pseudonymKey_), bsn.value()));
}

Pseudonym YearKeys::user(std::string_view applicatiesleutel, std::string_view gebruikerkenmerk) const {
  std::string message(applicatiesleutel);
  message.append(1, '\0').append(gebruikerkenmerk);
  return firstHalf(hmac(view(userKey_), message));
}

Person YearKeys::person(const Bsn& bsn) const {
  return sealPerson(view(encryptionKey_), pseudonym(bsn), bsn.value());
}

std::optional<Bsn> YearKeys::reveal(std::string_view person) const {
  const auto text = openPerson(view(encryptionKey_), person);
  if (!text) return std::nullopt;
  return Bsn::parse(*text);
}

Digest YearKeys::fingerprint() const {
  return hmac(view(pseudonymKey_), "vingerafdruk");
}

}  // namespace cvsgw::audit
