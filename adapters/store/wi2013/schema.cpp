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

// wacht2013: the next day on which something happens to a person by the passing of time alone; one row as
// long as there is such a day. Persons of before are looked at on the next day that is processed.
// rekeningnummer_onbekend: municipalities whose account number DUO does not know; kept until it does.
const char* const kWijzigenWi2013 = R"sql(
CREATE TABLE wacht2013 (
  bsn TEXT NOT NULL PRIMARY KEY,
  dag TEXT NOT NULL
);
CREATE INDEX wacht2013_dag ON wacht2013 (dag, bsn);
INSERT INTO wacht2013 (bsn, dag) SELECT bsn, '0001-01-01' FROM dossier WHERE wet = 13;
CREATE TABLE rekeningnummer_onbekend (
  gemeente TEXT NOT NULL PRIMARY KEY
);
)sql";

}  // namespace cvsgw::store
