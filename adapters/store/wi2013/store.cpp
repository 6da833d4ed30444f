#include "adapters/store/wi2013/store.hpp"

#include "adapters/store/criteria.hpp"
#include "adapters/store/guard.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/wi2013/dossiers.hpp"
#include "adapters/store/zicht.hpp"

namespace cvsgw::store {
namespace {

namespace wi2013 = isi::wi2013;
using isi::Richting;
using wi2013::PersoonKolom;

constexpr std::string_view kFrom = " FROM zoek2013 JOIN zicht ON zicht.persoon_id = zoek2013.persoon_id";
constexpr std::string_view kColumns =
    "zoek2013.bsn, voornamen, voorvoegsel, achternaam, geboortedatum, pvt_plichtig, voldaan, recht_mb, "
    "factuur, verblijf";
constexpr std::string_view kHasSignal =
    "CASE WHEN EXISTS (SELECT 1 FROM signaal WHERE signaal.wet = 13 AND signaal.gemeente = zoek2013.gemeente "
    "AND signaal.bsn = zoek2013.bsn AND signaal.vervallen = 0) THEN 1 ELSE 0 END";

std::optional<bool> optionalFlag(const Query& query, int column) {
  if (query.isNull(column)) return std::nullopt;
  return query.number(column) != 0;
}

// Reads kColumns from `first` on.
wi2013::PersoonRij readRow(const Query& query, int first) {
  wi2013::PersoonRij rij;
  rij.bsn = query.bsn(first);
  rij.voornamen = query.optionalString(first + 1);
  rij.voorvoegsel = query.optionalString(first + 2);
  rij.achternaam = query.string(first + 3);
  rij.geboortedatum = query.optionalDate(first + 4);
  rij.pvtPlichtig = optionalFlag(query, first + 5);
  rij.voldaanAanPvtPlicht = query.number(first + 6) != 0;
  rij.rechtOpMaatschappelijkeBegeleiding = optionalFlag(query, first + 7);
  rij.factuurAanwezig = query.string(first + 8);
  rij.verblijf = query.string(first + 9);
  return rij;
}

void addFlag(Where& where, const std::optional<bool>& value, std::string_view condition) {
  if (value) where.add(condition, std::int64_t{*value ? 1 : 0});
}

void addInvoice(Where& where, wi2013::FactuurZoek wanted) {
  switch (wanted) {
    case wi2013::FactuurZoek::ja:
      where.add("factuur = 'Ja'");
      break;
    case wi2013::FactuurZoek::nee:  // § 3.2: none yet, and one may be sent now
      where.add("factuur = 'Nee'").add("indienbaar = 1");
      break;
    case wi2013::FactuurZoek::nvt:
      where.add("factuur = 'NVT'");
      break;
  }
}

Where selection(const isi::Namens& namens, const wi2013::PersoonCriteria& criteria) {
  const auto text = [](const Date& date) { return date.text(); };
  Where where;
  where.add("zoek2013.gemeente = ?", namens.gemeente.value())
      .add("uitgeschreven = 0")
      .add("zicht.vervallen = 0");
  if (criteria.bsn) where.add("zoek2013.bsn = ?", criteria.bsn->value());
  addFlag(where, criteria.pvtPlichtig, "pvt_plichtig = ?");
  where.addIf(criteria.datumStartPvtPlicht, "start_plicht >= ?", text)
      .addIf(criteria.datumEindePvtPlicht, "einde_plicht <= ?", text)
      .addIf(criteria.datumStartDeelname, "start_deelname >= ?", text)
      .addIf(criteria.datumEindeDeelname, "einde_deelname <= ?", text);
  addFlag(where, criteria.voldaanAanPvtPlicht, "voldaan = ?");
  addFlag(where, criteria.rechtOpMaatschappelijkeBegeleiding, "recht_mb = ?");
  if (criteria.verblijf) where.add("verblijf = ?", std::string(wi2013::verblijfCode(*criteria.verblijf)));
  if (criteria.factuurAanwezig) addInvoice(where, *criteria.factuurAanwezig);
  return where;
}

// What is absent sorts before what is there, in every engine.
std::string orderBy(const wi2013::PersoonSortering& sortering) {
  const std::string direction = sortering.richting == Richting::aflopend ? " DESC" : "";
  const auto by = [&direction](std::string_view column) {
    return " ORDER BY " + std::string(column) + direction + ", zoek2013.bsn" + direction;
  };
  switch (sortering.kolom) {
    case PersoonKolom::bsn:
      return " ORDER BY zoek2013.bsn" + direction;
    case PersoonKolom::voornamen:
      return by("zoekvoornamen");
    case PersoonKolom::achternaam:
      return by("zoeknaam");
    case PersoonKolom::geboortedatum:
      return by("COALESCE(geboortedatum, '')");
    case PersoonKolom::pvtPlichtig:
      return by("COALESCE(pvt_plichtig, -1)");
    case PersoonKolom::voldaanAanPvtPlicht:
      return by("voldaan");
    case PersoonKolom::rechtOpMaatschappelijkeBegeleiding:
      return by("COALESCE(recht_mb, -1)");
    case PersoonKolom::factuurAanwezig:
      return by("factuur");
    case PersoonKolom::signaalAanwezig:
      return by(kHasSignal);
  }
  return " ORDER BY zoek2013.bsn";
}

}  // namespace

Outcome<isi::Page<wi2013::PersoonRij>> Wi2013Store::zoekPersonen(const isi::Namens& namens,
                                                                 const wi2013::PersoonCriteria& criteria,
                                                                 const isi::PageRequest& pagina,
                                                                 const wi2013::PersoonSortering& sortering) {
  return guarded([&] {
    Database::Reading session(database_);
    const Where where = selection(namens, criteria);
    isi::Page<wi2013::PersoonRij> page;
    {
      auto query = session->query("SELECT COUNT(*)" + std::string(kFrom) + where.sql());
      where.bindTo(query);
      query.step();
      page.setTotaal(query.number(0), pagina);
    }
    if (pagina.offset() >= page.totaal) return page;
    const int limit = where.nextParameter();
    auto query = session->query("SELECT " + std::string(kColumns) + ", " + std::string(kHasSignal) +
                                std::string(kFrom) + where.sql() + orderBy(sortering) + " LIMIT ?" +
                                std::to_string(limit) + " OFFSET ?" + std::to_string(limit + 1));
    where.bindTo(query);
    query.bind(limit, pagina.paginagrootte).bind(limit + 1, pagina.offset());
    while (query.step()) {
      page.rijen.push_back(readRow(query, 0));
      page.rijen.back().signaalAanwezig = query.number(10) != 0;
    }
    return page;
  });
}

Outcome<std::optional<wi2013::Persoon>> Wi2013Store::raadpleegPersoon(const isi::Namens& namens,
                                                                      const Bsn& bsn) {
  return guarded([&]() -> std::optional<wi2013::Persoon> {
    Database::Reading session(database_);
    const auto zicht = findZicht(*session, Wet::wi2013, namens.gemeente, bsn);
    if (!zicht) return std::nullopt;
    const auto dossier = loadWi2013(*session, bsn);
    if (!dossier) throw Error("a person in sight has no dossier");
    auto persoon = wi2013::beeldVan(*dossier, wi2013::parseVerblijfSoort(zicht->soort), namens);
    persoon.persoonId = zicht->persoonId;
    persoon.signalen = countSignalsOf(*session, Wet::wi2013, namens.gemeente, bsn);
    return persoon;
  });
}

Outcome<isi::Feed<wi2013::PersoonIngang>> Wi2013Store::haalPersonen(const isi::Namens& namens,
                                                                    std::int64_t naVolgnummer, int maximum) {
  return guarded([&] {
    Database::Reading session(database_);
    isi::Feed<wi2013::PersoonIngang> feed;
    feed.laatsteVolgnummer = naVolgnummer;
    auto query = session->query(
        "SELECT zicht.persoon_id, zicht.volgnummer, zicht.vervallen, " + std::string(kColumns) +
        " FROM zicht JOIN zoek2013 ON zoek2013.persoon_id = zicht.persoon_id "
        "WHERE zicht.wet = 13 AND zicht.gemeente = ?1 AND zicht.volgnummer > ?2 ORDER BY zicht.volgnummer "
        "LIMIT ?3");
    query.with(namens.gemeente, naVolgnummer, maximum + 1);
    while (query.step()) {
      if (static_cast<int>(feed.ingangen.size()) == maximum) {
        feed.meerBeschikbaar = true;
        break;
      }
      wi2013::PersoonIngang ingang;
      if (query.number(2) != 0) {
        ingang.persoonId = query.string(0);
        ingang.volgnummer = query.number(1);
        ingang.vervallen = true;
      } else {
        ingang = wi2013::PersoonIngang::of(query.string(0), query.number(1), readRow(query, 3));
      }
      feed.laatsteVolgnummer = ingang.volgnummer;
      feed.ingangen.push_back(std::move(ingang));
    }
    return feed;
  });
}

}  // namespace cvsgw::store
