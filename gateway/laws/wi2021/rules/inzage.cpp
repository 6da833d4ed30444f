#include "gateway/laws/wi2021/rules/inzage.hpp"

namespace cvsgw::laws::wi2021 {
namespace {

// As the manual writes dates: dd-mm-jjjj.
std::string datumTekst(Date date) {
  const std::string iso = date.text();
  return iso.substr(8, 2) + "-" + iso.substr(5, 2) + "-" + iso.substr(0, 4);
}

}  // namespace

std::vector<Melding> inzageMeldingen(const isi::wi2021::Inzage& inzage) {
  if (inzage.soort == "Overleden") return {melding("AS003")};
  std::vector<Melding> meldingen;
  if (inzage.soort == "PlichtBeeindigd" && inzage.inzageTotEnMet) {
    meldingen.push_back(meldingWith("AS103", datumTekst(*inzage.inzageTotEnMet)));
  }
  if (inzage.vertrek && inzage.datumVertrek && inzage.wijzigbaar) {
    const auto* code = *inzage.vertrek == "Buitenland" ? "AS102" : "AS101";
    meldingen.push_back(meldingWith(code, datumTekst(inzage.datumVertrek->plusMonths(1))));
  }
  return meldingen;
}

}  // namespace cvsgw::laws::wi2021
