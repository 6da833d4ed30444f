#include "gateway/laws/wi2007/rules/regels.hpp"

namespace cvsgw::laws::wi2007 {

std::vector<Regel> regels() {
  std::vector<Regel> all;
  for (const auto area : {zoekRegels(), persoonRegels(), signaalRegels()})
    all.insert(all.end(), area.begin(), area.end());
  return all;
}

}  // namespace cvsgw::laws::wi2007
