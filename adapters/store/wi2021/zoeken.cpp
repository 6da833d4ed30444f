// Searching and pulling persons.
#include "adapters/store/criteria.hpp"
#include "adapters/store/guard.hpp"
#include "adapters/store/naam.hpp"
#include "adapters/store/wi2021/wi2021_store.hpp"

namespace cvsgw::store {
namespace {

using isi::Feed;
using isi::Page;
using isi::wi2021::PersoonCriteria;
using isi::wi2021::PersoonIngang;
using isi::wi2021::PersoonKolom;
using isi::wi2021::PersoonRij;
using isi::wi2021::PersoonSortering;

constexpr std::string_view kColumns =
    "z.persoon_id, k.bsn, k.voornamen, k.voorvoegsel, k.achternaam, k.geboortedatum, k.doelgroep, "
    "k.datum_vaststelling, z.soort, z.zichtbaar_tot, k.contactpersoon_id, k.contactpersoon_naam";
constexpr int kColumnCount = 12;

// The columns that a row and an entry of the feed share.
template <class T>
void readShared(const Query& query, T& row) {
  row.bsn = query.bsn(1);
  row.voornamen = query.optionalString(2);
  row.voorvoegsel = query.optionalString(3);
  row.achternaam = query.string(4);
  row.geboortedatum = query.optionalDate(5);
  row.doelgroep = query.string(6);
  row.datumVaststelling = query.date(7);
  row.inzage = query.string(8);
  row.inzageTotEnMet = query.optionalDate(9);
  row.contactpersoonId = query.optionalString(10);
  row.contactpersoonNaam = query.optionalString(11);
}

// A prefix as a range, so that the index on names serves it: every continuation sorts before the greatest
// code point.
void addPrefix(Where& where, const std::string& text) {
  const std::string prefix = zoeknaam(text);
  where.add("k.zoeknaam >= ?", prefix).add("k.zoeknaam < ?", prefix + "\xF4\x8F\xBF\xBF");
}

Where visible(const isi::Namens& namens, const PersoonCriteria& criteria) {
  Where where;
  where.add("k.gemeente = ?", namens.gemeente.value()).add("z.vervallen = 0");
  const auto text = [](const auto& value) {
    if constexpr (requires { value.text(); })
      return value.text();
    else
      return value.value();
  };
  where.addIf(criteria.bsn, "k.bsn = ?", text)
      .addIf(criteria.contactpersoonId, "k.contactpersoon_id = ?")
      .addIf(criteria.doelgroep, "k.doelgroep = ?")
      .addIf(criteria.vaststellingVanaf, "k.datum_vaststelling >= ?", text)
      .addIf(criteria.vaststellingTotEnMet, "k.datum_vaststelling <= ?", text);
  if (criteria.achternaam) addPrefix(where, *criteria.achternaam);
  if (criteria.lbtNietAfgenomen) where.add("k.lbt_afgenomen = 0");
  if (criteria.pipNietDoorgegeven) where.add("k.pip_doorgegeven = 0");
  if (criteria.aanbodNietDoorgegeven)
    where.add("k.aanbod_doorgegeven = 0").add("k.doelgroep = 'Asielstatushouder'");
  if (criteria.pvtNietDoorgegeven) where.add("k.pvt_doorgegeven = 0");
  if (criteria.mapNietDoorgegeven) where.add("k.map_doorgegeven = 0");
  return where;
}

std::string_view orderColumn(PersoonKolom kolom) {
  switch (kolom) {
    case PersoonKolom::bsn:
      return "k.bsn";
    case PersoonKolom::achternaam:
      return "k.zoeknaam";
    case PersoonKolom::geboortedatum:
      return "COALESCE(k.geboortedatum, '')";
    case PersoonKolom::doelgroep:
      return "k.doelgroep";
    case PersoonKolom::datumVaststelling:
      return "k.datum_vaststelling";
    case PersoonKolom::contactpersoon:
      return "COALESCE(k.contactpersoon_naam, '')";
  }
  return "k.bsn";
}

std::string orderBy(const PersoonSortering& sortering) {
  const std::string direction = sortering.richting == isi::Richting::aflopend ? " DESC" : "";
  std::string order = " ORDER BY " + std::string(orderColumn(sortering.kolom)) + direction;
  if (sortering.kolom != PersoonKolom::bsn) order += ", k.bsn" + direction;
  return order;
}

constexpr std::string_view kFrom = " FROM zoek2021 k JOIN zicht z ON z.persoon_id = k.persoon_id";

std::int64_t countPersons(Session& session, const Where& where) {
  auto query = session.query("SELECT COUNT(*)" + std::string(kFrom) + where.sql());
  where.bindTo(query);
  return query.step() ? query.number(0) : 0;
}

}  // namespace

Outcome<Page<PersoonRij>> Wi2021Store::zoekPersonen(const isi::Namens& namens,
                                                    const PersoonCriteria& criteria,
                                                    const isi::PageRequest& pagina,
                                                    const PersoonSortering& sortering) {
  return guarded([&] {
    Database::Reading session(database_);
    const Where where = visible(namens, criteria);
    Page<PersoonRij> page;
    page.setTotaal(countPersons(*session, where), pagina);
    if (pagina.offset() >= page.totaal) return page;
    const int limit = where.nextParameter();
    auto query = session->query("SELECT " + std::string(kColumns) + std::string(kFrom) + where.sql() +
                                orderBy(sortering) + " LIMIT ?" + std::to_string(limit) + " OFFSET ?" +
                                std::to_string(limit + 1));
    where.bindTo(query);
    query.bind(limit, pagina.paginagrootte).bind(limit + 1, pagina.offset());
    while (query.step()) {
      auto& row = page.rijen.emplace_back();
      row.persoonId = query.string(0);
      readShared(query, row);
    }
    return page;
  });
}

Outcome<Feed<PersoonIngang>> Wi2021Store::haalPersonen(const isi::Namens& namens, std::int64_t naVolgnummer,
                                                       int maximum) {
  return guarded([&] {
    Database::Reading session(database_);
    Feed<PersoonIngang> feed;
    feed.laatsteVolgnummer = naVolgnummer;
    auto query = session->query(
        "SELECT " + std::string(kColumns) +
        ", z.volgnummer, z.vervallen FROM zicht z LEFT JOIN zoek2021 k ON k.persoon_id = z.persoon_id "
        "WHERE z.wet = ?1 AND z.gemeente = ?2 AND z.volgnummer > ?3 ORDER BY z.volgnummer LIMIT ?4");
    query.with(static_cast<int>(Wet::wi2021), namens.gemeente, naVolgnummer, maximum + 1);
    while (query.step()) {
      if (static_cast<int>(feed.ingangen.size()) == maximum) {
        feed.meerBeschikbaar = true;
        break;
      }
      auto& entry = feed.ingangen.emplace_back();
      entry.persoonId = query.string(0);
      entry.volgnummer = query.number(kColumnCount);
      entry.vervallen = query.number(kColumnCount + 1) != 0;
      if (!entry.vervallen) readShared(query, entry);
      feed.laatsteVolgnummer = entry.volgnummer;
    }
    return feed;
  });
}

}  // namespace cvsgw::store
