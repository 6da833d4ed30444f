// Rows of the key database as values: read by the store for the operator, and by the running gateway for its
// snapshot.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "gateway/security/keys/database.hpp"
#include "gateway/security/keys/key_types.hpp"
#include "gateway/security/keys/password_hasher.hpp"

namespace cvsgw::security {

/// A key with what its passwords are checked against. Not for the operator's eyes.
struct StoredKey {
  KeyRecord record;
  Salt salt{};
  ScryptCost cost;
  std::vector<PasswordHash> hashes;  ///< in the order of record.wachtwoorden
};

/// Every key, by name, as one consistent picture. Call inside a transaction. Throws DatabaseError, also for a
/// row that cannot be one of ours.
std::map<std::string, StoredKey> readKeys(Database& database);

/// The same for one key; empty when there is none.
std::optional<StoredKey> readKey(Database& database, std::string_view applicatiesleutel);

inline std::int64_t storedMoment(Moment moment) {
  return moment.time_since_epoch().count();
}
inline Moment momentOf(std::int64_t stored) {
  return Moment{std::chrono::milliseconds{stored}};
}

}  // namespace cvsgw::security
