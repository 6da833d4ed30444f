// The embedded ISI: all ports on one database.
#pragma once

#include <filesystem>

#include "adapters/store/algemeen.hpp"
#include "adapters/store/auditbak.hpp"
#include "adapters/store/dag.hpp"
#include "adapters/store/loket/loket_store.hpp"
#include "adapters/store/post.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/tabellen.hpp"
#include "adapters/store/wi2007/store.hpp"
#include "adapters/store/wi2013/store.hpp"
#include "adapters/store/wi2021/wi2021_store.hpp"
#include "gateway/isi/ports.hpp"

namespace cvsgw::store {

/// Threading: any thread.
class EmbeddedIsi final : public isi::Backend {
 public:
  /// Opens or creates the database. Throws Error.
  explicit EmbeddedIsi(const std::filesystem::path& file);

  /// The day of the Wi2013's weekly run, 1 (Monday) to 7; kept with the data. Throws Error.
  void zetPvtWeekdag(int dag);
  Outcome<void> enterDay(Date vandaag) override;
  std::unique_ptr<isi::Momentopname> momentopname() override;
  isi::Algemeen& algemeen() override { return algemeen_; }
  isi::Signalen& signalen() override { return signalen_; }
  /// Rows for files; not part of what a message asks.
  isi::Tabellen& tabellen() { return tabellen_; }
  isi::loket::Port& loket() override { return loket_; }
  isi::wi2007::Port& wi2007() override { return wi2007_; }
  isi::wi2013::Port& wi2013() override { return wi2013_; }
  isi::wi2021::Port& wi2021() override { return wi2021_; }
  /// The outbox of this back end; it is no part of what a law asks.
  isi::Postbus& postbus() { return postbus_; }
  /// What changes left for the audit trail.
  isi::Auditbak& auditbak() { return auditbak_; }

 private:
  Database database_;
  DayKeeper days_;
  AlgemeenStore algemeen_;
  SignalenStore signalen_;
  TabellenStore tabellen_;
  LoketStore loket_;
  Wi2007Store wi2007_;
  Wi2013Store wi2013_;
  Wi2021Store wi2021_;
  PostbusStore postbus_;
  AuditbakStore auditbak_;
};

}  // namespace cvsgw::store
