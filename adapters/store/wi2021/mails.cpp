#include "adapters/store/wi2021/mails.hpp"

#include <map>

#include "adapters/store/post.hpp"
#include "gateway/isi/wi2021/mail.hpp"

namespace cvsgw::store::wi2021 {
namespace {

using isi::wi2021::Dossier;
using isi::wi2021::Koppeltelling;
using isi::wi2021::Ontvanger;
using isi::wi2021::Weekpost;
using isi::wi2021::Weeksignaal;

struct Aantallen {
  Gemeentecode gemeente;
  int koppelingen = 0;
  int ingetrokken = 0;
};

std::map<std::string, Aantallen> aantallen(const Dossier& dossier) {
  std::map<std::string, Aantallen> per;
  for (const auto& koppeling : dossier.koppelingen) {
    auto& telling = per[koppeling.contactpersoonId];
    telling.gemeente = koppeling.gemeentecode;
    ++telling.koppelingen;
    if (koppeling.datumIngetrokken) ++telling.ingetrokken;
  }
  return per;
}

std::int64_t caseloadVan(Session& session, const Ontvanger& aan) {
  auto query = session.query(
      "SELECT COUNT(*) FROM zoek2021 k JOIN zicht z ON z.persoon_id = k.persoon_id WHERE k.gemeente = ?1 AND "
      "k.contactpersoon_id = ?2 AND z.vervallen = 0");
  query.with(aan.gemeente, aan.contactpersoonId);
  return query.step() ? query.number(0) : 0;
}

void maakKoppelmails(Session& writer, Date dag) {
  struct Rij {
    Ontvanger aan;
    Date dag;
    Koppeltelling telling;
  };
  std::vector<Rij> rijen;
  {
    // Who has been removed meanwhile has no address any more.
    auto query = writer.query(
        "SELECT p.gemeente, p.contactpersoon_id, p.email, MAX(w.dag), SUM(w.gekoppeld), SUM(w.ontkoppeld) "
        "FROM "
        "koppelwijziging2021 w JOIN contactpersoon2021 p ON p.contactpersoon_id = w.contactpersoon_id WHERE "
        "w.dag < ?1 GROUP BY p.contactpersoon_id ORDER BY p.contactpersoon_id");
    query.with(dag);
    while (query.step()) {
      rijen.push_back({{*Gemeentecode::parse(query.text(0)), query.string(1), query.string(2)},
                       query.date(3),
                       {query.number(4), query.number(5), 0}});
    }
  }
  for (auto& rij : rijen) {
    rij.telling.caseload = caseloadVan(writer, rij.aan);
    if (const auto mail = isi::wi2021::koppelmail(rij.aan, rij.telling, rij.dag, dag))
      zetKlaar(writer, *mail);
  }
  writer.query("DELETE FROM koppelwijziging2021 WHERE dag < ?1").with(dag).run();
}

// New is what has been placed since the last weekly mails: ids ascend in the order of placing. Before the
// first ones there is no such border: then it is what the last seven days brought.
constexpr std::string_view kTeller = "weekmail2021";

std::string eersteNieuwe(Session& session) {
  auto query = session.query("SELECT laatste FROM teller WHERE naam = ?1");
  query.with(kTeller);
  if (!query.step()) return "S21.";
  const auto laatste = std::to_string(query.number(0));
  return "S21." + std::string(10 - std::min<size_t>(10, laatste.size()), '0') + laatste;
}

void onthoudLaatste(Session& writer) {
  writer
      .query(
          "INSERT INTO teller (naam, laatste) SELECT ?1, COALESCE((SELECT laatste FROM teller WHERE naam = "
          "'signaal'), 0) WHERE true ON CONFLICT (naam) DO UPDATE SET laatste = excluded.laatste")
      .with(kTeller)
      .run();
}

void maakWeekmails(Session& writer, Date maandag) {
  struct Post {
    Ontvanger aan;
    Weekpost post;
  };
  std::map<std::string, Post> per;
  {
    const auto na = eersteNieuwe(writer);
    const Date vanaf = na == "S21." ? maandag.plusDays(-7) : Date(1, 1, 1);
    auto query = writer.query(
        "SELECT p.contactpersoon_id, p.gemeente, p.email, s.contactpersoon_id IS NULL, s.signaal_id, s.code, "
        "s.datum FROM signaal s JOIN contactpersoon2021 p ON p.gemeente = s.gemeente AND "
        "CASE WHEN s.contactpersoon_id IS NULL THEN p.algemeen = 1 ELSE p.contactpersoon_id = "
        "s.contactpersoon_id END WHERE s.signaal_id > ?1 AND s.signaal_id < 'S21/' AND s.status = 0 AND "
        "s.vervallen = 0 AND s.datum >= ?2 ORDER BY s.signaal_id");
    query.with(na, vanaf);
    while (query.step()) {
      auto& post = per[query.string(0)];
      post.aan = {*Gemeentecode::parse(query.text(1)), query.string(0), query.string(2)};
      auto& lijst = query.number(3) != 0 ? post.post.zonder : post.post.gekoppeld;
      lijst.push_back({query.string(4), query.string(5), query.date(6)});
    }
  }
  for (const auto& [id, post] : per) {
    if (const auto mail = isi::wi2021::weekmail(post.aan, post.post, maandag)) zetKlaar(writer, *mail);
  }
  onthoudLaatste(writer);
}

}  // namespace

void telKoppelingen(Session& writer, const Dossier& oud, const Dossier& nieuw, Date vandaag) {
  if (nieuw.koppelingen.empty()) return;
  const auto voor = aantallen(oud);
  for (const auto& [id, na] : aantallen(nieuw)) {
    const auto found = voor.find(id);
    const Aantallen eerder = found == voor.end() ? Aantallen{} : found->second;
    const int gekoppeld = std::max(0, na.koppelingen - eerder.koppelingen);
    const int ontkoppeld = std::max(0, na.ingetrokken - eerder.ingetrokken);
    if (gekoppeld == 0 && ontkoppeld == 0) continue;
    writer
        .query(
            "INSERT INTO koppelwijziging2021 (contactpersoon_id, dag, gemeente, gekoppeld, ontkoppeld) "
            "VALUES "
            "(?1, ?2, ?3, ?4, ?5) ON CONFLICT (contactpersoon_id, dag) DO UPDATE SET gekoppeld = "
            "koppelwijziging2021.gekoppeld + excluded.gekoppeld, ontkoppeld = "
            "koppelwijziging2021.ontkoppeld + excluded.ontkoppeld")
        .with(id, vandaag, na.gemeente, gekoppeld, ontkoppeld)
        .run();
  }
}

void maakMails(Session& writer, Date dag, Date tot) {
  maakKoppelmails(writer, dag);
  if (isi::wi2021::maaktWeekmail(dag, tot)) maakWeekmails(writer, dag);
}

}  // namespace cvsgw::store::wi2021
