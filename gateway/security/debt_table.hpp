// Memory of fixed size about callers of whom there may be more than it can hold.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <vector>

namespace cvsgw::security {

/// Keeps a `Record` per tag. A Record owes something until it is settled: `bool settled(Time) const`
/// (forgetting it changes nothing) and `std::int64_t debt() const` (more is worse). When all places of a set
/// are taken by records that still owe, a newcomer moves in with the one that owes least, and takes its debt
/// over (`void takenOver()` leaves the debt and nothing else that was the other's): no debt is ever lost by
/// making others, so nobody gets rid of his own by inventing names. Tags come from KeyedHash, so nobody can
/// choose with whom he shares. Threading: all members are safe from any thread.
template <class Record>
class DebtTable {
 public:
  using Time = std::chrono::steady_clock::time_point;

  /// Room for about `places` records; never more memory than at the start.
  explicit DebtTable(std::size_t places) {
    const std::size_t sets = std::max<std::size_t>(1, places / (kShards * kWays));
    for (Shard& shard : shards_) shard.sets.resize(sets);
  }

  /// Runs `work(Record&)` on the tag's record (a new one if there was none) and returns what it returns.
  template <class Work>
  auto with(std::uint64_t tag, Time now, Work&& work) {
    Shard& shard = shards_[tag % kShards];
    const std::lock_guard lock(shard.lock);
    return work(find(shard.sets[(tag / kShards) % shard.sets.size()], tag, now));
  }

  /// Runs `work(const Record&)` on what `with` would find, and leaves it as it was.
  template <class Work>
  auto look(std::uint64_t tag, Time now, Work&& work) const {
    const Shard& shard = shards_[tag % kShards];
    const std::lock_guard lock(shard.lock);
    const Set& set = shard.sets[(tag / kShards) % shard.sets.size()];
    const Place* place = choose(set, tag, now);
    if (place->taken && place->tag == tag) return work(place->record);
    Record record{};
    if (place->taken && !place->record.settled(now)) {
      record = place->record;
      record.takenOver();
    }
    return work(record);
  }

 private:
  static constexpr std::size_t kShards = 64;
  static constexpr std::size_t kWays = 8;
  struct Place {
    std::uint64_t tag = 0;
    bool taken = false;
    Record record{};
  };
  using Set = std::array<Place, kWays>;
  struct Shard {
    mutable std::mutex lock;
    std::vector<Set> sets;
  };

  /// The tag's own place; else a free one or one that owes nothing; else the one that owes least.
  template <class SomeSet>
  static auto choose(SomeSet& set, std::uint64_t tag, Time now) {
    auto* chosen = &set.front();
    const auto owed = [now](const Place& place) {
      return !place.taken || place.record.settled(now) ? -1 : place.record.debt();
    };
    std::int64_t least = owed(*chosen);
    for (auto& place : set) {
      if (place.taken && place.tag == tag) return &place;
      const std::int64_t debt = owed(place);
      if (debt < least) {
        least = debt;
        chosen = &place;
      }
    }
    return chosen;
  }

  static Record& find(Set& set, std::uint64_t tag, Time now) {
    Place* place = choose(set, tag, now);
    if (place->taken && place->tag == tag) return place->record;
    if (!place->taken || place->record.settled(now)) {
      place->record = Record{};
    } else {
      place->record.takenOver();
    }
    place->tag = tag;
    place->taken = true;
    return place->record;
  }

  std::array<Shard, kShards> shards_;
};

}  // namespace cvsgw::security
