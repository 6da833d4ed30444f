// Whom a listener trusts: roots, and the revocation lists of every issuer.
#pragma once

#include <ctime>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "gateway/transport/openssl.hpp"
#include "gateway/transport/tls_files.hpp"

namespace cvsgw::transport {

/// What was found while filling a store.
struct Trust {
  std::time_t trustedUntil = 0;                            ///< when the last trusted certificate ends
  std::map<std::string, std::shared_ptr<X509_CRL>> lists;  ///< the revocation lists, by issuer
  std::optional<std::time_t> listsEnd;  ///< when the first list ends that had not ended yet
  std::string listsEndOf;               ///< whose list that is
  std::vector<std::string> warnings;    ///< for the operator: what refuses certificates, or soon will
};

/// Puts `files` into `store`, and tells OpenSSL to be strict and to look at the list of every issuer in a
/// chain (R05, R06). Of several lists of one issuer the latest counts. Refused, with a text for the operator:
/// no certificates or lists in a file, a list without an end or with a signature that is not its issuer's,
/// for organisations a list whose issuer is not among the trusted certificates, since nobody could tell, and
/// with `rules.testAllowed` false a root that is not PKIoverheid's. What has ended is a warning: a trusted
/// certificate, which is left out, or a list, which refuses all of its issuer. The trust `inForce` (null at
/// the start) helps out: of an issuer whose list has ended or is not there any more, its list stays until
/// that ends; and when all trusted certificates have expired while one of its own has not, that is refused.
tl::expected<Trust, std::string> fillStore(X509_STORE& store, const TlsFiles& files, const PeerRules& rules,
                                           const Trust* inForce);

}  // namespace cvsgw::transport
