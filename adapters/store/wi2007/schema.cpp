#include "adapters/store/migrations.hpp"

namespace cvsgw::store {

// The search columns of Wi2007, one row per row of zicht and kept as long as that. `nationaliteit` is the
// first one as zoeknaam writes it; `definitief_vanaf` is the first day in ISI definitief, null when none is
// known.
const char* const kSchemaWi2007 = R"sql(
CREATE TABLE zoek2007 (
  persoon_id TEXT NOT NULL PRIMARY KEY REFERENCES zicht (persoon_id) ON DELETE CASCADE,
  gemeente TEXT NOT NULL,
  bsn TEXT NOT NULL,
  a_nummer TEXT,
  voornaam TEXT,
  voorvoegsels TEXT,
  achternaam TEXT NOT NULL,
  geboortedatum TEXT,
  geslacht TEXT,
  nationaliteit TEXT,
  datum_overlijden TEXT,
  verblijf TEXT NOT NULL,
  definitief_vanaf TEXT
);
CREATE UNIQUE INDEX zoek2007_bsn ON zoek2007 (gemeente, bsn);
CREATE INDEX zoek2007_a_nummer ON zoek2007 (gemeente, a_nummer, bsn) WHERE a_nummer IS NOT NULL;
CREATE INDEX zoek2007_geboortedatum ON zoek2007 (gemeente, geboortedatum);
CREATE INDEX zoek2007_definitief ON zoek2007 (definitief_vanaf) WHERE definitief_vanaf IS NOT NULL;
)sql";

// wacht2007: the next day on which something happens to a person by the passing of time alone; one row as
// long as there is such a day. Persons of before are looked at on the first day. examensignaal2007: which
// municipalities receive SS065, by an active application key or because they asked; one row for each that
// did, kept for good (it holds no personal data).
const char* const kSchemaDagenWi2007 = R"sql(
CREATE TABLE wacht2007 (
  bsn TEXT NOT NULL PRIMARY KEY,
  dag TEXT NOT NULL
);
CREATE INDEX wacht2007_dag ON wacht2007 (dag, bsn);
INSERT INTO wacht2007 (bsn, dag) SELECT bsn, '0001-01-01' FROM dossier WHERE wet = 7;
CREATE INDEX zoek2007_persoon ON zoek2007 (bsn);
CREATE TABLE examensignaal2007 (
  gemeente TEXT NOT NULL PRIMARY KEY,
  sleutel INTEGER NOT NULL DEFAULT 0,
  gevraagd INTEGER NOT NULL DEFAULT 0
);
)sql";

}  // namespace cvsgw::store
