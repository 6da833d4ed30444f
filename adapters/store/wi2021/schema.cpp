#include "adapters/store/migrations.hpp"

namespace cvsgw::store {

// zoek2021: the search columns, one row per row of zicht; kept as long as that row.
// caseload2021: the links of the dossiers, by contact person; kept as long as the dossier.
// contactpersoon2021: registered by the municipality; kept until it removes them.
// instelling2021: DUO's register of institutions; kept as long as DUO gives them.
const char* const kSchemaWi2021 = R"sql(
CREATE TABLE zoek2021 (
  persoon_id TEXT NOT NULL PRIMARY KEY REFERENCES zicht (persoon_id) ON DELETE CASCADE,
  gemeente TEXT NOT NULL,
  bsn TEXT NOT NULL,
  voornamen TEXT,
  voorvoegsel TEXT,
  achternaam TEXT NOT NULL,
  zoeknaam TEXT NOT NULL,
  geboortedatum TEXT,
  doelgroep TEXT NOT NULL,
  datum_vaststelling TEXT NOT NULL,
  contactpersoon_id TEXT,
  contactpersoon_naam TEXT,
  lbt_afgenomen INTEGER NOT NULL,
  pip_doorgegeven INTEGER NOT NULL,
  aanbod_doorgegeven INTEGER NOT NULL,
  pvt_doorgegeven INTEGER NOT NULL,
  map_doorgegeven INTEGER NOT NULL
);
CREATE UNIQUE INDEX zoek2021_bsn ON zoek2021 (gemeente, bsn);
CREATE INDEX zoek2021_naam ON zoek2021 (gemeente, zoeknaam, bsn);
CREATE INDEX zoek2021_vaststelling ON zoek2021 (gemeente, datum_vaststelling, bsn);
CREATE INDEX zoek2021_contactpersoon ON zoek2021 (gemeente, contactpersoon_id) WHERE contactpersoon_id IS NOT NULL;

CREATE TABLE contactpersoon2021 (
  contactpersoon_id TEXT NOT NULL PRIMARY KEY,
  gemeente TEXT NOT NULL,
  naam TEXT NOT NULL,
  zoeknaam TEXT NOT NULL,
  email TEXT NOT NULL,
  telefoonnummer TEXT,
  algemeen INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX contactpersoon2021_gemeente ON contactpersoon2021 (gemeente, zoeknaam);

CREATE TABLE caseload2021 (
  gemeente TEXT NOT NULL,
  contactpersoon_id TEXT NOT NULL,
  bsn TEXT NOT NULL,
  nummer INTEGER NOT NULL,
  datum_koppeling TEXT,
  datum_ingetrokken TEXT,
  PRIMARY KEY (bsn, nummer)
);
CREATE INDEX caseload2021_contactpersoon ON caseload2021 (contactpersoon_id, bsn);

CREATE TABLE instelling2021 (
  instellingsnummer TEXT NOT NULL PRIMARY KEY,
  naam TEXT NOT NULL,
  zoeknaam TEXT NOT NULL,
  postcode TEXT,
  huisnummer INTEGER,
  huisnummertoevoeging TEXT,
  plaatsnaam TEXT,
  bow TEXT,
  brin TEXT,
  bow_keurmerk INTEGER NOT NULL,
  tst_keurmerk INTEGER NOT NULL
);
)sql";

// wacht2021: the next day on which something happens to a person by the passing of time alone; one row as
// long as there is such a day. Persons of before are looked at on the next day that is processed.
const char* const kSchemaDagen = R"sql(
CREATE TABLE wacht2021 (
  bsn TEXT NOT NULL PRIMARY KEY,
  dag TEXT NOT NULL
);
CREATE INDEX wacht2021_dag ON wacht2021 (dag, bsn);
INSERT INTO wacht2021 (bsn, dag) SELECT bsn, '0001-01-01' FROM dossier WHERE wet = 21;
CREATE INDEX signaal_afgehandeld ON signaal (afgehandeld_op) WHERE vervallen = 0 AND afgehandeld_op IS NOT NULL;
)sql";

// certificaat2021: certificates of the Z-route with all that is printed. Kept without an end, for the manual
// lets the municipality fetch them at any time (§ 3.6.16); a row goes only when a correction says that the
// person was never of this law. One person has one certificate per final talk. Persons whose certificate
// should have been there before this version are looked at on the next day that is processed.
const char* const kSchemaCertificaten = R"sql(
CREATE TABLE certificaat2021 (
  certificaat_id TEXT NOT NULL PRIMARY KEY,
  gemeente TEXT NOT NULL,
  gemeentenaam TEXT NOT NULL,
  bsn TEXT NOT NULL,
  voornamen TEXT,
  voorvoegsel TEXT,
  achternaam TEXT NOT NULL,
  zoeknaam TEXT NOT NULL,
  geboortedatum TEXT,
  niveau TEXT,
  datum_eindgesprek TEXT NOT NULL,
  datum_beschikbaar TEXT NOT NULL,
  afgehandeld_op TEXT
);
CREATE UNIQUE INDEX certificaat2021_persoon ON certificaat2021 (bsn, datum_eindgesprek);
CREATE INDEX certificaat2021_gemeente ON certificaat2021 (gemeente, bsn);
INSERT INTO wacht2021 (bsn, dag)
  SELECT bsn, '0001-01-01' FROM dossier WHERE wet = 21 AND inhoud LIKE '%"ZrouteVoldaan"%'
  ON CONFLICT (bsn) DO UPDATE SET dag = excluded.dag;
)sql";

}  // namespace cvsgw::store
