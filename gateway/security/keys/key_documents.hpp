// The two documents of an application key: one with the key, one with the password.
#pragma once

#include <filesystem>
#include <vector>

#include "gateway/security/keys/key_error.hpp"
#include "gateway/security/keys/keys_arguments.hpp"

namespace cvsgw::security {

/// Writes documents into one directory, each with mode 0600 and a name of its own. The documents of one
/// hand-over share a random reference, by which people can match them; the password's document does not name
/// the key, so that who finds one of the two has nothing to use.
class KeyDocuments {
 public:
  enum class Form {
    letter,  ///< Dutch text for people
    bare     ///< nothing but the value and a line end, for scripts
  };

  KeyDocuments(std::filesystem::path directory, Form form);

  KeyOutcome<void> writeKey(const KeyRecord& key, const Gemeentenaam& name);
  KeyOutcome<void> writePassword(const IssuedKey& issued);
  /// Takes back what was written, when the change that it belongs to did not happen.
  void discard();

  const std::filesystem::path& keyDocument() const { return key_; }
  const std::filesystem::path& passwordDocument() const { return password_; }

 private:
  std::filesystem::path directory_;
  Form form_;
  std::string reference_;
  std::filesystem::path key_;
  std::filesystem::path password_;
};

}  // namespace cvsgw::security
