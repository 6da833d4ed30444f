#include "adapters/store/zicht.hpp"

#include <algorithm>

#include "adapters/store/dagbegin.hpp"
#include "adapters/store/signalen.hpp"

namespace cvsgw::store {
namespace {

int wetNumber(Wet wet) {
  return static_cast<int>(wet);
}

struct Existing {
  std::string persoonId;
  std::string gemeente;
  bool vervallen;
};

std::vector<Existing> existingRows(Session& session, Wet wet, const Bsn& bsn) {
  std::vector<Existing> rows;
  auto query = session.query(
      "SELECT persoon_id, gemeente, vervallen FROM zicht INDEXED BY zicht_persoon WHERE wet = ?1 AND bsn = "
      "?2");
  query.with(wetNumber(wet), bsn);
  while (query.step()) rows.push_back({query.string(0), query.string(1), query.number(2) != 0});
  return rows;
}

void markEnded(Session& writer, Wet wet, const std::string& persoonId, const Gemeentecode& gemeente,
               const Bsn& bsn, Date day) {
  writer.query("UPDATE zicht SET vervallen = 1, vervallen_op = ?2, volgnummer = ?3 WHERE persoon_id = ?1")
      .with(persoonId, day, nextVolgnummer(writer, wet, gemeente))
      .run();
  endSignalsOf(writer, wet, gemeente, bsn, day);
}

std::string upsertRow(Session& writer, Wet wet, const Bsn& bsn, const Zicht& zicht,
                      const Existing* existing) {
  const auto volgnummer = nextVolgnummer(writer, wet, zicht.gemeente);
  if (existing) {
    writer
        .query(
            "UPDATE zicht SET soort = ?2, zichtbaar_tot = ?3, volgnummer = ?4, vervallen = 0, vervallen_op = "
            "NULL "
            "WHERE persoon_id = ?1")
        .with(existing->persoonId, zicht.soort, zicht.zichtbaarTotEnMet, volgnummer)
        .run();
    return existing->persoonId;
  }
  std::string id = "P" + std::to_string(wetNumber(wet)) + "." + std::to_string(nextTeller(writer, "persoon"));
  writer
      .query(
          "INSERT INTO zicht (persoon_id, wet, gemeente, bsn, soort, zichtbaar_tot, volgnummer) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
      .with(id, wetNumber(wet), zicht.gemeente, bsn, zicht.soort, zicht.zichtbaarTotEnMet, volgnummer)
      .run();
  return id;
}

}  // namespace

std::optional<ZichtRow> findZicht(Session& session, Wet wet, const Gemeentecode& gemeente, const Bsn& bsn) {
  auto query = session.query(
      "SELECT persoon_id, soort, volgnummer FROM zicht WHERE wet = ?1 AND gemeente = ?2 AND bsn = ?3 AND "
      "vervallen = 0");
  query.with(wetNumber(wet), gemeente, bsn);
  if (!query.step()) return std::nullopt;
  return ZichtRow{query.string(0), query.string(1), query.number(2)};
}

std::optional<std::string> loadDossier(Session& session, Wet wet, const Bsn& bsn) {
  auto query = session.query("SELECT inhoud FROM dossier WHERE wet = ?1 AND bsn = ?2");
  query.with(wetNumber(wet), bsn);
  if (!query.step()) return std::nullopt;
  return query.string(0);
}

std::vector<ZichtChange> saveDossier(Session& writer, Wet wet, const Bsn& bsn, const std::string& json,
                                     const std::vector<Zicht>& zichten, Date vandaag) {
  bewaarDagbegin(writer, wet, bsn);
  writer
      .query(
          "INSERT INTO dossier (wet, bsn, inhoud) VALUES (?1, ?2, ?3) "
          "ON CONFLICT (wet, bsn) DO UPDATE SET inhoud = excluded.inhoud")
      .with(wetNumber(wet), bsn, json)
      .run();
  const auto rows = existingRows(writer, wet, bsn);
  std::vector<ZichtChange> changes;
  for (const auto& zicht : zichten) {
    if (zicht.zichtbaarTotEnMet && *zicht.zichtbaarTotEnMet < vandaag) continue;
    const auto row = std::ranges::find(rows, zicht.gemeente.value(), &Existing::gemeente);
    const Existing* existing = row == rows.end() ? nullptr : &*row;
    const bool same = existing && !existing->vervallen && !zicht.gewijzigd;
    changes.push_back(
        {zicht.gemeente, same ? existing->persoonId : upsertRow(writer, wet, bsn, zicht, existing), false});
  }
  for (const auto& row : rows) {
    const bool stillSeen =
        std::ranges::any_of(changes, [&row](const auto& c) { return c.gemeente.value() == row.gemeente; });
    if (stillSeen || row.vervallen) continue;
    const auto gemeente = *Gemeentecode::parse(row.gemeente);
    markEnded(writer, wet, row.persoonId, gemeente, bsn, vandaag);
    changes.push_back({gemeente, row.persoonId, true});
  }
  return changes;
}

std::int64_t nextVolgnummer(Session& writer, Wet wet, const Gemeentecode& gemeente) {
  auto query = writer.query(
      "INSERT INTO volgorde (wet, gemeente, laatste) VALUES (?1, ?2, 1) "
      "ON CONFLICT (wet, gemeente) DO UPDATE SET laatste = volgorde.laatste + 1 RETURNING laatste");
  query.with(wetNumber(wet), gemeente);
  if (!query.step()) throw Error("no volgnummer");
  return query.number(0);
}

std::int64_t nextTeller(Session& writer, std::string_view naam) {
  auto query = writer.query(
      "INSERT INTO teller (naam, laatste) VALUES (?1, 1) "
      "ON CONFLICT (naam) DO UPDATE SET laatste = teller.laatste + 1 RETURNING laatste");
  query.with(naam);
  if (!query.step()) throw Error("no number from teller");
  return query.number(0);
}

void endSight(Session& writer, Date day) {
  struct Ended {
    std::string persoonId;
    Wet wet;
    std::string gemeente;
    Bsn bsn;
  };
  std::vector<Ended> ended;
  {
    auto query = writer.query(
        "SELECT persoon_id, wet, gemeente, bsn FROM zicht WHERE vervallen = 0 AND zichtbaar_tot < ?1 ORDER "
        "BY persoon_id");
    query.with(day);
    while (query.step()) {
      ended.push_back({query.string(0), static_cast<Wet>(query.number(1)), query.string(2), query.bsn(3)});
    }
  }
  for (const auto& row : ended)
    markEnded(writer, row.wet, row.persoonId, *Gemeentecode::parse(row.gemeente), row.bsn, day);
}

}  // namespace cvsgw::store
