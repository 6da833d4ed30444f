#include "gateway/isi/wi2013/pvt.hpp"

namespace cvsgw::isi::wi2013 {

Date pvtTermijnEinde(Date start) {
  return start.plusYears(1).plusDays(-1);
}

Date definitiefOp(Date registratie, std::chrono::weekday week) {
  const Date first = registratie.plusDays(15);
  return first.plusDays(static_cast<int>((week - std::chrono::weekday{first.days()}).count()));
}

}  // namespace cvsgw::isi::wi2013
