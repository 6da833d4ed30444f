// How many connections each client certificate's organisation has, from whatever addresses.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <string>

namespace cvsgw::transport {

/// Beside the places of a source (SessionTable): one partner with many addresses does not take all.
/// Thread-safe.
class PeerPlaces {
 public:
  explicit PeerPlaces(std::size_t each) : each_(each) {}

  /// False when this OIN has all of its places; each true is followed by giveBack().
  bool take(const std::string& oin) {
    const std::lock_guard lock(mutex_);
    const auto at = taken_.try_emplace(oin, 0).first;
    if (at->second >= each_) return false;
    ++at->second;
    return true;
  }
  void giveBack(const std::string& oin) {
    const std::lock_guard lock(mutex_);
    const auto at = taken_.find(oin);
    if (--at->second == 0) taken_.erase(at);
  }

 private:
  const std::size_t each_;
  std::mutex mutex_;
  std::map<std::string, std::size_t> taken_;
};

}  // namespace cvsgw::transport
