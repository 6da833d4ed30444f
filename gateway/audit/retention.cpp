#include "gateway/audit/retention.hpp"

#include <algorithm>

namespace cvsgw::audit {

std::vector<Hold> holds(Connection& connection) {
  std::vector<Hold> out;
  auto rows = connection.prepare(std::string("SELECT ") + kHoldColumns + " FROM vasthouden ORDER BY nummer");
  while (rows.step()) {
    auto hold = holdFrom(rows);
    if (!hold) throw AuditError("a hold cannot be read: run cvsgw audit verify");
    out.push_back(*std::move(hold));
  }
  return out;
}

std::vector<std::int64_t> expiredDays(Connection& connection, std::int64_t now, int bewaardagen) {
  const std::string first = dayOf(now - std::int64_t{bewaardagen} * 86'400'000);
  const auto held = holds(connection);
  std::vector<std::int64_t> expired;
  auto rows = connection.prepare(
      "SELECT nummer, dag FROM segment WHERE dag < ?1 AND handtekening IS NOT NULL AND nummer NOT IN "
      "(SELECT segment FROM verwijdering) ORDER BY nummer");
  rows.text(1, first);
  while (rows.step()) {
    const auto dag = rows.text(1);
    if (std::ranges::none_of(held,
                             [&](const Hold& h) { return h.opgeheven == 0 && h.van <= dag && dag <= h.tot; }))
      expired.push_back(rows.number(0));
  }
  return expired;
}

std::int64_t signedBeforeToday(Connection& connection, std::int64_t now) {
  const std::string today = dayOf(now);
  auto rows = connection.prepare("SELECT tijd_ms FROM kop ORDER BY nummer DESC");
  while (rows.step())
    if (dayOf(rows.number(0)) < today) return rows.number(0);
  return 0;
}

std::vector<std::int64_t> markExpired(Chain& chain, std::int64_t now, int bewaardagen) {
  auto expired = expiredDays(chain.connection(), now, bewaardagen);
  for (const auto nummer : expired) {
    const auto handtekening = chain.signer().sign(removalMessage(nummer, now));
    chain.connection()
        .prepare("INSERT INTO verwijdering (segment, tijd_ms, handtekening) VALUES (?1, ?2, ?3)")
        .number(1, nummer)
        .number(2, now)
        .blob(3, view(handtekening))
        .run();
  }
  return expired;
}

// From its end: what is left of a day on the way can still be held against the chain.
bool removeSome(Connection& connection, std::int64_t atMost) {
  auto next = connection.prepare(
      "SELECT s.van_seq, (SELECT MAX(seq) FROM verwerking WHERE seq BETWEEN s.van_seq AND s.tot_seq) AS "
      "laatste, s.tot_seq FROM segment s JOIN verwijdering v ON v.segment = s.nummer WHERE laatste IS NOT "
      "NULL "
      "AND NOT EXISTS (SELECT 1 FROM vasthouden h WHERE h.opgeheven_ms IS NULL AND s.dag BETWEEN h.van AND "
      "h.tot) "
      "ORDER BY s.nummer LIMIT 1");
  if (!next.step()) return false;
  const auto van = next.number(0);
  const auto laatste = next.number(1);
  const auto tot = next.number(2);
  next.reset();
  const auto remove = [&](const char* sql, std::int64_t from, std::int64_t to) {
    connection.prepare(sql).number(1, from).number(2, to).run();
  };
  const auto from = std::max(van, laatste - atMost + 1);
  remove("DELETE FROM verwerking WHERE seq BETWEEN ?1 AND ?2", from, laatste);
  remove("DELETE FROM gebruiker WHERE seq BETWEEN ?1 AND ?2", from, laatste);
  // A day's last checkpoint stays, with its seal. The one before the first record goes with the first day.
  remove("DELETE FROM wijzer WHERE van_seq >= ?1 AND tot_seq <= ?2", van, tot);
  remove("DELETE FROM kop WHERE seq >= ?1 AND seq < ?2", van == 1 ? 0 : van, tot);
  return true;
}

std::vector<GoneDay> daysGone(Connection& connection, const std::string& van, const std::string& tot) {
  std::vector<GoneDay> out;
  // When the clock went back, a day can have several segments.
  auto rows = connection.prepare(
      "SELECT dag, SUM(over) FROM (SELECT s.dag, s.tot_seq - s.van_seq + 1 AS aantal, CASE WHEN v.segment IS "
      "NULL "
      "THEN s.tot_seq - s.van_seq + 1 ELSE (SELECT COUNT(*) FROM verwerking WHERE seq BETWEEN s.van_seq AND "
      "s.tot_seq) END AS over FROM segment s LEFT JOIN verwijdering v ON v.segment = s.nummer WHERE "
      "s.tot_seq IS "
      "NOT NULL AND s.dag BETWEEN ?1 AND ?2) GROUP BY dag HAVING SUM(over) < SUM(aantal) ORDER BY dag");
  rows.text(1, van).text(2, tot);
  while (rows.step()) out.push_back({std::string(rows.text(0)), rows.number(1) == 0});
  return out;
}

std::int64_t hold(Chain& chain, std::int64_t now, const std::string& van, const std::string& tot,
                  const std::string& reden) {
  chain.mustSign();
  Hold fresh;
  fresh.nummer = chain.connection().single("SELECT COALESCE(MAX(nummer), 0) + 1 FROM vasthouden");
  fresh.van = van;
  fresh.tot = tot;
  fresh.reden = reden;
  fresh.tijd = now;
  fresh.handtekening = chain.signer().sign(fresh.message());
  chain.connection()
      .prepare(
          "INSERT INTO vasthouden (nummer, van, tot, reden, tijd_ms, handtekening) VALUES (?1, ?2, ?3, ?4, "
          "?5, ?6)")
      .number(1, fresh.nummer)
      .text(2, fresh.van)
      .text(3, fresh.tot)
      .text(4, fresh.reden)
      .number(5, fresh.tijd)
      .blob(6, view(fresh.handtekening))
      .run();
  return fresh.nummer;
}

bool lift(Chain& chain, std::int64_t now, std::int64_t nummer) {
  for (auto each : holds(chain.connection())) {
    if (each.nummer != nummer || each.opgeheven != 0) continue;
    chain.mustSign();
    each.opgeheven = now;
    each.handtekening = chain.signer().sign(each.message());
    chain.connection()
        .prepare("UPDATE vasthouden SET opgeheven_ms = ?2, handtekening = ?3 WHERE nummer = ?1")
        .number(1, nummer)
        .number(2, now)
        .blob(3, view(each.handtekening))
        .run();
    return true;
  }
  return false;
}

}  // namespace cvsgw::audit
