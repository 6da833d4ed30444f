// The files behind a listener's TLS: its certificate and key, and whom it trusts.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "gateway/domain/secret.hpp"
#include "gateway/transport/options.hpp"

namespace cvsgw::transport {

/// Their contents at one moment.
struct TlsFiles {
  std::string certificates;
  Secret privateKey;
  std::string trusted;                                               ///< empty when nobody is asked
  std::vector<std::pair<std::string, std::string>> revocationLists;  ///< path and content
};

/// Reads them all, or tells for the operator what is wrong with which: absent, larger than any such file is,
/// or a private key that group or others have rights on (R13).
tl::expected<TlsFiles, std::string> readTlsFiles(const TlsOptions& options);

/// A text that changes whenever one of the files does, or one comes or goes; made without opening any.
std::string marksOf(const TlsOptions& options);

}  // namespace cvsgw::transport
