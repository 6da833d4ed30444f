// The store of application keys, as the operator changes it. The running gateway reads the same file through
// LiveKeys.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "gateway/security/keys/key_directory.hpp"
#include "gateway/security/keys/key_types.hpp"

namespace cvsgw::security {

/// Every change is one transaction: all of it is done or none. Threading: one thread at a time; several
/// stores, in one process or many, can be open on one directory.
class KeyStore {
 public:
  /// Hands the new password to where it is going. Called before the change is final: when it fails, nothing
  /// is stored, so a password whose document could not be written never replaces one that works.
  using Deliver = std::function<KeyOutcome<void>(const IssuedKey&)>;

  /// `cost` is for the keys that this store issues; each key remembers its own.
  static KeyOutcome<KeyStore> open(const std::filesystem::path& dataDirectory, ScryptCost cost = {});

  /// Makes a key and its first password. invalidInput: an empty label or supplier, control characters, a last
  /// day before the first or before today, a municipality without roles, an OIN that another key has on one
  /// of these days.
  KeyOutcome<KeyRecord> issue(const NewKey& key, Moment now, const Deliver& deliver);
  /// By label, then by name.
  KeyOutcome<std::vector<KeyRecord>> list();
  KeyOutcome<KeyRecord> find(std::string_view applicatiesleutel);
  /// Makes a new password. The present one goes on for the overlap; one that was already replaced before
  /// ends, so that there are never more than two. Refused for revoked keys, and for expired ones unless a new
  /// last day is given.
  KeyOutcome<KeyRecord> rotate(std::string_view applicatiesleutel, const Rotation& rotation, Moment now,
                               const Deliver& deliver);
  /// Ends the key at once and for good. Revoking it again changes nothing and is no error.
  KeyOutcome<KeyRecord> revoke(std::string_view applicatiesleutel, Moment now);
  /// Changes the roles of these municipalities and of no others. Removing what was never granted is
  /// invalidInput.
  KeyOutcome<KeyRecord> grant(std::string_view applicatiesleutel, GrantChange change,
                              const Toekenningen& grants);

  const PasswordHasher& hasher() const { return *directory_.hasher; }

 private:
  KeyStore(KeyDirectory directory, ScryptCost cost) : directory_(std::move(directory)), cost_(cost) {}
  KeyOutcome<KeyRecord> existing(std::string_view applicatiesleutel);
  KeyOutcome<Secret> addPassword(std::string_view applicatiesleutel, const Salt& salt, ScryptCost cost,
                                 Moment now);
  template <class Change>
  auto inTransaction(Change change) -> decltype(change());

  KeyDirectory directory_;
  ScryptCost cost_;
};

}  // namespace cvsgw::security
