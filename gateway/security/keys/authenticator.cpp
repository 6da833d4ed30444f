#include "gateway/security/keys/authenticator.hpp"

#include <algorithm>

#include "gateway/security/keys/random.hpp"

namespace cvsgw::security {
namespace {

constexpr int kRetryAfterSeconds = 2;

// The one answer to every failure. The name is never repeated, not even to the log, unless it is a key's:
// people do put their password in the field of the name.
tl::unexpected<Fault> failed(const KeyEntry* key, std::string_view reason) {
  std::string log = "authentication failed: " + std::string(reason);
  if (key != nullptr) log += ", key " + key->record.applicatiesleutel;
  return refuse(
      FaultKind::authenticationFailed,
      "De applicatiesleutel en het wachtwoord geven geen toegang: een van beide is onjuist, of de sleutel is "
      "niet geldig voor deze verbinding of op dit moment.",
      log);
}

// Why a key does not work at this moment, whoever uses it; empty when it does work.
std::string_view lapse(const KeyRecord& record, Moment now) {
  const Date today = dateInAmsterdam(now);
  if (record.ingetrokkenOp) return "key revoked";
  if (today < record.geldigVan) return "key not yet valid";
  if (today > record.geldigTot) return "key expired";
  return {};
}

// Why a key does not work although its password is right; empty when it does work.
std::string_view objection(const KeyEntry& key, const PasswordEntry& password,
                           const std::optional<Oin>& peerOin, Moment now) {
  const KeyRecord& record = key.record;
  if (const auto lapsed = lapse(record, now); !lapsed.empty()) return lapsed;
  if (password.geldigTot && now >= *password.geldigTot) return "old password used after its end";
  if (record.oin && !peerOin)
    return "key is bound to an OIN and the connection has no client certificate with one";
  if (record.oin && *record.oin != *peerOin)
    return "key is bound to another OIN than the client certificate's";
  return {};
}

// An OIN is an organisation's public number and no secret: operators have to see who knocks.
tl::unexpected<Fault> unidentified(const Oin& oin, std::string_view reason) {
  return refuse(FaultKind::notAuthorised,
                "Bij het OIN van het clientcertificaat hoort op dit moment geen geldige applicatiesleutel.",
                "authorisation failed: OIN " + oin.value() + ": " + std::string(reason));
}

// Enough to tell one wrong password from another.
std::uint64_t shortened(const VerifiedCache::Tag& tag) {
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < sizeof word; ++i) word = word << 8U | tag[i];
  return word;
}

Salt randomSalt() {
  Salt salt{};
  fillRandom(salt);
  return salt;
}

}  // namespace

Authenticator::Authenticator(const KeySource& keys, const PasswordHasher& hasher,
                             AuthenticatorSettings settings)
    : keys_(keys),
      hasher_(hasher),
      settings_(std::move(settings)),
      saltOfNothing_(randomSalt()),
      cache_(settings_.remember),
      gate_(settings_.gate),
      backoff_(settings_.backoff) {}

Outcome<Caller> Authenticator::verify(std::string_view applicatiesleutel, const Secret& password,
                                      const std::optional<Oin>& peerOin, Moment now,
                                      std::string_view source) const {
  const auto snapshot = keys_.current();
  cache_.keepOnly(*snapshot);
  const VerifiedCache::Tag tag = cache_.tag(applicatiesleutel, password);
  Attempt attempt{snapshot->find(applicatiesleutel),
                  tag,
                  peerOin,
                  now,
                  {applicatiesleutel, peerOin ? peerOin->value() : source, shortened(tag), false}};
  if (auto caller = fromCache(attempt)) return *std::move(caller);

  // Whoever comes here costs a hash. The back-off stands behind the cache, so that no flood locks out a
  // caller who is known, and before the queue, so that who has to wait takes nobody's place.
  attempt.backoff.marked = isMarked(hasher_, applicatiesleutel, password);
  const bool wasRight = rightBefore(attempt);
  if (!wasRight) {
    if (auto soon = notTooSoon(attempt); !soon) return tl::unexpected(std::move(soon).error());
  }
  // A mark is no pass, but no stranger can make one: he stands in nobody's way who has one.
  const bool marked = attempt.backoff.marked && attempt.key && lapse(attempt.key->record, now).empty();
  const auto lane = wasRight || marked ? HashGate::Lane::known : HashGate::Lane::stranger;
  const auto slot = gate_.enter(lane);
  if (!slot) {
    auto fault = refuse(FaultKind::overloaded, "Er worden te veel aanmeldingen tegelijk aangeboden.",
                        "authentication refused: the queue for the password hash is full");
    fault.value().retryAfterSeconds = kRetryAfterSeconds;
    return fault;
  }
  // Many connections of one client start at once with the same password: the first one's hash serves those
  // that waited.
  if (auto caller = fromCache(attempt)) return *std::move(caller);
  // And many wrong ones at once are not all tried because they came before the first one had failed.
  if (!wasRight) {
    if (auto soon = notTooSoon(attempt); !soon) return tl::unexpected(std::move(soon).error());
  }
  auto outcome = byHash(attempt, password, snapshot->dearestCost());
  if (outcome) {
    backoff_.passed(attempt.backoff, settings_.steadyNow());
  } else if (outcome.error().kind == FaultKind::authenticationFailed) {
    backoff_.failed(attempt.backoff, settings_.steadyNow());
  }
  return outcome;
}

