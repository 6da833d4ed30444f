#include "adapters/store/migrations.hpp"

namespace cvsgw::store {

// Dates are ISO text, so that they compare as dates. Retention: see the comment at each table.
const char* const kSchemaCommon = R"sql(
-- Everything the ISI knows of one person under one law, as JSON by the field descriptions. Kept as long as the manuals'
-- rules give anyone sight of it, and then for the history of a later law.
CREATE TABLE dossier (
  wet INTEGER NOT NULL,
  bsn TEXT NOT NULL,
  inhoud TEXT NOT NULL,
  PRIMARY KEY (wet, bsn)
);

-- Who sees whom: one row per law, municipality and person; `zichtbaar_tot` is the last day. A row stays as `vervallen` for the
-- feed's two years after sight has ended.
CREATE TABLE zicht (
  persoon_id TEXT NOT NULL PRIMARY KEY,
  wet INTEGER NOT NULL,
  gemeente TEXT NOT NULL,
  bsn TEXT NOT NULL,
  soort TEXT NOT NULL,
  zichtbaar_tot TEXT,
  volgnummer INTEGER NOT NULL,
  vervallen INTEGER NOT NULL DEFAULT 0,
  vervallen_op TEXT
);
CREATE UNIQUE INDEX zicht_persoon ON zicht (wet, bsn, gemeente);
CREATE UNIQUE INDEX zicht_feed ON zicht (wet, gemeente, volgnummer);
CREATE INDEX zicht_einde ON zicht (zichtbaar_tot) WHERE vervallen = 0;

-- A signal as one municipality sees it. `alleen_bsn`: a correction signal that needs no sight of the person.
-- Rows with `vervallen` stay for the feed's two years.
CREATE TABLE signaal (
  signaal_id TEXT NOT NULL PRIMARY KEY,
  wet INTEGER NOT NULL,
  gemeente TEXT NOT NULL,
  bsn TEXT NOT NULL,
  a_nummer TEXT,
  code TEXT NOT NULL,
  status INTEGER NOT NULL,
  datum TEXT NOT NULL,
  achternaam TEXT,
  zoeknaam TEXT,
  geboortedatum TEXT,
  doelgroep TEXT,
  contactpersoon_id TEXT,
  contactpersoon_naam TEXT,
  alleen_bsn INTEGER NOT NULL DEFAULT 0,
  volgnummer INTEGER NOT NULL,
  vervallen INTEGER NOT NULL DEFAULT 0,
  vervallen_op TEXT
);
CREATE UNIQUE INDEX signaal_feed ON signaal (wet, gemeente, volgnummer);
CREATE INDEX signaal_datum ON signaal (wet, gemeente, vervallen, datum, signaal_id);
CREATE INDEX signaal_persoon ON signaal (wet, gemeente, bsn, vervallen, status);
CREATE INDEX signaal_a_nummer ON signaal (wet, gemeente, a_nummer) WHERE a_nummer IS NOT NULL;
CREATE INDEX signaal_code ON signaal (wet, gemeente, vervallen, code, datum, signaal_id);
CREATE INDEX signaal_contactpersoon ON signaal (wet, gemeente, contactpersoon_id) WHERE contactpersoon_id IS NOT NULL;

-- Counts of the visible signals, kept with every change, so that a page's total costs the same in a large municipality.
CREATE TABLE signaaltelling (
  wet INTEGER NOT NULL,
  gemeente TEXT NOT NULL,
  code TEXT NOT NULL,
  doelgroep TEXT NOT NULL,
  status INTEGER NOT NULL,
  aantal INTEGER NOT NULL,
  PRIMARY KEY (wet, gemeente, code, doelgroep, status)
);

-- The last volgnummer per law and municipality: the row that concurrent writers queue for.
CREATE TABLE volgorde (
  wet INTEGER NOT NULL,
  gemeente TEXT NOT NULL,
  laatste INTEGER NOT NULL,
  PRIMARY KEY (wet, gemeente)
);

-- Sources of ids, and the last day that the day processing has done (naam = 'dag').
CREATE TABLE teller (
  naam TEXT NOT NULL PRIMARY KEY,
  laatste INTEGER NOT NULL
);
)sql";

// A total over all codes adds the few rows with `code` '', not one for every code that occurs.
const char* const kCountsOfAllCodes = R"sql(
INSERT INTO signaaltelling (wet, gemeente, code, doelgroep, status, aantal)
  SELECT wet, gemeente, '', doelgroep, status, SUM(aantal) FROM signaaltelling GROUP BY wet, gemeente, doelgroep, status;
)sql";

// zicht_inzage: who asks for one person finds all there is to know about sight in the index itself.
// signaal_datum: holds all that a row of a list shows, so a page is read from neighbouring entries, not from
// rows that lie anywhere in a large table.
const char* const kCoveringIndexes = R"sql(
CREATE INDEX zicht_inzage ON zicht (wet, gemeente, bsn, vervallen, persoon_id, soort, volgnummer);
DROP INDEX signaal_datum;
CREATE INDEX signaal_datum ON signaal (wet, gemeente, vervallen, datum, signaal_id, volgnummer, code, status, bsn, achternaam,
  geboortedatum, doelgroep, contactpersoon_id, contactpersoon_naam, a_nummer);
)sql";

// bericht: the outcome of each change by its message id, for seven days (kOnthoudenDagen).
// afgehandeld_op: from this day the clean-up of settled signals counts; settled ones of before count from
// their date.
const char* const kChanges = R"sql(
CREATE TABLE bericht (
  applicatiesleutel TEXT NOT NULL,
  message_id TEXT NOT NULL,
  vingerafdruk TEXT NOT NULL,
  uitkomst TEXT NOT NULL,
  dag TEXT NOT NULL,
  PRIMARY KEY (applicatiesleutel, message_id)
);
CREATE INDEX bericht_dag ON bericht (dag);
ALTER TABLE signaal ADD COLUMN afgehandeld_op TEXT;
UPDATE signaal SET afgehandeld_op = datum WHERE status = 2;
)sql";

}  // namespace cvsgw::store
