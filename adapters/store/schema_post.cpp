#include "adapters/store/migrations.hpp"

namespace cvsgw::store {

// mail: the outbox. Kept until thirty days after the mail was delivered or given up; one that no sender ever
// took is given up thirty days after it was due. Moments are milliseconds since 1970: `niet_voor` by the
// gateway's clock, the others by the system's. koppelwijziging2021: links made and withdrawn on a day; kept
// until the mail on them is made, on the next day.
const char* const kSchemaPost = R"sql(
CREATE TABLE mail (
  mail_id TEXT NOT NULL PRIMARY KEY,
  message_kenmerk TEXT NOT NULL,
  soort TEXT NOT NULL,
  sleutel TEXT NOT NULL,
  gemeente TEXT NOT NULL,
  aan TEXT NOT NULL,
  onderwerp TEXT NOT NULL,
  tekst TEXT NOT NULL,
  niet_voor INTEGER NOT NULL,
  toestand TEXT NOT NULL DEFAULT 'wacht',
  pogingen INTEGER NOT NULL DEFAULT 0,
  aangeboden INTEGER,
  volgende_poging INTEGER NOT NULL DEFAULT 0,
  gehuurd_tot INTEGER NOT NULL DEFAULT 0,
  oorzaak TEXT,
  klaar_op TEXT
);
CREATE UNIQUE INDEX mail_sleutel ON mail (sleutel);
CREATE INDEX mail_wacht ON mail (volgende_poging, niet_voor, mail_id) WHERE toestand = 'wacht';
CREATE INDEX mail_nieuw ON mail (niet_voor) WHERE toestand = 'wacht' AND aangeboden IS NULL;
CREATE INDEX mail_klaar ON mail (klaar_op) WHERE klaar_op IS NOT NULL;

CREATE TABLE koppelwijziging2021 (
  contactpersoon_id TEXT NOT NULL,
  dag TEXT NOT NULL,
  gemeente TEXT NOT NULL,
  gekoppeld INTEGER NOT NULL,
  ontkoppeld INTEGER NOT NULL,
  PRIMARY KEY (contactpersoon_id, dag)
);
)sql";

}  // namespace cvsgw::store
