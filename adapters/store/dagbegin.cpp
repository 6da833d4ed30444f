#include "adapters/store/dagbegin.hpp"

#include "adapters/store/migrations.hpp"

namespace cvsgw::store {

// dagbegin: a person who was changed today, as he stood when the day began; `inhoud` is null for who was not
// there yet. dagbegin_zicht: who saw him then. dagbegin_signaal: signals of the Wi2007 that were changed
// today, with `bestond` 0 for those of today. All are emptied by the next day's processing. The row
// 'dagbegin' of teller is there while they are kept: not during the processing of a date, nor while a
// population is made.
const char* const kDagbegin = R"sql(
CREATE TABLE dagbegin (
  wet INTEGER NOT NULL,
  bsn TEXT NOT NULL,
  inhoud TEXT,
  PRIMARY KEY (wet, bsn)
);
CREATE TABLE dagbegin_zicht (
  wet INTEGER NOT NULL,
  gemeente TEXT NOT NULL,
  bsn TEXT NOT NULL,
  soort TEXT NOT NULL,
  PRIMARY KEY (wet, gemeente, bsn)
);
CREATE TABLE dagbegin_signaal (
  signaal_id TEXT NOT NULL PRIMARY KEY,
  bestond INTEGER NOT NULL,
  gemeente TEXT NOT NULL,
  volgnummer INTEGER NOT NULL,
  code TEXT NOT NULL,
  status INTEGER NOT NULL,
  datum TEXT NOT NULL,
  bsn TEXT NOT NULL,
  achternaam TEXT,
  geboortedatum TEXT,
  a_nummer TEXT
);
CREATE INDEX dagbegin_signaal_gemeente ON dagbegin_signaal (gemeente, bestond, datum, signaal_id);
)sql";

void bewaarDagbegin(Session& writer, Wet wet, const Bsn& bsn) {
  const auto law = static_cast<int>(wet);
  writer
      .query(
          "INSERT INTO dagbegin (wet, bsn, inhoud) SELECT ?1, ?2, (SELECT inhoud FROM dossier WHERE wet = ?1 "
          "AND bsn = ?2) WHERE EXISTS (SELECT 1 FROM teller WHERE naam = 'dagbegin') ON CONFLICT DO NOTHING")
      .with(law, bsn)
      .run();
  if (writer.changes() == 0) return;
  writer
      .query(
          "INSERT INTO dagbegin_zicht (wet, gemeente, bsn, soort) SELECT wet, gemeente, bsn, soort FROM "
          "zicht INDEXED BY zicht_persoon "
          "WHERE wet = ?1 AND bsn = ?2 AND vervallen = 0")
      .with(law, bsn)
      .run();
}

void bewaarDagbeginSignaal(Session& writer, Wet wet, std::string_view signaalId, bool nieuw) {
  if (wet != Wet::wi2007) return;
  writer
      .query(
          "INSERT INTO dagbegin_signaal (signaal_id, bestond, gemeente, volgnummer, code, status, datum, "
          "bsn, "
          "achternaam, geboortedatum, a_nummer) SELECT signaal_id, ?2, gemeente, volgnummer, code, status, "
          "datum, bsn, achternaam, geboortedatum, a_nummer FROM signaal WHERE signaal_id = ?1 AND "
          "EXISTS (SELECT 1 FROM teller WHERE naam = 'dagbegin') ON CONFLICT DO NOTHING")
      .with(signaalId, nieuw ? 0 : 1)
      .run();
}

void sluitDagbegin(Session& writer) {
  writer.query("DELETE FROM teller WHERE naam = 'dagbegin'").run();
}

void openDagbegin(Session& writer) {
  writer.query("DELETE FROM dagbegin").run();
  writer.query("DELETE FROM dagbegin_zicht").run();
  writer.query("DELETE FROM dagbegin_signaal").run();
  writer.query("INSERT INTO teller (naam, laatste) VALUES ('dagbegin', 1) ON CONFLICT (naam) DO NOTHING")
      .run();
}

}  // namespace cvsgw::store
