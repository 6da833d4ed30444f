#include "gateway/laws/wi2013/rules/regels.hpp"

namespace cvsgw::laws::wi2013 {

std::vector<Regel> regels() {
  std::vector<Regel> all;
  for (const auto area : {lezenRegels(), wijzigenRegels(), pvtRegels(), factuurRegels(), gebeurtenisRegels()})
    all.insert(all.end(), area.begin(), area.end());
  return all;
}

}  // namespace cvsgw::laws::wi2013
