#include "gateway/laws/wi2021/rules/zoeken.hpp"

namespace cvsgw::laws::wi2021 {
namespace {

bool reversed(const std::optional<Date>& from, const std::optional<Date>& until) {
  return from && until && *until < *from;
}

}  // namespace

std::vector<Melding> controleerBsn(std::string_view bsn, std::string_view veld) {
  if (Bsn::parse(bsn)) return {};
  return {melding("FS001", veld)};
}

std::vector<Melding> controleer(const isi::wi2021::PersoonCriteria& criteria) {
  std::vector<Melding> broken;
  if (reversed(criteria.vaststellingVanaf, criteria.vaststellingTotEnMet)) {
    broken.push_back(melding("FS002", "criteria/datumVaststellingTotEnMet"));
  }
  if (criteria.aanbodNietDoorgegeven && criteria.doelgroep && *criteria.doelgroep != "Asielstatushouder") {
    broken.push_back(melding("FS102", "criteria/inburgeringsaanbodNietDoorgegeven"));
  }
  return broken;
}

std::vector<Melding> controleer(const isi::SignaalCriteria& criteria) {
  if (reversed(criteria.datumVanaf, criteria.datumTotEnMet))
    return {melding("FS002", "criteria/datumTotEnMet")};
  return {};
}

}  // namespace cvsgw::laws::wi2021
