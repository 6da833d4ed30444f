// What a change owes the audit trail, written in the transaction that does it
// (docs/decisions/a-change-leaves-its-audit-record-in-its-own-transaction.md).
#pragma once

#include "adapters/store/sql.hpp"
#include "gateway/isi/mutatie.hpp"
#include "gateway/isi/verantwoording.hpp"

namespace cvsgw::store {

/// Notes that the change is about this person; known to the post that bewaarAuditpost stores.
void noemBetrokkene(const isi::Opdracht& opdracht, const Bsn& bsn);
/// Within the writer's transaction; does nothing when no trail listens.
void bewaarAuditpost(Session& writer, const isi::Opdracht& opdracht);

/// Threading: as the port says.
class AuditbakStore final : public isi::Auditbak {
 public:
  explicit AuditbakStore(Database& database) : database_(database) {}
  Outcome<std::vector<isi::Auditpost>> oudste(int aantal, int seconden) override;
  Outcome<void> vergeet(const std::vector<std::string>& kenmerken) override;

 private:
  Database& database_;
};

}  // namespace cvsgw::store
