// Remembers for some minutes which password was found right, so that a valid caller does not pay the slow
// hash each time.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gateway/domain/secret.hpp"
#include "gateway/security/keys/key_snapshot.hpp"

typedef struct evp_mac_ctx_st EVP_MAC_CTX;

namespace cvsgw::security {

/// Holds no password, only its HMAC-SHA256 under a random key of this process: a memory image without that
/// key tells nothing, and nothing is ever written. It says that a password is right, never that the key is
/// valid: its user checks that each time. Threading: all members are safe from any thread.
class VerifiedCache {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using Tag = std::array<std::uint8_t, 32>;
  enum class Answer {
    unknown,
    stale,  ///< was right, longer ago than the cache may vouch for: worth a place before strangers, not a
            ///< pass
    fresh
  };

  /// `life` is cut to ten minutes; above `capacity` entries the one that was verified longest ago goes.
  explicit VerifiedCache(std::chrono::seconds life, std::size_t capacity = 10'000);
  ~VerifiedCache();
  VerifiedCache(const VerifiedCache&) = delete;
  VerifiedCache& operator=(const VerifiedCache&) = delete;

  Tag tag(std::string_view applicatiesleutel, const Secret& password) const;
  Answer lookup(const std::string& passwordId, const Tag& tag, Time now) const;
  void remember(const std::string& passwordId, const Tag& tag, Time now);
  /// Forgets what the snapshot no longer knows; cheap when it was asked for this snapshot before.
  void keepOnly(const KeySnapshot& snapshot);
  std::size_t size() const;

 private:
  struct Entry {
    Tag tag;
    Time verified;
  };
  EVP_MAC_CTX* takeMac() const;
  void giveMac(EVP_MAC_CTX* mac) const;

  const std::chrono::seconds life_;
  const std::size_t capacity_;
  EVP_MAC_CTX* keyed_ = nullptr;  ///< HMAC with the process's key
  mutable std::mutex idleLock_;
  mutable std::vector<EVP_MAC_CTX*> idle_;  ///< copies of it: as many as there were calls at once
  std::atomic<std::uint64_t> generation_{0};
  mutable std::mutex lock_;
  std::unordered_map<std::string, Entry> entries_;
};

}  // namespace cvsgw::security
