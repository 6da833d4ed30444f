// How many connections each of those who make them has.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>

namespace cvsgw::transport {

/// Bounds by source (an address), and by OIN: one partner with many addresses does not take all. Thread-safe.
template <class Key>
class Places {
 public:
  explicit Places(std::size_t each) : each_(each) {}

  /// False when all of its places are taken; each true is followed by giveBack().
  bool take(const Key& key) {
    const std::lock_guard lock(mutex_);
    const auto [at, isNew] = taken_.try_emplace(key, 0);
    if (at->second >= each_) {
      if (isNew) taken_.erase(at);
      return false;
    }
    ++at->second;
    return true;
  }
  void giveBack(const Key& key) {
    const std::lock_guard lock(mutex_);
    const auto at = taken_.find(key);
    if (--at->second == 0) taken_.erase(at);
  }

 private:
  const std::size_t each_;
  std::mutex mutex_;
  std::map<Key, std::size_t> taken_;
};

}  // namespace cvsgw::transport
