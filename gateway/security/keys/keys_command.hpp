// `cvsgw keys …`: the operator's command for application keys.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "gateway/domain/bsn.hpp"
#include "gateway/domain/clock.hpp"
#include "gateway/security/keys/password_hasher.hpp"

namespace cvsgw::security {

struct KeysEnvironment {
  std::ostream& out;
  std::ostream& err;
  /// The clock that the gateway checks keys with.
  const Clock& clock;
  /// Where the store is when `--data` does not say otherwise.
  std::filesystem::path dataDirectory;
  /// The name of a municipality; nothing for a code that does not exist. Without this function every code is
  /// taken.
  std::function<std::optional<std::string>(const Gemeentecode&)> gemeentenaam;
  /// For the keys that are issued.
  ScryptCost cost;
};

/// `args` is what follows `keys`. Never writes a password to `out` or `err`. Returns the exit code: 0 done, 1
/// refused or failed (nothing was changed), 2 wrongly asked.
int keysCommand(std::span<const std::string_view> args, const KeysEnvironment& environment);

}  // namespace cvsgw::security
