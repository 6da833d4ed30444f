// What can go wrong in managing application keys, as types that the command line and the start-up can tell
// apart.
#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace cvsgw::security {

enum class KeyErrorKind {
  unknownKey,        ///< no such applicatiesleutel
  keyRevoked,        ///< revoked before; nothing can be changed any more
  invalidInput,      ///< the request contradicts itself or the rules; the text says what would be right
  insecureFile,      ///< a file with secrets is open to other users
  pepperMissing,     ///< the store was made with a pepper that is not there
  pepperMismatch,    ///< the pepper file is not the one that the store was made with
  schemaTooNew,      ///< the store was made by a newer version of this program
  storeUnavailable,  ///< SQLite or the file system refused
  deliveryFailed     ///< a document could not be written; nothing was stored
};

/// `text` is Dutch and for the operator; it names files and keys, never a secret.
struct KeyError {
  KeyErrorKind kind{};
  std::string text;
};

template <class T>
using KeyOutcome = tl::expected<T, KeyError>;

inline tl::unexpected<KeyError> keyError(KeyErrorKind kind, std::string text) {
  return tl::unexpected(KeyError{kind, std::move(text)});
}

}  // namespace cvsgw::security
