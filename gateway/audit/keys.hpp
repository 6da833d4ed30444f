// The secrets of the trail, each in a file of its own that only its owner may read: one for each year, from
// which pseudonyms and encryption follow, and one that signs.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/audit/bytes.hpp"
#include "gateway/domain/bsn.hpp"

struct evp_pkey_st;

namespace cvsgw::audit {

using Signature = Bytes<64>;

/// One person in a record: pseudonym, and the BSN under AES-256-GCM (96-bit random IV, the pseudonym as
/// additional data): 16 + 12 + 9 + 16 bytes.
inline constexpr std::size_t kPersonBytes = 53;
using Person = Bytes<kPersonBytes>;

/// The keys of one year, derived from its file. Threading: immutable, any thread.
class YearKeys {
 public:
  /// `audit-<jaar>.sleutel` in `folder`. Throws AuditError when there is none, or others may read it.
  static YearKeys read(const std::filesystem::path& folder, int year);
  /// Makes it when there is none.
  static YearKeys readOrCreate(const std::filesystem::path& folder, int year);
  ~YearKeys();
  YearKeys(YearKeys&&) noexcept = default;
  YearKeys& operator=(YearKeys&&) noexcept = default;

  int year() const { return year_; }
  Pseudonym pseudonym(const Bsn& bsn) const;
  /// Of a caller's own reference to its user: two callers' equal references differ.
  Pseudonym user(std::string_view applicatiesleutel, std::string_view gebruikerkenmerk) const;
  Person person(const Bsn& bsn) const;
  /// The BSN, for whoever is entitled to see it; nothing when the bytes were not made with these keys.
  std::optional<Bsn> reveal(std::string_view person) const;
  /// Tells these keys from others without giving anything away.
  Digest fingerprint() const;

 private:
  YearKeys(int year, std::string_view secret);
  int year_;
  Digest pseudonymKey_{};
  Digest userKey_{};
  Digest encryptionKey_{};
};

/// Checks signatures; needs nothing secret. Threading: any thread.
class Verifier {
 public:
  /// A PEM file with an Ed25519 public key. Throws AuditError.
  static Verifier read(const std::filesystem::path& file);
  bool good(std::string_view message, std::string_view signature) const;

 private:
  friend class Signer;
  explicit Verifier(std::shared_ptr<evp_pkey_st> key) : key_(std::move(key)) {}
  std::shared_ptr<evp_pkey_st> key_;
};

/// Signs with `audit-handtekening.sleutel` in its folder. Threading: any thread.
class Signer {
 public:
  /// Throws AuditError when there is no key.
  static Signer read(const std::filesystem::path& folder);
  /// Makes the key pair when there is none; the public half is `audit-handtekening.pub`. Throws AuditError,
  /// also when only the public half is there: its key was lost. For a trail: signerOf() of chain.hpp.
  static Signer readOrCreate(const std::filesystem::path& folder);
  Signature sign(std::string_view message) const;
  Verifier verifier() const { return Verifier(key_); }

 private:
  explicit Signer(std::shared_ptr<evp_pkey_st> key) : key_(std::move(key)) {}
  std::shared_ptr<evp_pkey_st> key_;
};

std::filesystem::path publicKeyFile(const std::filesystem::path& folder);

}  // namespace cvsgw::audit
