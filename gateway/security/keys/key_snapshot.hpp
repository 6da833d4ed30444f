// All keys at one moment, in memory: what a call is checked against.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gateway/security/keys/key_rows.hpp"

namespace cvsgw::security {

/// Counted while calls come in, written to the store now and then. Shared by the snapshots that know the
/// password, so that a reload loses no count.
struct PasswordUsage {
  std::atomic<std::int64_t> lastUsed{0};  ///< storedMoment, 0 for not since it was last written
  std::atomic<std::int64_t> timesAsOld{0};
};

struct PasswordEntry {
  std::string id;
  PasswordHash hash{};
  std::optional<Moment> geldigTot;  ///< see PasswordRecord; set means: this is the old one
  std::shared_ptr<PasswordUsage> usage;
};

struct KeyEntry {
  KeyRecord record;  ///< as it was read: its figures on use are not kept up
  Salt salt{};
  ScryptCost cost;
  std::vector<PasswordEntry> passwords;
  Rollen anywhere;  ///< the roles for all municipalities together
};

/// Threading: immutable but for the usage counters, which are atomic.
class KeySnapshot {
 public:
  KeySnapshot() = default;
  /// `before`: the snapshot that this one replaces, whose usage counters go on.
  KeySnapshot(std::map<std::string, StoredKey> keys, const KeySnapshot* before);

  /// Null when there is no such key.
  std::shared_ptr<const KeyEntry> find(std::string_view applicatiesleutel) const;
  /// Every key that names this OIN, valid or not.
  std::vector<std::shared_ptr<const KeyEntry>> findByOin(const Oin& oin) const;
  bool knowsPassword(const std::string& passwordId) const { return usage_.contains(passwordId); }
  /// Differs between any two snapshots of one process.
  std::uint64_t generation() const { return generation_; }
  /// What a hash for a name that does not exist has to cost: as much as for the dearest key that does.
  ScryptCost dearestCost() const { return dearest_; }
  const std::map<std::string, std::shared_ptr<PasswordUsage>>& usage() const { return usage_; }

 private:
  struct TextHash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::shared_ptr<const KeyEntry>, TextHash, std::equal_to<>> keys_;
  std::unordered_multimap<std::string, std::shared_ptr<const KeyEntry>> byOin_;
  std::map<std::string, std::shared_ptr<PasswordUsage>> usage_;
  ScryptCost dearest_;
  std::uint64_t generation_ = 0;
};

/// Where the present snapshot comes from. Threading: `current` is safe from any thread.
class KeySource {
 public:
  virtual ~KeySource() = default;
  /// Never null.
  virtual std::shared_ptr<const KeySnapshot> current() const = 0;
};

}  // namespace cvsgw::security
