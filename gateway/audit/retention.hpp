// How long records are kept: whole days go, sealed ones only, and what is held stays.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gateway/audit/chain.hpp"

namespace cvsgw::audit {

/// The sealed days, by number of segment, that are older than `bewaardagen` and that no hold covers.
std::vector<std::int64_t> expiredDays(Connection& connection, std::int64_t now, int bewaardagen);
/// The newest moment of a signed position of a day before this one; 0: there is none.
std::int64_t signedBeforeToday(Connection& connection, std::int64_t now);
/// Signs those days away, for good. In an open transaction of the chain; gives the numbers of the segments.
std::vector<std::int64_t> markExpired(Chain& chain, std::int64_t now, int bewaardagen);
/// Removes at most `atMost` records of days that were signed away and that no hold covers; false: nothing is
/// left to remove. In an open transaction.
bool removeSome(Connection& connection, std::int64_t atMost);

/// Days that must stay, from and to inclusive, yyyy-mm-dd. In an open transaction; gives the hold's number.
std::int64_t hold(Chain& chain, std::int64_t now, const std::string& van, const std::string& tot,
                  const std::string& reden);
/// False: there is no such hold, or it was lifted before. In an open transaction.
bool lift(Chain& chain, std::int64_t now, std::int64_t nummer);
/// Days of which records were removed.
struct GoneDay {
  std::string dag;
  bool geheel = false;  ///< all of them
};
/// Those from `van` to `tot` inclusive: a hold keeps what is there, and brings nothing back.
std::vector<GoneDay> daysGone(Connection& connection, const std::string& van, const std::string& tot);
std::vector<Hold> holds(Connection& connection);

}  // namespace cvsgw::audit
