#include "gateway/isi/wi2021/koppelen.hpp"

namespace cvsgw::isi::wi2021 {

Dossier koppel(Dossier dossier, const Gemeentecode& gemeente,
               const std::optional<std::string>& contactpersoonId, Date vandaag) {
  for (auto& koppeling : dossier.koppelingen) {
    if (koppeling.gemeentecode == gemeente && !koppeling.datumIngetrokken)
      koppeling.datumIngetrokken = vandaag;
  }
  if (contactpersoonId) {
    dossier.koppelingen.insert(dossier.koppelingen.begin(),
                               Koppeling{{}, gemeente, *contactpersoonId, vandaag, std::nullopt});
  }
  return dossier;
}

}  // namespace cvsgw::isi::wi2021
