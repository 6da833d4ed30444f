// Files that only their owner may read: made so, and refused when they are not.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "gateway/domain/secret.hpp"
#include "gateway/security/keys/key_error.hpp"

namespace cvsgw::security {

/// Makes `path` with mode 0600 and this content, on disk when it returns. Fails when something of that name
/// exists.
KeyOutcome<void> createPrivateFile(const std::filesystem::path& path, std::string_view content);

/// insecureFile when group or others have any right on the file, or it is not a plain file; storeUnavailable
/// when it cannot be looked at.
KeyOutcome<void> requirePrivate(const std::filesystem::path& path);

/// The content of a file that passes `requirePrivate`, at most 4096 bytes.
KeyOutcome<Secret> readPrivateFile(const std::filesystem::path& path);

/// insecureFile when group or others may write in the directory: they could put a database or a key of theirs
/// in the place of ours. When they may only look into it: what to tell the operator; otherwise an empty text.
KeyOutcome<std::string> requireOwnDirectory(const std::filesystem::path& path);

/// Makes an empty file with mode 0600 when there is none; SQLite would make one after the umask.
KeyOutcome<void> ensurePrivateFile(const std::filesystem::path& path);

}  // namespace cvsgw::security
