// Whose signatures are accepted: the certificate's chain, revocation, purpose and OIN.
#pragma once

#include <openssl/x509.h>

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "gateway/domain/bsn.hpp"
#include "gateway/domain/date.hpp"
#include "gateway/domain/fault.hpp"

namespace cvsgw::security::signature {

/// Somebody whose certificate was found good.
struct Signer {
  std::shared_ptr<X509> certificate;
  std::shared_ptr<EVP_PKEY> key;  ///< RSA, 2048 to 4096 bits
  Oin oin;
};

/// Reads the OIN out of a certificate; the connection's OIN is read by the same function.
using OinReader = std::function<std::optional<std::string>(const X509&)>;

/// Accepts certificates that chain to a trusted root with CRLs for every level, may sign
/// (keyUsage digitalSignature), are meant for clients, carry an OIN and have an RSA key that is neither weak
/// nor costly. What was found stays known until the certificate or a CRL of its chain ends, so a caller's
/// chain is checked once; another store needs another SignerTrust. Threading: any number of threads at once.
/// Sources: Digikoppeling WB009, WB010, PKI001-005; security.md R05-R08, R54, A22, A30.
class SignerTrust {
 public:
  /// The store holds roots, intermediates and CRLs, and is not changed any more.
  SignerTrust(std::shared_ptr<X509_STORE> store, OinReader oinReader);

  /// Refuses with securityHeaderMissing; the caller is not told why, the log is.
  Outcome<Signer> check(std::string_view der, Moment now) const;

  /// How many certificates are known at most; a forgotten one is simply checked again.
  static constexpr std::size_t kMostKnown = 1024;

 private:
  struct Known {
    Signer signer;
    Moment from, until;
  };
  using Digest = std::array<unsigned char, 32>;
  Outcome<Known> examine(std::string_view der, Moment now) const;

  std::shared_ptr<X509_STORE> store_;
  OinReader oinReader_;
  mutable std::mutex mutex_;
  mutable std::map<Digest, Known> known_;  // by SHA-256 of the DER
};

}  // namespace cvsgw::security::signature
