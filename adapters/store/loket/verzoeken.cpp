#include "adapters/store/loket/verzoeken.hpp"

#include <charconv>

#include "adapters/store/eenmaal.hpp"
#include "adapters/store/loket/loket_store.hpp"
#include "adapters/store/zicht.hpp"

namespace cvsgw::store {
namespace {

using isi::Namens;
using isi::loket::Uitkomst;
using isi::loket::Verzoek;

constexpr std::string_view kVoorvoegsel = "V.";

std::optional<std::int64_t> nummerVan(std::string_view verzoekId) {
  if (!verzoekId.starts_with(kVoorvoegsel)) return std::nullopt;
  verzoekId.remove_prefix(kVoorvoegsel.size());
  std::int64_t nummer = 0;
  const auto [end, error] = std::from_chars(verzoekId.data(), verzoekId.data() + verzoekId.size(), nummer);
  if (error != std::errc() || end != verzoekId.data() + verzoekId.size()) return std::nullopt;
  return nummer;
}

std::vector<Verzoek> eerdereVerzoeken(Session& session, const Gemeentecode& gemeente, const Bsn& bsn,
                                      std::string_view soort) {
  std::vector<Verzoek> found;
  auto query = session.query(
      "SELECT document FROM verzoek WHERE bsn = ?1 AND soort = ?2 AND gemeente = ?3 ORDER BY nummer DESC");
  query.with(bsn, soort, gemeente);
  while (query.step()) found.push_back(fromJson<Verzoek>(query.string(0)));
  return found;
}

void add(Session& writer, const Gemeentecode& gemeente, Wet wet, Verzoek& verzoek) {
  const auto nummer = nextTeller(writer, "verzoek");
  verzoek.verzoekId = std::string(kVoorvoegsel) + std::to_string(nummer);
  writer
      .query(
          "INSERT INTO verzoek (nummer, gemeente, wet, bsn, soort, status, document) VALUES (?1, ?2, ?3, ?4, "
          "?5, ?6, ?7)")
      .with(nummer, gemeente, static_cast<std::int64_t>(wet), verzoek.bsn, verzoek.soort, verzoek.status,
            toJson(verzoek))
      .run();
}

// The laws whose requests the caller sees, as SQL: constants of this program, nothing that was sent.
std::string wettenVan(const Rollen& rollen) {
  std::string list;
  for (const Wet wet : kWetten) {
    if (rollen.mayRead(wet)) list += (list.empty() ? "" : ", ") + std::to_string(static_cast<int>(wet));
  }
  return "(" + list + ")";
}

}  // namespace

std::optional<VerzoekRij> findVerzoek(Session& session, std::string_view verzoekId) {
  const auto nummer = nummerVan(verzoekId);
  if (!nummer) return std::nullopt;
  auto query = session.query("SELECT gemeente, document FROM verzoek WHERE nummer = ?1");
  query.with(*nummer);
  if (!query.step()) return std::nullopt;
  return VerzoekRij{*Gemeentecode::parse(query.string(0)), fromJson<Verzoek>(query.string(1))};
}

void updateVerzoek(Session& writer, const Verzoek& verzoek) {
  writer.query("UPDATE verzoek SET status = ?2, dag_besluit = ?3, document = ?4 WHERE nummer = ?1")
      .with(nummerVan(verzoek.verzoekId).value(), verzoek.status, verzoek.datumBesluit, toJson(verzoek))
      .run();
}

Outcome<Uitkomst> LoketStore::dienIn(
    const Namens& namens, const isi::Opdracht& opdracht, Wet wet, const Bsn& bsn, std::string_view soort,
    const std::function<isi::loket::Verzoekbesluit(const isi::loket::Verzoekstand&)>& beslissing) {
  return eenmaal<Uitkomst>(database_, opdracht, namens.vandaag, [&](Session& writer) {
    const auto eerdere = eerdereVerzoeken(writer, namens.gemeente, bsn, soort);
    isi::loket::Verzoekstand stand{
        namens,  opdracht.verwerking, findZicht(writer, wet, namens.gemeente, bsn).has_value(),
        nullptr, std::nullopt,        nullptr,
        eerdere};
    std::optional<isi::wi2021::Dossier> wi2021;
    std::optional<isi::wi2013::Dossier> wi2013;
    if (wet == Wet::wi2021 && (wi2021 = loadDossierAs<isi::wi2021::Dossier>(writer, wet, bsn))) {
      stand.wi2021 = &*wi2021;
      stand.zicht2021 = isi::wi2021::zichtVan(*wi2021, namens.gemeente, namens.vandaag);
    }
    if (wet == Wet::wi2013 && (wi2013 = loadDossierAs<isi::wi2013::Dossier>(writer, wet, bsn)))
      stand.wi2013 = &*wi2013;
    auto besluit = beslissing(stand);
    Uitkomst uitkomst;
    const auto resultaat = isi::weeg(besluit.meldingen, opdracht.verwerking);
    uitkomst.resultaat = resultaatNaam(resultaat);
    uitkomst.meldingen = std::move(besluit.meldingen);
    if (resultaat != isi::Resultaat::verwerkt) return uitkomst;
    uitkomst.verzoek = std::move(besluit.verzoek);
    if (uitkomst.verzoek->verzoekId.empty()) add(writer, namens.gemeente, wet, *uitkomst.verzoek);
    return uitkomst;
  });
}

Outcome<isi::Page<Verzoek>> LoketStore::lijst(const Namens& namens,
                                              const isi::loket::VerzoekCriteria& criteria,
                                              const isi::PageRequest& page) {
  return guarded([&] {
    Database::Reading session(database_);
    const std::string where =
        " FROM verzoek WHERE gemeente = ?1 AND (?2 IS NULL OR bsn = ?2) AND (?3 IS NULL OR "
        "soort = ?3) AND (?4 IS NULL OR status = ?4) AND wet IN " +
        wettenVan(namens.rollen);
    isi::Page<Verzoek> out;
    auto count = session->query("SELECT COUNT(*)" + where);
    count.with(namens.gemeente, criteria.bsn, criteria.soort, criteria.status);
    count.step();
    out.setTotaal(count.number(0), page);
    auto rows = session->query("SELECT document" + where + " ORDER BY nummer DESC LIMIT ?5 OFFSET ?6");
    rows.with(namens.gemeente, criteria.bsn, criteria.soort, criteria.status,
              static_cast<std::int64_t>(page.paginagrootte), page.offset());
    while (rows.step()) out.rijen.push_back(fromJson<Verzoek>(rows.string(0)));
    return out;
  });
}

void forgetLoket(Session& writer, Date day) {
  writer.query("DELETE FROM bestelling WHERE dag < ?1").with(day.plusYears(-2)).run();
  writer.query("DELETE FROM contactbericht WHERE dag < ?1").with(day.plusYears(-1)).run();
  writer.query("DELETE FROM verzoek WHERE dag_besluit < ?1").with(day.plusYears(-2)).run();
}

}  // namespace cvsgw::store
