// Whom a listener trusts: roots, and the revocation lists of every issuer.
#pragma once

#include <ctime>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "gateway/transport/openssl.hpp"
#include "gateway/transport/tls_files.hpp"

namespace cvsgw::transport {

/// What was found while filling a store.
struct Trust {
  std::optional<std::time_t> listsEnd;  ///< when the first revocation list ends; from then on all are refused
  std::vector<std::string> warnings;    ///< for the operator: what will make certificates be refused
};

/// Puts `files` into `store`, and tells OpenSSL to be strict and to look at the list of every issuer in a
/// chain (R05, R06). Of several lists of one issuer the latest counts. Refused, with a text for the operator:
/// no certificates or lists in a file, a root outside its days, a list without an end or with a signature
/// that is not its issuer's, with `rules.testAllowed` false a root that is not PKIoverheid's, and, unless
/// `endedListsAllowed`, a list that has ended.
tl::expected<Trust, std::string> fillStore(X509_STORE& store, const TlsFiles& files, const PeerRules& rules,
                                           bool endedListsAllowed);

}  // namespace cvsgw::transport
