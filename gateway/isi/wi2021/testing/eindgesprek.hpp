// A final talk that was registered on kRegistratie. For tests only.
#pragma once

#include "gateway/isi/wi2021/dossier.hpp"

namespace cvsgw::isi::wi2021 {

inline constexpr Date kRegistratie(2026, 11, 1);

inline Eindgesprek eindgesprekVan(const Gemeentecode& gemeente) {
  return {{}, gemeente, kRegistratie.plusDays(-2), 812, kRegistratie};
}

}  // namespace cvsgw::isi::wi2021
