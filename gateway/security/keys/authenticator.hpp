// From a name and a password to a Caller.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string_view>

#include "gateway/domain/fault.hpp"
#include "gateway/security/keys/caller.hpp"
#include "gateway/security/keys/hash_gate.hpp"
#include "gateway/security/keys/password_backoff.hpp"
#include "gateway/security/keys/verified_cache.hpp"

namespace cvsgw::security {

struct AuthenticatorSettings {
  std::chrono::seconds remember{
      std::chrono::minutes{10}};  ///< life of a verified password in memory, at most 10 minutes
  HashGateLimits gate;
  PasswordBackoffSettings backoff;
  std::function<VerifiedCache::Time()> steadyNow = std::chrono::steady_clock::now;
};

/// Checks credentials against the present snapshot. Threading: `verify` is safe from any thread; it may wait
/// for the hash, so for one who is not in the cache it takes up to the gate's wait plus one hash (about 0.15
/// s).
class Authenticator {
 public:
  /// `keys` and `hasher` must outlive it.
  Authenticator(const KeySource& keys, const PasswordHasher& hasher, AuthenticatorSettings settings = {});

  /// `peerOin`: the OIN of the client certificate of the connection, if there was one. `now`: for the key's
  /// days and the old password's end. `source`: where the connection comes from, for the back-off.
  ///
  /// authenticationFailed: one and the same fault, after the same work, for a key that does not exist, a
  /// wrong or ended password, a key that is not yet valid, expired or revoked, and another or no OIN where
  /// the key has one; the log text tells them apart. overloaded, with retryAfterSeconds: too many passwords
  /// to check. tooManyRequests, with retryAfterSeconds: too many wrong passwords for this key from this OIN
  /// or source (PasswordBackoff), the same whether there is such a key or not. Never the latter for a caller
  /// whose password was verified before, and what strangers send delays nobody whose password bears its mark.
  Outcome<Caller> verify(std::string_view applicatiesleutel, const Secret& password,
                         const std::optional<Oin>& peerOin, Moment now, std::string_view source = {}) const;

  /// The same for a caller whose password was verified since the start, nobody else. Costs no hash within the
  /// cache's life.
  std::optional<Outcome<Caller>> remembered(std::string_view applicatiesleutel, const Secret& password,
                                            const std::optional<Oin>& peerOin, Moment now,
                                            std::string_view source) const;

  /// For a listener where the client certificate identifies: the one valid key with this OIN.
  ///
  /// notAuthorised when no valid key has it, and when more than one has (KeyStore prevents that; whose rights
  /// would count is then nobody's to guess). The log text tells which. Costs no hash, never waits.
  Outcome<Caller> identify(const Oin& peerOin, Moment now) const;

 private:
  using Entry = std::shared_ptr<const KeyEntry>;
  struct Attempt {
    Entry key;  ///< null: no such key
    VerifiedCache::Tag tag;
    const std::optional<Oin>& peerOin;
    Moment now;
    PasswordBackoff::Attempt backoff;
  };
  std::optional<Caller> fromCache(const Attempt& attempt) const;
  bool rightBefore(const Attempt& attempt) const;
  Outcome<void> notTooSoon(const Attempt& attempt) const;
  Outcome<Caller> byHash(const Attempt& attempt, const Secret& password, ScryptCost costOfNothing) const;
  static Caller admit(const Entry& key, const PasswordEntry& password, Moment now);

  const KeySource& keys_;
  const PasswordHasher& hasher_;
  const AuthenticatorSettings settings_;
  const Salt saltOfNothing_;  ///< what is hashed with when there is no such key
  mutable VerifiedCache cache_;
  mutable HashGate gate_;
  mutable PasswordBackoff backoff_;
};

}  // namespace cvsgw::security
