// Institutions, contact persons and their caseloads.
#include "adapters/store/criteria.hpp"
#include "adapters/store/guard.hpp"
#include "adapters/store/naam.hpp"
#include "adapters/store/wi2021/contactpersonen.hpp"
#include "adapters/store/wi2021/dossiers.hpp"
#include "adapters/store/wi2021/wi2021_store.hpp"

namespace cvsgw::store {
namespace {

using isi::Page;
using isi::wi2021::CaseloadRij;
using isi::wi2021::Contactpersoon;
using isi::wi2021::Instelling;
using isi::wi2021::InstellingCriteria;

// Searched text is never a pattern: its own wildcards are escaped.
std::string containing(std::string_view text) {
  std::string pattern = "%";
  for (const char c : zoeknaam(text)) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

// Names are shown of persons in sight only: a withdrawn link gives no view of someone who has gone.
constexpr std::string_view kCaseload =
    " FROM caseload2021 c JOIN zoek2021 k ON k.gemeente = c.gemeente AND k.bsn = c.bsn "
    "JOIN zicht z ON z.persoon_id = k.persoon_id";

Where caseloadOf(const isi::Namens& namens, const std::string& contactpersoonId, bool historie) {
  Where where;
  where.add("c.contactpersoon_id = ?", contactpersoonId)
      .add("c.gemeente = ?", namens.gemeente.value())
      .add("z.vervallen = 0");
  if (!historie) where.add("c.datum_ingetrokken IS NULL");
  return where;
}

}  // namespace

Outcome<std::vector<Instelling>> Wi2021Store::lijstInstellingen(const InstellingCriteria& criteria) {
  return guarded([&] {
    Where where;
    if (criteria.soort) where.add(*criteria.soort == "TST" ? "tst_keurmerk = 1" : "bow_keurmerk = 1");
    where.addIf(criteria.instellingsnummer, "instellingsnummer = ?")
        .addIf(criteria.naam, "zoeknaam LIKE ? ESCAPE '\\'", containing);
    Database::Reading session(database_);
    auto query = session->query(
        "SELECT instellingsnummer, naam, postcode, huisnummer, huisnummertoevoeging, plaatsnaam, bow, brin, "
        "bow_keurmerk, tst_keurmerk FROM instelling2021" +
        where.sql() + " ORDER BY zoeknaam, instellingsnummer");
    where.bindTo(query);
    std::vector<Instelling> found;
    while (query.step()) found.push_back(wi2021::readInstelling(query));
    return found;
  });
}

Outcome<std::vector<Contactpersoon>> Wi2021Store::lijstContactpersonen(const isi::Namens& namens) {
  return guarded([&] {
    Database::Reading session(database_);
    return wi2021::listContactpersonen(*session, namens.gemeente);
  });
}

Outcome<std::optional<Page<CaseloadRij>>> Wi2021Store::raadpleegCaseload(const isi::Namens& namens,
                                                                         const std::string& contactpersoonId,
                                                                         bool historie,
                                                                         const isi::PageRequest& pagina) {
  return guarded([&]() -> std::optional<Page<CaseloadRij>> {
    Database::Reading session(database_);
    if (!wi2021::findContactpersoon(*session, namens.gemeente, contactpersoonId)) return std::nullopt;
    const Where where = caseloadOf(namens, contactpersoonId, historie);
    Page<CaseloadRij> page;
    {
      auto count = session->query("SELECT COUNT(*)" + std::string(kCaseload) + where.sql());
      where.bindTo(count);
      page.setTotaal(count.step() ? count.number(0) : 0, pagina);
    }
    const int limit = where.nextParameter();
    auto query = session->query(
        "SELECT k.bsn, k.voornamen, k.voorvoegsel, k.achternaam, k.geboortedatum, c.datum_koppeling, "
        "c.datum_ingetrokken" +
        std::string(kCaseload) + where.sql() + " ORDER BY k.bsn, c.nummer LIMIT ?" + std::to_string(limit) +
        " OFFSET ?" + std::to_string(limit + 1));
    where.bindTo(query);
    query.bind(limit, pagina.paginagrootte).bind(limit + 1, pagina.offset());
    while (query.step()) {
      auto& row = page.rijen.emplace_back();
      row.bsn = query.bsn(0);
      row.voornamen = query.optionalString(1);
      row.voorvoegsel = query.optionalString(2);
      row.achternaam = query.string(3);
      row.geboortedatum = query.optionalDate(4);
      row.datumKoppeling = query.optionalDate(5);
      row.datumIngetrokken = query.optionalDate(6);
    }
    return page;
  });
}

}  // namespace cvsgw::store
