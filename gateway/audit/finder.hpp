// The index of persons: who stands in which records. Made afterwards for a run of records at once, sorted,
// since a row for each person of each record would cost a page of the disk each
// (docs/decisions/persons-are-indexed-in-sorted-runs-of-records.md).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/audit/bytes.hpp"
#include "gateway/audit/sqlite.hpp"

namespace cvsgw::audit {

/// Pairs of pseudonym and record of one run, as the index stores them. Threading: a value type.
class Run {
 public:
  /// Every person of a record's `betrokkenen`; call it for records without persons, too. A record that does
  /// not follow the one before begins the run anew.
  void add(std::string_view betrokkenen, std::int64_t seq);
  std::size_t size() const { return pairs_.size(); }
  /// Whether it holds the persons of exactly these records.
  bool covers(std::int64_t from, std::int64_t upTo) const { return from_ == from && last_ == upTo; }
  /// Forgets the records before this one.
  void dropBefore(std::int64_t from);
  /// Sorted and packed: 16 bytes of pseudonym and 8 of number each. Empties the run.
  std::string take();

 private:
  struct Pair {
    Pseudonym pseudonym;
    std::int64_t seq;
    auto operator<=>(const Pair&) const = default;
  };
  std::vector<Pair> pairs_;
  std::int64_t from_ = 0;
  std::int64_t last_ = 0;
};

/// As many pairs as a run holds at least, unless its day ends.
inline constexpr std::size_t kRunPairs = 20'000;

/// The last record that a run covers.
std::int64_t indexedUpTo(Connection& connection);
/// Adds one run of the records behind the last run, at most up to `upTo`: kRunPairs pairs, or with `whatever`
/// also fewer. False: nothing was added. Inside a transaction. `fresh` is what the caller has appended
/// lately: when it is what the run holds, no record is read again.
bool addRun(Connection& connection, std::int64_t upTo, bool whatever, Run* fresh = nullptr);

/// The records that hold this person, in their order: by the runs; behind the last run, and where a day is
/// being removed, one by one.
std::vector<std::int64_t> recordsOf(Connection& connection, const Pseudonym& pseudonym);

}  // namespace cvsgw::audit
