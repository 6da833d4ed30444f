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

}  // namespace cvsgw::store
