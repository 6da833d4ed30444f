// The ciphers behind keys.hpp.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "gateway/audit/keys.hpp"

namespace cvsgw::audit {

/// Encrypts nine digits. Throws AuditError. Threading: any thread.
Person sealPerson(std::string_view key, const Pseudonym& pseudonym, std::string_view bsn);
/// Nothing when the bytes were not made with this key, or were changed.
std::optional<std::string> openPerson(std::string_view key, std::string_view person);

/// A new file of mode 0600 with this content; does nothing when another process was first. Throws AuditError.
void createKeyFile(const std::filesystem::path& file, std::string_view content);

}  // namespace cvsgw::audit
