#include "gateway/isi/wi2013/pvt.hpp"

namespace cvsgw::isi::wi2013 {

Date pvtTermijnEinde(Date start) {
  return start.plusYears(1).plusDays(-1);
}

Date definitiefOp(Date registratie) {
  const Date first = registratie.plusDays(15);
  const auto sinceMonday = (std::chrono::weekday{first.days()} - std::chrono::Monday).count();
  return first.plusDays(static_cast<int>((7 - sinceMonday) % 7));
}

}  // namespace cvsgw::isi::wi2013
