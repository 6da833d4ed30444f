// What an ended gateway can leave behind the last signed position, and what it cannot: links need no key, so
// how much stands there unsigned is all that tells.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "gateway/audit/seals.hpp"
#include "gateway/audit/sqlite.hpp"

namespace cvsgw::audit {

/// A gateway leaves less than SigningRules say, whatever its clock, its disk and its end: a minute and 10,000
/// records. These bounds have room to spare, so that no honest end is ever taken for tampering.
inline constexpr std::int64_t kLongestTail = 300'000;  ///< milliseconds, by the records' own moments
inline constexpr std::int64_t kLargestTail = 20'000;   ///< records

enum class TailFlaw {
  none,
  noPosition,    ///< there is something, and no position of a record was ever signed
  dayNotSigned,  ///< a day ended behind the last position: each ends with one
  tooMany,
  tooLong
};

/// `kop` is the last signed position, `segment` the last one. Threading: as the connection. Throws
/// AuditError.
TailFlaw flawOfTail(Connection& connection, const std::optional<Checkpoint>& kop,
                    const std::optional<Segment>& segment, std::int64_t lastRecord);

/// What verify says of it, in Dutch.
std::string inWords(TailFlaw flaw, std::int64_t signedUpTo, std::int64_t lastRecord);

inline constexpr std::string_view kBeganAnew =
    "a new audit trail begins beside keys of an earlier one: that one is not there any more";
/// Whether a trail that is opened here begins anew although there are keys: these were made with one that has
/// gone. Makes nothing. Threading: any thread. Throws AuditError.
bool beginsBesideKeys(const std::filesystem::path& file, const std::filesystem::path& keys);

}  // namespace cvsgw::audit
