#include "adapters/store/post.hpp"

#include <algorithm>
#include <array>
#include <random>

#include "adapters/store/guard.hpp"
#include "adapters/store/zicht.hpp"

namespace cvsgw::store {
namespace {

using isi::Bezorging;
using isi::Opgegeven;
using isi::Poststuk;

std::int64_t getal(Moment moment) {
  return moment.time_since_epoch().count();
}
Moment moment(std::int64_t getal) {
  return Moment{std::chrono::milliseconds{getal}};
}

std::string nieuwMailId(Session& writer) {
  const auto nummer = std::to_string(nextTeller(writer, "mail"));
  return "M." + std::string(10 - std::min<size_t>(10, nummer.size()), '0') + nummer;
}

// Unique in the world, and telling nothing about how many mails there are.
std::string nieuwKenmerk() {
  static constexpr std::string_view kHex = "0123456789abcdef";
  std::random_device bron;
  std::string out;
  for (int woord = 0; woord < 4; ++woord) {
    auto waarde = bron();
    for (int cijfer = 0; cijfer < 8; ++cijfer, waarde >>= 4U) out += kHex[waarde & 15U];
  }
  return out;
}

constexpr std::string_view kGereed =
    "toestand = 'wacht' AND niet_voor <= ?1 AND volgende_poging <= ?2 AND gehuurd_tot <= ?2";

bool ietsGereed(Database& database, const isi::Tijden& nu) {
  Database::Reading session(database);
  auto query = session->query("SELECT 1 FROM mail WHERE " + std::string(kGereed) + " LIMIT 1");
  query.with(getal(nu.klok), getal(nu.systeem));
  return query.step();
}

std::optional<Poststuk> huur(Session& writer, const isi::Tijden& nu, std::chrono::milliseconds huurtijd) {
  const Moment tot = nu.systeem + huurtijd;
  auto query = writer.query(
      "UPDATE mail SET gehuurd_tot = ?3, pogingen = pogingen + 1 WHERE mail_id = "
      "(SELECT mail_id FROM mail WHERE " +
      std::string(kGereed) +
      " ORDER BY volgende_poging, niet_voor, mail_id LIMIT 1) RETURNING mail_id, "
      "message_kenmerk, soort, gemeente, aan, onderwerp, tekst, pogingen, aangeboden");
  query.with(getal(nu.klok), getal(nu.systeem), getal(tot));
  if (!query.step()) return std::nullopt;
  Poststuk stuk;
  stuk.mailId = query.string(0);
  stuk.messageKenmerk = query.string(1);
  stuk.soort = query.string(2);
  stuk.gemeente = Gemeentecode::parse(query.text(3)).value_or(Gemeentecode{});
  stuk.aan = query.string(4);
  stuk.onderwerp = query.string(5);
  stuk.tekst = query.string(6);
  stuk.poging = static_cast<int>(query.number(7));
  stuk.aangeboden = moment(query.number(8));
  stuk.huurTot = tot;
  return stuk;
}

void markeerBezorgd(Session& writer, const Poststuk& stuk, Date dag) {
  // Whoever holds it by now: delivered is delivered.
  writer
      .query(
          "UPDATE mail SET toestand = 'bezorgd', klaar_op = ?2, gehuurd_tot = 0, oorzaak = NULL WHERE "
          "mail_id = ?1")
      .with(stuk.mailId, dag)
      .run();
}

// Both do nothing when another sender has taken the mail meanwhile, since this one was too slow.
void stelUit(Session& writer, const Poststuk& stuk, Moment volgende, const std::string& oorzaak) {
  writer
      .query(
          "UPDATE mail SET volgende_poging = ?3, gehuurd_tot = 0, oorzaak = ?4 WHERE mail_id = ?1 AND "
          "pogingen = ?2 AND toestand = 'wacht'")
      .with(stuk.mailId, stuk.poging, getal(volgende), oorzaak)
      .run();
}
std::optional<Opgegeven> geefStukOp(Session& writer, const Poststuk& stuk, Date dag,
                                    const std::string& oorzaak) {
  writer
      .query(
          "UPDATE mail SET toestand = 'opgegeven', klaar_op = ?3, gehuurd_tot = 0, oorzaak = ?4 WHERE "
          "mail_id = ?1 AND pogingen = ?2 AND toestand = 'wacht'")
      .with(stuk.mailId, stuk.poging, dag, oorzaak)
      .run();
  if (writer.changes() == 0) return std::nullopt;
  return Opgegeven{stuk.mailId, stuk.soort, stuk.gemeente, stuk.poging, oorzaak};
}

}  // namespace

bool zetKlaar(Session& writer, const isi::Mail& mail) {
  writer
      .query(
          "INSERT INTO mail (mail_id, message_kenmerk, soort, sleutel, gemeente, aan, onderwerp, tekst, "
          "niet_voor) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (sleutel) DO NOTHING")
      .with(nieuwMailId(writer), nieuwKenmerk(), mail.soort, mail.sleutel, mail.gemeente, mail.aan,
            mail.onderwerp, mail.tekst, getal(mail.nietVoor))
      .run();
  return writer.changes() > 0;
}

void ruimPostOp(Session& writer, Date dag) {
  const Date grens = dag.plusDays(-isi::kMailBewaardagen);
  writer.query("DELETE FROM mail WHERE klaar_op < ?1").with(grens).run();
  writer
      .query(
          "UPDATE mail SET toestand = 'opgegeven', klaar_op = ?1, gehuurd_tot = 0, "
          "oorzaak = COALESCE(oorzaak, 'nooit verstuurd') WHERE toestand = 'wacht' AND niet_voor < ?2")
      .with(dag, getal(momentInAmsterdam(grens, std::chrono::minutes{0})))
      .run();
}

std::vector<Onbezorgd> onbezorgdePost(Session& session) {
  // With MAX, SQLite takes the bare column from the row that has the maximum: the latest failure.
  auto query = session.query(
      "SELECT gemeente, soort, toestand, COUNT(*), MIN(niet_voor), MAX(pogingen), oorzaak, "
      "MAX(volgende_poging) FROM mail WHERE toestand <> 'bezorgd' GROUP BY gemeente, soort, toestand ORDER "
      "BY "
      "gemeente, soort, toestand");
  std::vector<Onbezorgd> rijen;
  while (query.step()) {
    rijen.push_back({Gemeentecode::parse(query.text(0)).value_or(Gemeentecode{}), query.string(1),
                     query.string(2), query.number(3), moment(query.number(4)), query.number(5),
                     query.optionalString(6)});
  }
  return rijen;
}

Outcome<std::optional<Poststuk>> PostbusStore::neem(const isi::Tijden& nu,
                                                    std::chrono::milliseconds huurtijd) {
  return guarded([&]() -> std::optional<Poststuk> {
    // Asked every second: without the writer's turn unless there is something.
    if (!ietsGereed(database_, nu)) return std::nullopt;
    Database::Writing writer(database_);
    writer
        ->query(
            "UPDATE mail SET aangeboden = ?2 WHERE toestand = 'wacht' AND niet_voor <= ?1 AND aangeboden "
            "IS NULL")
        .with(getal(nu.klok), getal(nu.systeem))
        .run();
    auto stuk = huur(*writer, nu, huurtijd);
    writer.commit();
    return stuk;
  });
}

Outcome<std::optional<Opgegeven>> PostbusStore::meld(const Poststuk& stuk, const Bezorging& bezorging,
                                                     const isi::Tijden& nu) {
  return guarded([&]() -> std::optional<Opgegeven> {
    const Date dag = dateInAmsterdam(nu.klok);
    std::optional<Moment> volgende;
    if (bezorging.soort != Bezorging::Soort::geweigerd)
      volgende = isi::volgendePoging(stuk.poging, stuk.aangeboden, nu.systeem);
    std::optional<Opgegeven> opgegeven;
    Database::Writing writer(database_);
    if (bezorging.soort == Bezorging::Soort::bezorgd)
      markeerBezorgd(*writer, stuk, dag);
    else if (volgende)
      stelUit(*writer, stuk, *volgende, bezorging.oorzaak);
    else
      opgegeven = geefStukOp(*writer, stuk, dag, bezorging.oorzaak);
    writer.commit();
    return opgegeven;
  });
}

Outcome<std::vector<Opgegeven>> PostbusStore::geefOp(const std::string& oorzaak, const isi::Tijden& nu) {
  return guarded([&] {
    std::vector<Opgegeven> opgegeven;
    Database::Writing writer(database_);
    {
      auto query = writer->query(
          "UPDATE mail SET toestand = 'opgegeven', klaar_op = ?1, oorzaak = ?2 WHERE toestand = 'wacht' AND "
          "aangeboden <= ?3 AND gehuurd_tot <= ?4 RETURNING mail_id, soort, gemeente, pogingen");
      query.with(dateInAmsterdam(nu.klok), oorzaak, getal(nu.systeem - isi::kBezorgtermijn),
                 getal(nu.systeem));
      while (query.step()) {
        opgegeven.push_back({query.string(0), query.string(1),
                             Gemeentecode::parse(query.text(2)).value_or(Gemeentecode{}),
                             static_cast<int>(query.number(3)), oorzaak});
      }
    }
    writer.commit();
    return opgegeven;
  });
}

}  // namespace cvsgw::store
