#include "adapters/store/signalen.hpp"

#include <algorithm>
#include <map>

#include "adapters/store/criteria.hpp"
#include "adapters/store/dagbegin.hpp"
#include "adapters/store/guard.hpp"
#include "adapters/store/naam.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/isi/code_registry.hpp"

namespace cvsgw::store {
namespace {

using isi::Signaal;
using isi::SignaalCriteria;
using isi::SignaalKolom;
using isi::Signaalstatus;
using isi::SignaalTelling;

int number(Wet wet) {
  return static_cast<int>(wet);
}
int number(Signaalstatus status) {
  return static_cast<int>(status);
}

// No signal has this code: it counts all codes together.
constexpr std::string_view kAllCodes = "";

void addToCount(Session& writer, Wet wet, const Gemeentecode& gemeente, std::string_view code,
                std::string_view doelgroep, std::int64_t status, int change) {
  writer
      .query(
          "INSERT INTO signaaltelling (wet, gemeente, code, doelgroep, status, aantal) VALUES (?1, ?2, ?3, "
          "?4, ?5, ?6) "
          "ON CONFLICT (wet, gemeente, code, doelgroep, status) DO UPDATE SET aantal = signaaltelling.aantal "
          "+ excluded.aantal")
      .with(number(wet), gemeente, code, doelgroep, status, change)
      .run();
}

void count(Session& writer, Wet wet, const Gemeentecode& gemeente, std::string_view code,
           std::string_view doelgroep, std::int64_t status, int change) {
  addToCount(writer, wet, gemeente, code, doelgroep, status, change);
  addToCount(writer, wet, gemeente, kAllCodes, doelgroep, status, change);
}

constexpr std::string_view kColumns =
    "signaal_id, volgnummer, code, status, datum, bsn, achternaam, geboortedatum, doelgroep, "
    "contactpersoon_id, "
    "contactpersoon_naam, vervallen, a_nummer";

Signaal readRow(const Query& query) {
  Signaal signaal;
  signaal.signaalId = query.string(0);
  signaal.volgnummer = query.number(1);
  signaal.vervallen = query.number(11) != 0;
  if (signaal.vervallen) return signaal;
  signaal.code = query.string(2);
  signaal.status = static_cast<Signaalstatus>(query.number(3));
  signaal.datum = query.date(4);
  signaal.bsn = query.bsn(5);
  signaal.aNummer = query.optionalString(12);
  signaal.achternaam = query.optionalString(6);
  signaal.geboortedatum = query.optionalDate(7);
  signaal.doelgroep = query.optionalString(8);
  signaal.contactpersoonId = query.optionalString(9);
  signaal.contactpersoonNaam = query.optionalString(10);
  return signaal;
}

// Criteria that the table of counts can answer.
void addCounted(Where& where, const SignaalCriteria& criteria) {
  where.addIf(criteria.code, "code = ?").addIf(criteria.doelgroep, "doelgroep = ?");
  if (criteria.status) where.add("status = ?", std::int64_t{number(*criteria.status)});
  if (criteria.nietAfgehandeld) where.add("status <> 2");
}

bool countedOnly(const SignaalCriteria& c) {
  return !c.bsn && !c.aNummer && !c.contactpersoonId && !c.datumVanaf && !c.datumTotEnMet;
}

Where visible(Wet wet, const isi::Namens& namens, const SignaalCriteria& criteria) {
  Where where;
  where.add("wet = ?", std::int64_t{number(wet)})
      .add("gemeente = ?", namens.gemeente.value())
      .add("vervallen = 0");
  addCounted(where, criteria);
  if (criteria.bsn) where.add("bsn = ?", criteria.bsn->value());
  where.addIf(criteria.aNummer, "a_nummer = ?").addIf(criteria.contactpersoonId, "contactpersoon_id = ?");
  if (criteria.datumVanaf) where.add("datum >= ?", criteria.datumVanaf->text());
  if (criteria.datumTotEnMet) where.add("datum <= ?", criteria.datumTotEnMet->text());
  return where;
}

SignaalTelling countByStatus(Session& session, Wet wet, const isi::Namens& namens,
                             const SignaalCriteria& criteria) {
  Where where;
  std::string sql;
  if (countedOnly(criteria)) {
    where.add("wet = ?", std::int64_t{number(wet)}).add("gemeente = ?", namens.gemeente.value());
    addCounted(where, criteria);
    if (!criteria.code) where.add("code = ?", std::string(kAllCodes));
    sql = "SELECT status, SUM(aantal) FROM signaaltelling" + where.sql() + " GROUP BY status";
  } else {
    where = visible(wet, namens, criteria);
    sql = "SELECT status, COUNT(*) FROM signaal" + where.sql() + " GROUP BY status";
  }
  auto query = session.query(sql);
  where.bindTo(query);
  SignaalTelling telling;
  while (query.step()) {
    const auto aantal = query.number(1);
    switch (static_cast<Signaalstatus>(query.number(0))) {
      case Signaalstatus::nieuw:
        telling.nieuw = aantal;
        break;
      case Signaalstatus::inBehandeling:
        telling.inBehandeling = aantal;
        break;
      case Signaalstatus::afgehandeld:
        telling.afgehandeld = aantal;
        break;
    }
  }
  return telling;
}

// The texts of the table of signals are not in the database: each code is replaced by the place of its text.
const std::string& placeOfText(Wet wet) {
  static const std::map<Wet, std::string> kExpressions = [] {
    std::map<Wet, std::string> out;
    for (const Wet each : kWetten) {
      const auto signalen = isi::signalenVan(each);
      std::vector<SignaalRow> rows(signalen.begin(), signalen.end());
      std::ranges::stable_sort(rows, {}, &SignaalRow::omschrijving);
      std::string& expression = out[each];
      for (size_t place = 0; place < rows.size(); ++place) {
        expression.append(" WHEN '").append(rows[place].code).append("' THEN ").append(std::to_string(place));
      }
      expression = expression.empty() ? "code" : "CASE code" + expression + " ELSE 9999 END";
    }
    return out;
  }();
  return kExpressions.at(wet);
}

std::string_view orderColumn(Wet wet, SignaalKolom kolom) {
  switch (kolom) {
    case SignaalKolom::datum:
      return "datum";
    case SignaalKolom::status:
      return "status";
    case SignaalKolom::bsn:
      return "bsn";
    case SignaalKolom::aNummer:
      return "COALESCE(a_nummer, '')";
    case SignaalKolom::omschrijving:
      return placeOfText(wet);
    case SignaalKolom::achternaam:
      return "COALESCE(zoeknaam, '')";
    case SignaalKolom::doelgroep:
      return "COALESCE(doelgroep, '')";
    case SignaalKolom::code:
      return "code";
    case SignaalKolom::contactpersoon:
      return "COALESCE(contactpersoon_naam, '')";
  }
  return "datum";
}

std::string orderBy(Wet wet, const isi::SignaalSortering& sortering) {
  const std::string direction = sortering.richting == isi::Richting::aflopend ? " DESC" : "";
  // The id has the same direction, so that one index serves both ways.
  return " ORDER BY " + std::string(orderColumn(wet, sortering.kolom)) + direction + ", signaal_id" +
         direction;
}

struct VisibleRow {
  std::string id, code, doelgroep;
  std::int64_t status;
};

void endRow(Session& writer, Wet wet, const Gemeentecode& gemeente, const VisibleRow& row, Date day) {
  bewaarDagbeginSignaal(writer, wet, row.id);
  writer.query("UPDATE signaal SET vervallen = 1, vervallen_op = ?2, volgnummer = ?3 WHERE signaal_id = ?1")
      .with(row.id, day, nextVolgnummer(writer, wet, gemeente))
      .run();
  count(writer, wet, gemeente, row.code, row.doelgroep, row.status, -1);
}

}  // namespace

std::string placeSignaal(Session& writer, Wet wet, const NewSignaal& s) {
  // Fixed width, so that ids sort in the order of placing.
  const auto sequence = std::to_string(nextTeller(writer, "signaal"));
  std::string id = "S" + std::to_string(number(wet)) + "." +
                   std::string(10 - std::min<size_t>(10, sequence.size()), '0') + sequence;
  std::optional<std::string> zoeknaamText;
  if (s.achternaam) zoeknaamText = zoeknaam(*s.achternaam);
  writer
      .query(
          "INSERT INTO signaal (signaal_id, wet, gemeente, bsn, a_nummer, code, status, datum, achternaam, "
          "zoeknaam, geboortedatum, doelgroep, contactpersoon_id, contactpersoon_naam, alleen_bsn, "
          "volgnummer, afgehandeld_op) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, CASE ?7 WHEN 2 "
          "THEN COALESCE(?17, ?8) END)")
      .with(id, number(wet), s.gemeente, s.bsn, s.aNummer, s.code, number(s.status), s.datum, s.achternaam,
            zoeknaamText, s.geboortedatum, s.doelgroep, s.contactpersoonId, s.contactpersoonNaam,
            s.alleenBsn ? 1 : 0, nextVolgnummer(writer, wet, s.gemeente), s.afgehandeldOp)
      .run();
  count(writer, wet, s.gemeente, s.code, s.doelgroep.value_or(""), number(s.status), 1);
  bewaarDagbeginSignaal(writer, wet, id, true);
  return id;
}

void endSignalsOf(Session& writer, Wet wet, const Gemeentecode& gemeente, const Bsn& bsn, Date day) {
  std::vector<VisibleRow> rows;
  {
    auto query = writer.query(
        "SELECT signaal_id, code, COALESCE(doelgroep, ''), status FROM signaal INDEXED BY signaal_persoon "
        "WHERE wet = ?1 AND gemeente = ?2 AND bsn = ?3 AND vervallen = 0 AND alleen_bsn = 0 ORDER BY "
        "signaal_id");
    query.with(number(wet), gemeente, bsn);
    while (query.step()) rows.push_back({query.string(0), query.string(1), query.string(2), query.number(3)});
  }
  for (const auto& row : rows) endRow(writer, wet, gemeente, row, day);
}

void updateSignalPerson(Session& writer, Wet wet, const NewSignaal& p) {
  std::vector<VisibleRow> rows;
  {
    auto query = writer.query(
        "SELECT signaal_id, code, COALESCE(doelgroep, ''), status FROM signaal INDEXED BY signaal_persoon "
        "WHERE wet = ?1 AND gemeente = ?2 AND bsn = ?3 AND vervallen = 0 AND alleen_bsn = 0 AND ("
        "COALESCE(achternaam, '') <> COALESCE(?4, '') OR COALESCE(geboortedatum, '') <> COALESCE(?5, '') OR "
        "COALESCE(doelgroep, '') <> COALESCE(?6, '') OR COALESCE(contactpersoon_id, '') <> COALESCE(?7, '') "
        "OR COALESCE(contactpersoon_naam, '') <> COALESCE(?8, '') OR COALESCE(a_nummer, '') <> COALESCE(?9, "
        "'')) ORDER BY signaal_id");
    query.with(number(wet), p.gemeente, p.bsn, p.achternaam, p.geboortedatum, p.doelgroep, p.contactpersoonId,
               p.contactpersoonNaam, p.aNummer);
    while (query.step()) rows.push_back({query.string(0), query.string(1), query.string(2), query.number(3)});
  }
  std::optional<std::string> zoeknaamText;
  if (p.achternaam) zoeknaamText = zoeknaam(*p.achternaam);
  for (const auto& row : rows) {
    bewaarDagbeginSignaal(writer, wet, row.id);
    writer
        .query(
            "UPDATE signaal SET achternaam = ?2, zoeknaam = ?3, geboortedatum = ?4, doelgroep = ?5, "
            "contactpersoon_id = ?6, contactpersoon_naam = ?7, volgnummer = ?8, a_nummer = ?9 WHERE "
            "signaal_id = ?1")
        .with(row.id, p.achternaam, zoeknaamText, p.geboortedatum, p.doelgroep, p.contactpersoonId,
              p.contactpersoonNaam, nextVolgnummer(writer, wet, p.gemeente), p.aNummer)
        .run();
    count(writer, wet, p.gemeente, row.code, row.doelgroep, row.status, -1);
    count(writer, wet, p.gemeente, row.code, p.doelgroep.value_or(""), row.status, 1);
  }
}

namespace {

void writeStatus(Session& writer, Wet wet, const Gemeentecode& gemeente, const VisibleRow& row,
                 Signaalstatus status, Date day) {
  std::optional<Date> settled;
  if (status == Signaalstatus::afgehandeld) settled = day;
  writer.query("UPDATE signaal SET status = ?2, afgehandeld_op = ?3, volgnummer = ?4 WHERE signaal_id = ?1")
      .with(row.id, number(status), settled, nextVolgnummer(writer, wet, gemeente))
      .run();
  count(writer, wet, gemeente, row.code, row.doelgroep, row.status, -1);
  count(writer, wet, gemeente, row.code, row.doelgroep, number(status), 1);
}

std::vector<VisibleRow> rowsOfCode(Session& session, Wet wet, const Gemeentecode& gemeente, const Bsn& bsn,
                                   std::string_view code) {
  std::vector<VisibleRow> rows;
  auto query = session.query(
      "SELECT signaal_id, code, COALESCE(doelgroep, ''), status FROM signaal INDEXED BY signaal_persoon "
      "WHERE wet = ?1 AND gemeente = ?2 AND bsn = ?3 AND vervallen = 0 AND code = ?4 ORDER BY signaal_id");
  query.with(number(wet), gemeente, bsn, code);
  while (query.step()) rows.push_back({query.string(0), query.string(1), query.string(2), query.number(3)});
  return rows;
}

}  // namespace

bool setSignaalstatus(Session& writer, Wet wet, const Gemeentecode& gemeente, std::string_view signaalId,
                      Signaalstatus status, Date day) {
  std::optional<VisibleRow> row;
  {
    auto query = writer.query(
        "SELECT signaal_id, code, COALESCE(doelgroep, ''), status FROM signaal WHERE signaal_id = ?1 AND wet "
        "= ?2 "
        "AND gemeente = ?3 AND vervallen = 0");
    query.with(signaalId, number(wet), gemeente);
    if (query.step()) row = VisibleRow{query.string(0), query.string(1), query.string(2), query.number(3)};
  }
  if (!row) return false;
  writeStatus(writer, wet, gemeente, *row, status, day);
  return true;
}

std::optional<Signaal> findSignaal(Session& session, Wet wet, const Gemeentecode& gemeente,
                                   std::string_view signaalId) {
  auto query = session.query("SELECT " + std::string(kColumns) +
                             " FROM signaal WHERE signaal_id = ?1 AND wet = ?2 AND gemeente = ?3 AND "
                             "vervallen = 0");
  query.with(signaalId, number(wet), gemeente);
  if (!query.step()) return std::nullopt;
  return readRow(query);
}

void settleSignals(Session& writer, Wet wet, const Gemeentecode& gemeente, const Bsn& bsn,
                   std::string_view code, Date day) {
  for (const auto& row : rowsOfCode(writer, wet, gemeente, bsn, code)) {
    if (row.status != number(Signaalstatus::afgehandeld))
      writeStatus(writer, wet, gemeente, row, Signaalstatus::afgehandeld, day);
  }
}

void withdrawSignals(Session& writer, Wet wet, const Gemeentecode& gemeente, const Bsn& bsn,
                     std::string_view code, Date day) {
  for (const auto& row : rowsOfCode(writer, wet, gemeente, bsn, code))
    endRow(writer, wet, gemeente, row, day);
}

namespace {

constexpr int kSettledDays = 7;
constexpr int kNewMonths = 3;

struct FoundRow {
  Wet wet;
  Gemeentecode gemeente;
  VisibleRow row;
};

std::vector<FoundRow> readFound(Query& query) {
  std::vector<FoundRow> found;
  while (query.step()) {
    found.push_back({static_cast<Wet>(query.number(0)),
                     *Gemeentecode::parse(query.text(1)),
                     {query.string(2), query.string(3), query.string(4), query.number(5)}});
  }
  return found;
}

bool startsQuarter(Date day) {
  const auto ymd = day.ymd();
  return ymd.day() == std::chrono::day{1} && static_cast<unsigned>(ymd.month()) % 3 == 1;
}

}  // namespace

void cleanUpSignals(Session& writer, Date day) {
  // The Wi2007 knows no clean-up.
  std::vector<FoundRow> found;
  {
    auto query = writer.query(
        "SELECT wet, gemeente, signaal_id, code, COALESCE(doelgroep, ''), status FROM signaal "
        "WHERE vervallen = 0 AND afgehandeld_op IS NOT NULL AND afgehandeld_op < ?1 AND wet <> ?2 "
        "ORDER BY signaal_id");
    query.with(day.plusDays(-kSettledDays), number(Wet::wi2007));
    found = readFound(query);
  }
  if (startsQuarter(day)) {
    auto query = writer.query(
        "SELECT wet, gemeente, signaal_id, code, COALESCE(doelgroep, ''), status FROM signaal "
        "WHERE vervallen = 0 AND status = 0 AND datum < ?1 AND wet <> ?2 ORDER BY signaal_id");
    query.with(day.plusMonths(-kNewMonths), number(Wet::wi2007));
    auto old = readFound(query);
    found.insert(found.end(), std::make_move_iterator(old.begin()), std::make_move_iterator(old.end()));
  }
  for (const auto& each : found) endRow(writer, each.wet, each.gemeente, each.row, day);
}

SignaalTelling countSignalsOf(Session& session, Wet wet, const Gemeentecode& gemeente, const Bsn& bsn) {
  auto query = session.query(
      "SELECT status, COUNT(*) FROM signaal WHERE wet = ?1 AND gemeente = ?2 AND bsn = ?3 AND vervallen = 0 "
      "GROUP BY status");
  query.with(number(wet), gemeente, bsn);
  SignaalTelling telling;
  while (query.step()) {
    const auto aantal = query.number(1);
    if (query.number(0) == 0)
      telling.nieuw = aantal;
    else if (query.number(0) == 1)
      telling.inBehandeling = aantal;
    else
      telling.afgehandeld = aantal;
  }
  return telling;
}

Outcome<isi::Page<Signaal>> SignalenStore::zoek(Wet wet, const isi::Namens& namens,
                                                const SignaalCriteria& criteria,
                                                const isi::PageRequest& pagina,
                                                const isi::SignaalSortering& sortering) {
  return guarded([&] {
    Database::Reading session(database_);
    isi::Page<Signaal> page;
    page.setTotaal(countByStatus(*session, wet, namens, criteria).totaal(), pagina);
    if (pagina.offset() >= page.totaal) return page;
    const Where where = visible(wet, namens, criteria);
    const int limit = where.nextParameter();
    auto query = session->query("SELECT " + std::string(kColumns) + " FROM signaal" + where.sql() +
                                orderBy(wet, sortering) + " LIMIT ?" + std::to_string(limit) + " OFFSET ?" +
                                std::to_string(limit + 1));
    where.bindTo(query);
    query.bind(limit, pagina.paginagrootte).bind(limit + 1, pagina.offset());
    while (query.step()) page.rijen.push_back(readRow(query));
    return page;
  });
}

Outcome<SignaalTelling> SignalenStore::tel(Wet wet, const isi::Namens& namens,
                                           const SignaalCriteria& criteria) {
  return guarded([&] {
    Database::Reading session(database_);
    return countByStatus(*session, wet, namens, criteria);
  });
}

Outcome<isi::Feed<Signaal>> SignalenStore::haal(Wet wet, const isi::Namens& namens, std::int64_t naVolgnummer,
                                                int maximum) {
  return guarded([&] {
    Database::Reading session(database_);
    isi::Feed<Signaal> feed;
    feed.laatsteVolgnummer = naVolgnummer;
    auto query = session->query("SELECT " + std::string(kColumns) +
                                " FROM signaal WHERE wet = ?1 AND gemeente = ?2 AND volgnummer > ?3 "
                                "ORDER BY volgnummer LIMIT ?4");
    query.with(number(wet), namens.gemeente, naVolgnummer, maximum + 1);
    while (query.step()) {
      if (static_cast<int>(feed.ingangen.size()) == maximum) {
        feed.meerBeschikbaar = true;
        break;
      }
      feed.ingangen.push_back(readRow(query));
      feed.laatsteVolgnummer = feed.ingangen.back().volgnummer;
    }
    return feed;
  });
}

}  // namespace cvsgw::store
