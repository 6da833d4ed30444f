#include "gateway/security/keys/verified_cache.hpp"

#include <algorithm>
#include <stdexcept>

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include "gateway/security/keys/random.hpp"

namespace cvsgw::security {
namespace {

struct FreeMac {
  void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
};
using MacContext = std::unique_ptr<EVP_MAC_CTX, FreeMac>;

bool update(EVP_MAC_CTX* context, const void* bytes, size_t size) {
  return EVP_MAC_update(context, static_cast<const unsigned char*>(bytes), size) == 1;
}

EVP_MAC_CTX* keyedMac() {
  std::array<std::uint8_t, 32> key{};
  fillRandom(key);
  EVP_MAC* const hmac = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
  MacContext context(hmac == nullptr ? nullptr : EVP_MAC_CTX_new(hmac));
  EVP_MAC_free(hmac);
  std::string digest = "SHA256";
  const std::array parameters{OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
                              OSSL_PARAM_construct_end()};
  const bool ready = context && EVP_MAC_init(context.get(), key.data(), key.size(), parameters.data()) == 1;
  OPENSSL_cleanse(key.data(), key.size());
  if (!ready) throw std::runtime_error("HMAC-SHA256 is not available");
  return context.release();
}

}  // namespace

VerifiedCache::VerifiedCache(std::chrono::seconds life, std::size_t capacity)
    : life_(std::min<std::chrono::seconds>(life, std::chrono::minutes{10})),
      capacity_(capacity),
      keyed_(keyedMac()) {}

VerifiedCache::~VerifiedCache() {
  EVP_MAC_CTX_free(keyed_);
  for (EVP_MAC_CTX* mac : idle_) EVP_MAC_CTX_free(mac);
}

EVP_MAC_CTX* VerifiedCache::takeMac() const {
  {
    const std::lock_guard lock(idleLock_);
    if (!idle_.empty()) {
      EVP_MAC_CTX* const mac = idle_.back();
      idle_.pop_back();
      return mac;
    }
  }
  return EVP_MAC_CTX_dup(keyed_);
}

void VerifiedCache::giveMac(EVP_MAC_CTX* mac) const {
  const std::lock_guard lock(idleLock_);
  idle_.push_back(mac);
}

VerifiedCache::Tag VerifiedCache::tag(std::string_view applicatiesleutel, const Secret& password) const {
  // The length goes first, so that no other split of name and password gives the same bytes.
  const std::uint64_t length = applicatiesleutel.size();
  const std::string_view secret = password.reveal();
  Tag tag{};
  size_t size = 0;
  MacContext context(takeMac());
  // Without a key it begins anew with the one it has. One that failed is not given back.
  if (!context || EVP_MAC_init(context.get(), nullptr, 0, nullptr) != 1 ||
      !update(context.get(), &length, sizeof length) ||
      !update(context.get(), applicatiesleutel.data(), applicatiesleutel.size()) ||
      !update(context.get(), secret.data(), secret.size()) ||
      EVP_MAC_final(context.get(), tag.data(), &size, tag.size()) != 1)
    throw std::runtime_error("HMAC-SHA256 failed");
  giveMac(context.release());
  return tag;
}

VerifiedCache::Answer VerifiedCache::lookup(const std::string& passwordId, const Tag& tag, Time now) const {
  const std::lock_guard lock(lock_);
  const auto found = entries_.find(passwordId);
  if (found == entries_.end()) return Answer::unknown;
  const Entry& entry = found->second;
  if (CRYPTO_memcmp(entry.tag.data(), tag.data(), tag.size()) != 0) return Answer::unknown;
  return now < entry.verified + life_ ? Answer::fresh : Answer::stale;
}

void VerifiedCache::remember(const std::string& passwordId, const Tag& tag, Time now) {
  const std::lock_guard lock(lock_);
  entries_[passwordId] = {tag, now};
  if (entries_.size() <= capacity_) return;
  // A walk over all entries, at most once per slow hash: nothing beside what the hash cost.
  entries_.erase(
      std::ranges::min_element(entries_, {}, [](const auto& named) { return named.second.verified; }));
}

void VerifiedCache::keepOnly(const KeySnapshot& snapshot) {
  if (generation_.exchange(snapshot.generation()) == snapshot.generation()) return;
  const std::lock_guard lock(lock_);
  std::erase_if(entries_, [&](const auto& named) { return !snapshot.knowsPassword(named.first); });
}

std::size_t VerifiedCache::size() const {
  const std::lock_guard lock(lock_);
  return entries_.size();
}

}  // namespace cvsgw::security
