// For tests of this room: a chain of test certificates with CRLs, made in memory.
#pragma once

#include <openssl/x509.h>

#include <memory>
#include <string>
#include <vector>

#include "gateway/domain/date.hpp"
#include "gateway/security/signature/signer_trust.hpp"

namespace cvsgw::security::signature {

inline const std::string kOin = "00000099000000001000";
inline const std::string kOtherOin = "00000099000000002000";
/// Noon of an ordinary day; the test certificates live a day on both sides of it.
inline const Moment kNoon = Moment{Date(2026, 11, 29).days()} + std::chrono::hours{12};

/// As the transport reads it, in short: the one subject.serialNumber.
std::optional<std::string> testOin(const X509& certificate);

/// What is special about a certificate.
struct Leaf {
  std::string serialNumber = kOin;
  const char* keyUsage = "critical,digitalSignature,keyEncipherment";
  const char* extendedKeyUsage = "clientAuth,serverAuth";
  std::chrono::hours from{-24}, until{24};  ///< seen from kNoon
  std::shared_ptr<EVP_PKEY> key;            ///< none: the one that all share
  bool byStranger = false;                  ///< an issuer of the same name with another key
  bool revoked = false;
  bool sha1 = false;
};

/// Throws when OpenSSL cannot. Keys are made once for the process: they cost a tenth of a second each.
class TestPki {
 public:
  static const TestPki& instance();

  std::shared_ptr<X509> issue(const Leaf& leaf = {}) const;
  static std::string der(const X509& certificate);
  static std::shared_ptr<EVP_PKEY> rsaKey();  ///< the shared one, 2048 bits
  /// Of the given size, without its private half: nothing else is needed to be refused.
  static std::shared_ptr<EVP_PKEY> publicKey(int bits, unsigned exponent = 65537);

  struct Lists {
    bool ofRoot = true, ofIssuer = true;
    std::chrono::hours until{24};  ///< of the issuer's list, seen from kNoon
  };
  std::shared_ptr<X509_STORE> store(const Lists& lists) const;
  std::shared_ptr<X509_STORE> store() const { return store(Lists{}); }

 private:
  TestPki();
  std::shared_ptr<EVP_PKEY> rootKey_, issuerKey_, strangerKey_;
  std::shared_ptr<X509> root_, issuer_;
};

}  // namespace cvsgw::security::signature
