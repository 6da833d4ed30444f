#include "adapters/store/migrations.hpp"

namespace cvsgw::store {

// bestelling: orders of waardepapier; kept for two years. contactbericht: messages to the Servicecentrum,
// with what only DUO reads in `inhoud`; kept for a year. verzoek: requests to DUO; kept for two years after
// the decision.
const char* const kSchemaLoket = R"sql(
CREATE TABLE bestelling (
  bestelnummer TEXT NOT NULL PRIMARY KEY,
  gemeente TEXT NOT NULL,
  dag TEXT NOT NULL,
  document TEXT NOT NULL
);
CREATE INDEX bestelling_dag ON bestelling (gemeente, dag);
CREATE TABLE contactbericht (
  berichtnummer TEXT NOT NULL PRIMARY KEY,
  gemeente TEXT NOT NULL,
  dag TEXT NOT NULL,
  document TEXT NOT NULL,
  inhoud TEXT NOT NULL
);
CREATE TABLE verzoek (
  nummer INTEGER NOT NULL PRIMARY KEY,
  gemeente TEXT NOT NULL,
  wet INTEGER NOT NULL,
  bsn TEXT NOT NULL,
  soort TEXT NOT NULL,
  status TEXT NOT NULL,
  dag_besluit TEXT,
  document TEXT NOT NULL
);
CREATE INDEX verzoek_gemeente ON verzoek (gemeente, nummer);
CREATE INDEX verzoek_persoon ON verzoek (bsn, soort, nummer);
)sql";

}  // namespace cvsgw::store
