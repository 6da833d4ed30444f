#include "adapters/store/embedded_isi.hpp"

#include "adapters/store/guard.hpp"
#include "adapters/store/wi2013/dag.hpp"

namespace cvsgw::store {

EmbeddedIsi::EmbeddedIsi(const std::filesystem::path& file)
    : database_(file),
      days_(database_),
      algemeen_(database_),
      signalen_(database_),
      tabellen_(database_),
      loket_(database_),
      wi2007_(database_),
      wi2013_(database_),
      wi2021_(database_),
      postbus_(database_),
      auditbak_(database_) {}

void EmbeddedIsi::zetPvtWeekdag(int dag) {
  store::zetPvtWeekdag(database_, dag);
}

Outcome<void> EmbeddedIsi::enterDay(Date vandaag) {
  try {
    days_.ensure(vandaag);
    return {};
  } catch (const Error& error) {
    return refuse(FaultKind::isiUnavailable, {}, error.what());
  }
}

std::unique_ptr<isi::Momentopname> EmbeddedIsi::momentopname() {
  struct Moment final : isi::Momentopname {
    explicit Moment(Database& database) : snapshot(database) {}
    Database::Snapshot snapshot;
  };
  try {
    return std::make_unique<Moment>(database_);
  } catch (const Error&) {
    return nullptr;  // whoever reads next meets the cause and tells it
  }
}

}  // namespace cvsgw::store
