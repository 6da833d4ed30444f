#include "gateway/laws/wi2021/rules/inzage.hpp"

namespace cvsgw::laws::wi2021 {
std::vector<Melding> inzageMeldingen(const isi::wi2021::Inzage& inzage) {
  if (inzage.soort == "Overleden") return {melding("AS003")};
  std::vector<Melding> meldingen;
  if (inzage.soort == "PlichtBeeindigd" && inzage.inzageTotEnMet) {
    meldingen.push_back(meldingWith("AS103", inzage.inzageTotEnMet->dutch()));
  }
  if (inzage.vertrek && inzage.datumVertrek && inzage.wijzigbaar) {
    const auto* code = *inzage.vertrek == "Buitenland" ? "AS102" : "AS101";
    meldingen.push_back(meldingWith(code, inzage.datumVertrek->plusMonths(1).dutch()));
  }
  return meldingen;
}

}  // namespace cvsgw::laws::wi2021
