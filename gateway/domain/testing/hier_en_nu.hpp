// The day on which most tests are held, and the municipalities that they speak of. For tests only.
#pragma once

#include "gateway/domain/bsn.hpp"
#include "gateway/domain/date.hpp"

namespace cvsgw {

inline constexpr Date kToday(2026, 11, 22);
inline const Gemeentecode kGroningen = *Gemeentecode::parse("0014");
inline const Gemeentecode kAlmere = *Gemeentecode::parse("0034");
inline const Gemeentecode kUtrecht = *Gemeentecode::parse("0344");
inline const Gemeentecode kAmsterdam = *Gemeentecode::parse("0363");

}  // namespace cvsgw
