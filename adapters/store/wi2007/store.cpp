#include "adapters/store/wi2007/store.hpp"

#include "adapters/store/criteria.hpp"
#include "adapters/store/guard.hpp"
#include "adapters/store/naam.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/isi/wi2007/zicht.hpp"

namespace cvsgw::store {
namespace {

namespace wi2007 = isi::wi2007;
using isi::Namens;
using wi2007::PersonenCriteria;
using wi2007::PersoonIngang;
using wi2007::PersoonRij;

// Whom the municipality sees now: the search row of every sight that has not ended.
constexpr std::string_view kVisible =
    " FROM zoek2007 s JOIN zicht z ON z.persoon_id = s.persoon_id AND z.vervallen = 0";

constexpr std::string_view kColumns =
    "s.persoon_id, s.bsn, s.a_nummer, s.voornaam, s.voorvoegsels, s.achternaam, s.geboortedatum, s.geslacht, "
    "s.datum_overlijden, s.verblijf, s.definitief_vanaf, EXISTS (SELECT 1 FROM signaal g WHERE g.wet = 7 AND "
    "g.gemeente = s.gemeente AND g.bsn = s.bsn AND g.vervallen = 0)";

// `first` is the column of the result where kColumns begins.
PersoonRij readRow(const Query& query, int first, Date vandaag) {
  PersoonRij rij;
  rij.persoonId = query.string(first);
  rij.bsn = query.bsn(first + 1);
  rij.aNummer = query.optionalString(first + 2);
  rij.voornaam = query.optionalString(first + 3);
  rij.voorvoegsels = query.optionalString(first + 4);
  rij.achternaam = query.string(first + 5);
  rij.geboortedatum = query.optionalDate(first + 6);
  rij.geslacht = query.optionalString(first + 7);
  rij.datumOverlijden = query.optionalDate(first + 8);
  rij.verblijf = query.string(first + 9);
  rij.herkomst = wi2007::herkomst(query.optionalDate(first + 10), vandaag);
  rij.signaalAanwezig = query.number(first + 11) != 0;
  return rij;
}

// One of the two dates alone means that very day (§ 3.2).
void addGeboortedatum(Where& where, const PersonenCriteria& criteria) {
  const auto& vanaf = criteria.geboortedatumVanaf;
  const auto& totEnMet = criteria.geboortedatumTotEnMet;
  const auto& first = vanaf ? vanaf : totEnMet;
  const auto& last = totEnMet ? totEnMet : vanaf;
  if (first) where.add("s.geboortedatum >= ?", first->text()).add("s.geboortedatum <= ?", last->text());
}

Where found(const Namens& namens, const PersonenCriteria& criteria) {
  Where where;
  where.add("s.gemeente = ?", namens.gemeente.value());
  if (criteria.bsn) where.add("s.bsn = ?", criteria.bsn->value());
  where.addIf(criteria.aNummer, "s.a_nummer = ?");
  addGeboortedatum(where, criteria);
  where.addIf(criteria.geslacht, "s.geslacht = ?").addIf(criteria.verblijf, "s.verblijf = ?");
  if (criteria.nationaliteit) where.add("s.nationaliteit = ?", zoeknaam(*criteria.nationaliteit));
  const auto vandaag = namens.vandaag.text();
  if (criteria.herkomst == "Definitief") where.add("s.definitief_vanaf <= ?", vandaag);
  if (criteria.herkomst == "Actief")
    where.add("(s.definitief_vanaf > ? OR s.definitief_vanaf IS NULL)", vandaag);
  return where;
}

// The BSN of the one person whom the criteria's numbers point at, among those whom the municipality sees.
std::optional<Bsn> bsnOf(Session& session, const Namens& namens, const PersonenCriteria& criteria) {
  const Where where = found(namens, criteria);
  auto query = session.query("SELECT s.bsn" + std::string(kVisible) + where.sql() + " LIMIT 1");
  where.bindTo(query);
  if (!query.step()) return std::nullopt;
  return query.bsn(0);
}

}  // namespace

Outcome<isi::Page<PersoonRij>> Wi2007Store::zoekPersonen(const Namens& namens,
                                                         const PersonenCriteria& criteria,
                                                         const isi::PageRequest& pagina) {
  return guarded([&] {
    Database::Reading session(database_);
    const Where where = found(namens, criteria);
    isi::Page<PersoonRij> page;
    {
      auto count = session->query("SELECT COUNT(*)" + std::string(kVisible) + where.sql());
      where.bindTo(count);
      if (!count.step()) throw Error("a count gave no row");
      page.setTotaal(count.number(0), pagina);
    }
    if (pagina.offset() >= page.totaal) return page;
    const int limit = where.nextParameter();
    auto query = session->query("SELECT " + std::string(kColumns) + std::string(kVisible) + where.sql() +
                                " ORDER BY s.bsn LIMIT ?" + std::to_string(limit) + " OFFSET ?" +
                                std::to_string(limit + 1));
    where.bindTo(query);
    query.bind(limit, pagina.paginagrootte).bind(limit + 1, pagina.offset());
    while (query.step()) page.rijen.push_back(readRow(query, 0, namens.vandaag));
    return page;
  });
}

Outcome<std::optional<wi2007::Persoon>> Wi2007Store::raadpleegPersoon(const Namens& namens,
                                                                      const PersonenCriteria& criteria) {
  return guarded([&]() -> std::optional<wi2007::Persoon> {
    Database::Reading session(database_);
    const auto bsn = bsnOf(*session, namens, criteria);
    if (!bsn) return std::nullopt;
    const auto zicht = findZicht(*session, Wet::wi2007, namens.gemeente, *bsn);
    const auto dossier = loadDossierAs<wi2007::Dossier>(*session, Wet::wi2007, *bsn);
    if (!zicht || !dossier || !wi2007::schermTeOpenen(*dossier)) return std::nullopt;
    auto persoon = wi2007::maakPersoon(*dossier, namens.vandaag);
    persoon.persoonId = zicht->persoonId;
    persoon.verblijf = zicht->soort;
    persoon.signalen = countSignalsOf(*session, Wet::wi2007, namens.gemeente, *bsn);
    return persoon;
  });
}

Outcome<isi::Feed<PersoonIngang>> Wi2007Store::haalPersonen(const Namens& namens, std::int64_t naVolgnummer,
                                                            int maximum) {
  return guarded([&] {
    Database::Reading session(database_);
    isi::Feed<PersoonIngang> feed;
    feed.laatsteVolgnummer = naVolgnummer;
    auto query =
        session->query("SELECT z.volgnummer, z.vervallen, z.persoon_id, " + std::string(kColumns) +
                       " FROM zicht z LEFT JOIN zoek2007 s ON s.persoon_id = z.persoon_id WHERE z.wet = "
                       "7 AND z.gemeente = ?1 AND z.volgnummer > ?2 ORDER BY z.volgnummer LIMIT ?3");
    query.with(namens.gemeente, naVolgnummer, maximum + 1);
    while (query.step()) {
      if (static_cast<int>(feed.ingangen.size()) == maximum) {
        feed.meerBeschikbaar = true;
        break;
      }
      const auto volgnummer = query.number(0);
      if (query.number(1) != 0) {
        PersoonIngang vervallen;
        vervallen.persoonId = query.string(2);
        vervallen.volgnummer = volgnummer;
        vervallen.vervallen = true;
        feed.ingangen.push_back(std::move(vervallen));
      } else {
        feed.ingangen.push_back(PersoonIngang::of(volgnummer, readRow(query, 3, namens.vandaag)));
      }
      feed.laatsteVolgnummer = volgnummer;
    }
    return feed;
  });
}

}  // namespace cvsgw::store
