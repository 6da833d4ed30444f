// The data directory of the keys: `sleutels.sqlite` and `peper`, opened, migrated and found to belong
// together.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "gateway/security/keys/database.hpp"
#include "gateway/security/keys/key_error.hpp"
#include "gateway/security/keys/password_hasher.hpp"

namespace cvsgw::security {

inline constexpr std::string_view kKeyDatabaseName = "sleutels.sqlite";
inline constexpr std::string_view kPepperName = "peper";

struct KeyDirectory {
  std::filesystem::path path;
  Database database;
  std::shared_ptr<const PasswordHasher> hasher;
  std::string pepperFingerprint;
};

/// Opens the store in `path` (which must exist), making it and its pepper at first use, both with mode 0600.
/// Refuses files that others may read, a pepper that is not the store's own, and a store of a newer version.
KeyOutcome<KeyDirectory> openKeyDirectory(const std::filesystem::path& path);

}  // namespace cvsgw::security
