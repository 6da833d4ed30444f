#include "gateway/audit/entry.hpp"
#include "gateway/audit/sqlite.hpp"

namespace cvsgw::audit {
namespace {

// How long each table is kept stands in docs/audit.md; STRICT, so that a column holds what it says.
constexpr const char* kSchema = R"sql(
CREATE TABLE verwerking (
  seq INTEGER PRIMARY KEY,
  kenmerk BLOB NOT NULL, trace_id BLOB NOT NULL, span_id BLOB NOT NULL, bovenliggend BLOB,
  naam TEXT NOT NULL, status INTEGER NOT NULL, begin_ms INTEGER NOT NULL, eind_ms INTEGER NOT NULL,
  activiteit TEXT NOT NULL, oin TEXT, sleutel TEXT, label TEXT, certificaat TEXT, herkomst TEXT NOT NULL,
  gemeente TEXT, resultaat TEXT NOT NULL, fout TEXT, message_id TEXT, referentie TEXT NOT NULL,
  vraag BLOB, antwoord BLOB, bestand BLOB, toelichting TEXT, uitbak INTEGER NOT NULL, jaar INTEGER NOT NULL,
  betrokkenen BLOB,
  hash BLOB NOT NULL
) STRICT;
-- Only what an outbox may offer again, and what belongs to a file: a read pays for no index.
CREATE UNIQUE INDEX verwerking_uitbak ON verwerking (kenmerk) WHERE uitbak = 1;
CREATE INDEX verwerking_bestand ON verwerking (bestand) WHERE bestand IS NOT NULL;
-- The user's pseudonym is no part of an LDV record; the chain covers it all the same.
CREATE TABLE gebruiker (seq INTEGER PRIMARY KEY, kenmerk BLOB NOT NULL) STRICT;
-- Who stands in which records, sorted, for a run of records at once.
CREATE TABLE wijzer (
  van_seq INTEGER PRIMARY KEY, tot_seq INTEGER NOT NULL, paren BLOB NOT NULL
) STRICT;
CREATE TABLE kop (
  nummer INTEGER PRIMARY KEY, seq INTEGER NOT NULL, hash BLOB NOT NULL, tijd_ms INTEGER NOT NULL,
  vorige BLOB NOT NULL, handtekening BLOB NOT NULL
) STRICT;
-- One for each day with records; signed when the day is over.
CREATE TABLE segment (
  nummer INTEGER PRIMARY KEY, dag TEXT NOT NULL, van_seq INTEGER NOT NULL, begin_hash BLOB NOT NULL,
  tot_seq INTEGER, eind_hash BLOB, verzegeld_ms INTEGER, handtekening BLOB
) STRICT;
-- Signed: without such a row, records that are absent have been taken away.
CREATE TABLE verwijdering (
  segment INTEGER PRIMARY KEY, tijd_ms INTEGER NOT NULL, handtekening BLOB NOT NULL
) STRICT;
-- Days that must not be removed (signed).
CREATE TABLE vasthouden (
  nummer INTEGER PRIMARY KEY, van TEXT NOT NULL, tot TEXT NOT NULL, reden TEXT NOT NULL, tijd_ms INTEGER NOT NULL,
  opgeheven_ms INTEGER, handtekening BLOB NOT NULL
) STRICT;
-- What tells a year's keys from others (signed).
CREATE TABLE sleutel (
  jaar INTEGER PRIMARY KEY, vingerafdruk BLOB NOT NULL, handtekening BLOB NOT NULL
) STRICT;
)sql";

}  // namespace

void migrate(Connection& connection) {
  Transaction transaction(connection, Transaction::Kind::write);
  const auto version = connection.single("PRAGMA user_version");
  if (version > kSchemaVersion)
    throw AuditError("audit.sqlite is of a newer program (version " + std::to_string(version) +
                     "): use that one");
  if (version < 1) {
    connection.run(kSchema);
  }
  if (version < 2) {
    // What stands in sleutel and vasthouden; signed positions of before have none.
    connection.run("ALTER TABLE kop ADD COLUMN regels BLOB; PRAGMA user_version = 2");
  }
  transaction.commit();
}

}  // namespace cvsgw::audit
