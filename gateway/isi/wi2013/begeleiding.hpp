// The right to maatschappelijke begeleiding (§ 4.1): four conditions, for three groups of persons.
#pragma once

#include <optional>

#include "gateway/isi/wi2013/dossier.hpp"

namespace cvsgw::isi::wi2013 {

/// From this day on PVT and begeleiding are part of the Wi2013 (§ 1).
inline constexpr Date kInvoeringPvt(2017, 10, 1);

/// Which list of conditions of § 4.1 a person belongs to; each has the same four, but for the start of the
/// obligation, which parts the first two, and for having been resettled, which marks the third.
enum class Begeleidingsgroep : std::uint8_t { algemeen, eerdereStart, hervestiger };

struct Begeleidingsrecht {
  bool recht = false;
  Begeleidingsgroep groep = Begeleidingsgroep::algemeen;
  /// The first municipality at an address that is no AZC: the one that is paid.
  std::optional<Gemeentecode> gemeente;
};

/// Absent as long as IND's ground is not known.
std::optional<Begeleidingsrecht> bepaalBegeleiding(const Dossier& dossier);

}  // namespace cvsgw::isi::wi2013