std::optional<Outcome<Caller>> Authenticator::remembered(std::string_view applicatiesleutel,
                                                         const Secret& password,
                                                         const std::optional<Oin>& peerOin, Moment now,
                                                         std::string_view source) const {
  const auto snapshot = keys_.current();
  cache_.keepOnly(*snapshot);
  if (!rightBefore(
          {snapshot->find(applicatiesleutel), cache_.tag(applicatiesleutel, password), peerOin, now, {}}))
    return std::nullopt;
  return verify(applicatiesleutel, password, peerOin, now, source);
}

Outcome<void> Authenticator::notTooSoon(const Attempt& attempt) const {
  const auto wait = backoff_.wait(attempt.backoff, settings_.steadyNow());
  if (wait.count() <= 0) return {};
  auto fault = refuse(FaultKind::tooManyRequests, "Er zijn te veel mislukte aanmeldingen geweest.",
                      "authentication put off after wrong passwords");
  fault.value().retryAfterSeconds = static_cast<int>(wait.count());
  return fault;
}

Outcome<Caller> Authenticator::identify(const Oin& peerOin, Moment now) const {
  const auto snapshot = keys_.current();
  Entry valid;
  std::string_view reason = "no key has it";
  for (Entry& key : snapshot->findByOin(peerOin)) {
    const std::string_view lapsed = lapse(key->record, now);
    if (!lapsed.empty()) {
      reason = lapsed;
    } else if (valid) {
      return unidentified(peerOin, "more than one valid key has it");
    } else {
      valid = std::move(key);
    }
  }
  if (!valid) return unidentified(peerOin, reason);
  return Caller(std::move(valid), std::nullopt);
}

std::optional<Caller> Authenticator::fromCache(const Attempt& attempt) const {
  if (!attempt.key) return std::nullopt;
  for (const PasswordEntry& password : attempt.key->passwords) {
    if (cache_.lookup(password.id, attempt.tag, settings_.steadyNow()) != VerifiedCache::Answer::fresh)
      continue;
    // Not valid any more: goes on to the hash, as slow as every other failure.
    if (!objection(*attempt.key, password, attempt.peerOin, attempt.now).empty()) return std::nullopt;
    return admit(attempt.key, password, attempt.now);
  }
  return std::nullopt;
}

bool Authenticator::rightBefore(const Attempt& attempt) const {
  if (!attempt.key) return false;
  return std::ranges::any_of(attempt.key->passwords, [&](const PasswordEntry& password) {
    const auto known = cache_.lookup(password.id, attempt.tag, settings_.steadyNow());
    return known != VerifiedCache::Answer::unknown &&
           objection(*attempt.key, password, attempt.peerOin, attempt.now).empty();
  });
}

Outcome<Caller> Authenticator::byHash(const Attempt& attempt, const Secret& password,
                                      ScryptCost costOfNothing) const {
  const KeyEntry* key = attempt.key.get();
  const auto hash = hasher_.hash(password, key == nullptr ? saltOfNothing_ : key->salt,
                                 key == nullptr ? costOfNothing : key->cost);
  if (!hash)
    return refuse(FaultKind::internal, {}, "authentication impossible: no memory for the password hash");
  if (key == nullptr) return failed(nullptr, "no such key");

  const PasswordEntry* right = nullptr;
  for (const PasswordEntry& candidate : key->passwords) {
    if (sameHash(candidate.hash, *hash)) right = &candidate;
  }
  if (right == nullptr) return failed(key, "wrong password");
  const std::string_view reason = objection(*key, *right, attempt.peerOin, attempt.now);
  if (!reason.empty()) return failed(key, reason);
  cache_.remember(right->id, attempt.tag, settings_.steadyNow());
  return admit(attempt.key, *right, attempt.now);
}

Caller Authenticator::admit(const Entry& key, const PasswordEntry& password, Moment now) {
  password.usage->lastUsed.store(storedMoment(now), std::memory_order_relaxed);
  if (password.geldigTot) password.usage->timesAsOld.fetch_add(1, std::memory_order_relaxed);
  return Caller(key, password.geldigTot);
}

}  // namespace cvsgw::security
