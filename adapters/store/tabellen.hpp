// The rows of files, on SQL.
#pragma once

#include "adapters/store/sql.hpp"
#include "gateway/isi/bestanden.hpp"

namespace cvsgw::store {

/// Threading: as the port says. Rows come from one read transaction, one at a time: memory does not grow with
/// their number.
class TabellenStore final : public isi::Tabellen {
 public:
  explicit TabellenStore(Database& database) : database_(database) {}
  Outcome<void> lees(const isi::Bestand& bestand, const Gemeentecode& gemeente,
                     const isi::RijOntvanger& ontvanger) override;

 private:
  Database& database_;
};

}  // namespace cvsgw::store
