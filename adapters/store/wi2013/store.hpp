// The port of the Wi2013 on SQL.
#pragma once

#include "adapters/store/sql.hpp"
#include "gateway/isi/wi2013/port.hpp"

namespace cvsgw::store {

/// Threading: as the port says.
class Wi2013Store final : public isi::wi2013::Port {
 public:
  explicit Wi2013Store(Database& database) : database_(database) {}
  Outcome<isi::Page<isi::wi2013::PersoonRij>> zoekPersonen(
      const isi::Namens& namens, const isi::wi2013::PersoonCriteria& criteria, const isi::PageRequest& pagina,
      const isi::wi2013::PersoonSortering& sortering) override;
  Outcome<std::optional<isi::wi2013::Persoon>> raadpleegPersoon(const isi::Namens& namens,
                                                                const Bsn& bsn) override;
  Outcome<isi::Feed<isi::wi2013::PersoonIngang>> haalPersonen(const isi::Namens& namens,
                                                              std::int64_t naVolgnummer,
                                                              int maximum) override;
  Outcome<isi::wi2013::Uitkomst> muteerPersoon(const isi::Namens& namens, const isi::Opdracht& opdracht,
                                               const Bsn& bsn,
                                               const isi::wi2013::Beslissing& beslissing) override;

 private:
  Database& database_;
};

}  // namespace cvsgw::store
