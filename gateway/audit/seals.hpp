// What is signed, and over which bytes: each kind of row begins with its own word, so that no signature holds
// for another.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "gateway/audit/bytes.hpp"
#include "gateway/audit/keys.hpp"
#include "gateway/audit/sqlite.hpp"

namespace cvsgw::audit {

/// Where the chain stands.
struct Head {
  std::int64_t seq = 0;
  Digest hash{};
};

/// A signed position of the chain: one before the first record, then one every minute, every 10,000 records,
/// at a day's end, at a clean stop, and whenever a key is laid down or a hold made or lifted.
struct Checkpoint {
  std::int64_t nummer = 0;
  Head head;
  std::int64_t tijd = 0;  ///< milliseconds since 1970
  Digest vorige{};        ///< SHA-256 of what the checkpoint before says
  /// smallRows() at that moment; those of version 1 of the schema have none.
  std::optional<Digest> regels;
  Signature handtekening{};

  std::string message() const;
  /// One line of JSON, as it stands in the log and in the file for `verify --laatste`.
  std::string json() const;
  static std::optional<Checkpoint> fromJson(std::string_view whole);
};

/// The records of one day.
struct Segment {
  std::int64_t nummer = 0;
  std::string dag;  ///< in Amsterdam, of its first record's end
  std::int64_t van = 0;
  Digest beginHash{};  ///< of the record before the first
  std::int64_t tot = 0;
  Digest eindHash{};
  std::int64_t verzegeld = 0;  ///< milliseconds since 1970; 0: still open
  Signature handtekening{};

  std::string message() const;
};

/// `handtekening` of a row of `verwijdering`, `sleutel` and `vasthouden`.
std::string removalMessage(std::int64_t segment, std::int64_t tijd);
std::string keyMessage(std::int64_t jaar, const Digest& vingerafdruk);
struct Hold {
  std::int64_t nummer = 0;
  std::string van;  ///< first day, yyyy-mm-dd
  std::string tot;  ///< last day
  std::string reden;
  std::int64_t tijd = 0;
  std::int64_t opgeheven = 0;  ///< 0: holds
  Signature handtekening{};

  std::string message() const;
};

/// SHA-256 of all rows of `sleutel` and `vasthouden`, which stand outside the chain.
Digest smallRows(Connection& connection);

/// Columns in the order of these structs, for the readers below.
inline constexpr const char* kCheckpointColumns = "nummer, seq, hash, tijd_ms, vorige, handtekening, regels";
inline constexpr const char* kSegmentColumns =
    "nummer, dag, van_seq, begin_hash, tot_seq, eind_hash, verzegeld_ms, handtekening";
inline constexpr const char* kHoldColumns = "nummer, van, tot, reden, tijd_ms, opgeheven_ms, handtekening";
/// Nothing when a column is not what it has to be.
std::optional<Checkpoint> checkpointFrom(const Statement& row);
std::optional<Segment> segmentFrom(const Statement& row);
std::optional<Hold> holdFrom(const Statement& row);

}  // namespace cvsgw::audit
