#include "adapters/store/migrations.hpp"

namespace cvsgw::store {

// The search columns of Wi2013, one row per row of zicht; kept as long as that row.
const char* const kSchemaWi2013 = R"sql(
CREATE TABLE zoek2013 (
  persoon_id TEXT NOT NULL PRIMARY KEY REFERENCES zicht (persoon_id) ON DELETE CASCADE,
  gemeente TEXT NOT NULL,
  bsn TEXT NOT NULL,
  voornamen TEXT,
  voorvoegsel TEXT,
  achternaam TEXT NOT NULL,
  zoekvoornamen TEXT NOT NULL,
  zoeknaam TEXT NOT NULL,
  geboortedatum TEXT,
  pvt_plichtig INTEGER,
  start_plicht TEXT,
  einde_plicht TEXT,
  start_deelname TEXT,
  einde_deelname TEXT,
  voldaan INTEGER NOT NULL,
  recht_mb INTEGER,
  factuur TEXT NOT NULL,
  indienbaar INTEGER NOT NULL,
  uitgeschreven INTEGER NOT NULL,
  verblijf TEXT NOT NULL
);
CREATE INDEX zoek2013_bsn ON zoek2013 (gemeente, uitgeschreven, bsn);
CREATE INDEX zoek2013_naam ON zoek2013 (gemeente, uitgeschreven, zoeknaam, bsn);
)sql";

}  // namespace cvsgw::store
