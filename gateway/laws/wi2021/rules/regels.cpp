#include "gateway/laws/wi2021/rules/regels.hpp"

namespace cvsgw::laws::wi2021 {

std::vector<Regel> regels() {
  std::vector<Regel> all;
  for (const auto area :
       {wijzigenRegels(), pipRegels(), aanbodRegels(), urenRegels(), afrondingRegels(), lbtRegels(),
        bioRegels(), eindgesprekRegels(), certificaatRegels(), contactpersonenRegels(), mailRegels(),
        signaalstatusRegels(), dagenRegels(), gebeurtenisRegels(), weergaveRegels()})
    all.insert(all.end(), area.begin(), area.end());
  return all;
}

}  // namespace cvsgw::laws::wi2021
