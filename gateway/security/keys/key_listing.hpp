// `cvsgw keys list`: keys as a table for people and as JSON for scripts. Neither holds a secret.
#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "gateway/security/keys/keys_arguments.hpp"

namespace cvsgw::security {

/// "geldig", "nog niet geldig", "verlopen" or "ingetrokken".
std::string_view keyStatus(const KeyRecord& key, Date today);
void writeTable(std::ostream& out, std::span<const KeyRecord> keys, Moment now, const Gemeentenaam& name);
void writeJson(std::ostream& out, std::span<const KeyRecord> keys, Moment now);
/// A JSON string with its quotes.
std::string jsonString(std::string_view text);

}  // namespace cvsgw::security
