#include "gateway/laws/wi2021/rules/certificaten.hpp"

#include "gateway/laws/wi2021/rules/wijzigen.hpp"

namespace cvsgw::laws::wi2021 {

isi::wi2021::Gemeentebesluit handelCertificaatAf(const isi::wi2021::Gemeentestand& stand,
                                                 const std::string& certificaatId) {
  isi::wi2021::Gemeentebesluit besluit;
  const auto certificaat = stand.werk.certificaat(certificaatId);
  if (!certificaat) {
    besluit.meldingen = {melding("FS250", "certificaatId")};
    return besluit;
  }
  besluit.meldingen = controleerVersie(stand.verwerking, certificaat->versie);
  if (geweigerd(besluit.meldingen)) return besluit;
  if (certificaat->datumAfgehandeld)
    besluit.meldingen.push_back(
        meldingWith("AS251", certificaat->datumAfgehandeld->dutch(), "certificaatId"));
  besluit.afTeHandelen = certificaatId;
  return besluit;
}

}  // namespace cvsgw::laws::wi2021
