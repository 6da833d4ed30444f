// What the service InburgeringAlgemeen asks, on SQL.
#pragma once

#include "adapters/store/sql.hpp"
#include "gateway/isi/algemeen.hpp"

namespace cvsgw::store {

/// Threading: as the port says.
class AlgemeenStore final : public isi::Algemeen {
 public:
  explicit AlgemeenStore(Database& database) : database_(database) {}
  /// The newest law that has a dossier of this person is the law that holds.
  Outcome<isi::WetVanPersoon> bepaalWet(const isi::Namens& namens, const Bsn& bsn) override;
  Outcome<bool> inZicht(const isi::Namens& namens, const Bsn& bsn) override;
  Outcome<std::optional<Bsn>> bsnInZicht(const isi::Namens& namens, const std::string& aNummer) override;
  Outcome<std::int64_t> aantalInZicht(const isi::Namens& namens) override;

 private:
  Database& database_;
};

}  // namespace cvsgw::store
