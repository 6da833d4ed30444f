// The port of the Wi2007 on SQL.
#pragma once

#include "adapters/store/sql.hpp"
#include "gateway/isi/wi2007/port.hpp"

namespace cvsgw::store {

/// Threading: as the port says.
class Wi2007Store final : public isi::wi2007::Port {
 public:
  explicit Wi2007Store(Database& database) : database_(database) {}
  Outcome<isi::Page<isi::wi2007::PersoonRij>> zoekPersonen(const isi::Namens& namens,
                                                           const isi::wi2007::PersonenCriteria& criteria,
                                                           const isi::PageRequest& pagina) override;
  Outcome<std::optional<isi::wi2007::Persoon>> raadpleegPersoon(
      const isi::Namens& namens, const isi::wi2007::PersonenCriteria& criteria) override;
  Outcome<isi::Feed<isi::wi2007::PersoonIngang>> haalPersonen(const isi::Namens& namens,
                                                              std::int64_t naVolgnummer,
                                                              int maximum) override;

 private:
  Database& database_;
};

}  // namespace cvsgw::store
