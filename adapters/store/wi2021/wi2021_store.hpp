// The port of the Wi2021 on SQL.
#pragma once

#include "adapters/store/sql.hpp"
#include "gateway/isi/wi2021/port.hpp"

namespace cvsgw::store {

/// Threading: as the port says.
class Wi2021Store final : public isi::wi2021::Port {
 public:
  explicit Wi2021Store(Database& database) : database_(database) {}

  Outcome<isi::Page<isi::wi2021::PersoonRij>> zoekPersonen(
      const isi::Namens& namens, const isi::wi2021::PersoonCriteria& criteria, const isi::PageRequest& pagina,
      const isi::wi2021::PersoonSortering& sortering) override;
  Outcome<isi::Feed<isi::wi2021::PersoonIngang>> haalPersonen(const isi::Namens& namens,
                                                              std::int64_t naVolgnummer,
                                                              int maximum) override;
  Outcome<std::optional<isi::wi2021::Persoon>> raadpleegPersoon(const isi::Namens& namens,
                                                                const Bsn& bsn) override;
  Outcome<std::optional<isi::wi2021::Historie>> raadpleegHistorie(const isi::Namens& namens, const Bsn& bsn,
                                                                  isi::wi2021::HistorieSoort soort) override;
  Outcome<std::optional<isi::wi2021::Examendetail>> raadpleegExamen(const isi::Namens& namens, const Bsn& bsn,
                                                                    const std::string& onderdeel) override;
  Outcome<std::vector<isi::wi2021::Instelling>> lijstInstellingen(
      const isi::wi2021::InstellingCriteria& criteria) override;
  Outcome<std::vector<isi::wi2021::Contactpersoon>> lijstContactpersonen(const isi::Namens& namens) override;
  Outcome<std::optional<isi::Page<isi::wi2021::CaseloadRij>>> raadpleegCaseload(
      const isi::Namens& namens, const std::string& contactpersoonId, bool historie,
      const isi::PageRequest& pagina) override;
  Outcome<isi::Page<isi::wi2021::CertificaatRij>> zoekCertificaten(
      const isi::Namens& namens, const isi::wi2021::CertificaatCriteria& criteria,
      const isi::PageRequest& pagina, const isi::wi2021::CertificaatSortering& sortering) override;
  Outcome<std::optional<isi::wi2021::Certificaat>> haalCertificaat(const isi::Namens& namens,
                                                                   const std::string& certificaatId) override;

  Outcome<isi::wi2021::Uitkomst> muteerPersoon(const isi::Namens& namens, const isi::Opdracht& opdracht,
                                               const Bsn& bsn,
                                               const isi::wi2021::Beslissing& beslissing) override;
  Outcome<isi::wi2021::Uitkomst> muteerGemeente(const isi::Namens& namens, const isi::Opdracht& opdracht,
                                                const isi::wi2021::Gemeentebeslissing& beslissing) override;

 private:
  Database& database_;
};

}  // namespace cvsgw::store
