#include "adapters/store/wi2021/certificaten.hpp"

#include "adapters/store/criteria.hpp"
#include "adapters/store/guard.hpp"
#include "adapters/store/json.hpp"
#include "adapters/store/naam.hpp"
#include "adapters/store/wi2021/wi2021_store.hpp"
#include "adapters/store/zicht.hpp"

namespace cvsgw::store {
namespace {

using isi::Page;
using isi::wi2021::Certificaat;
using isi::wi2021::CertificaatCriteria;
using isi::wi2021::CertificaatKolom;
using isi::wi2021::CertificaatRij;
using isi::wi2021::CertificaatSortering;

constexpr std::string_view kRow =
    "SELECT certificaat_id, bsn, achternaam, datum_eindgesprek, afgehandeld_op FROM certificaat2021";

CertificaatRij readRow(const Query& query) {
  CertificaatRij row;
  row.certificaatId = query.string(0);
  row.bsn = query.bsn(1);
  row.achternaam = query.string(2);
  row.datumEindgesprek = query.date(3);
  row.datumAfgehandeld = query.optionalDate(4);
  row.status = row.datumAfgehandeld ? "Afgehandeld" : "NietAfgehandeld";
  stampVersie(row);
  return row;
}

Where visible(const isi::Namens& namens, const CertificaatCriteria& criteria) {
  Where where;
  where.add("gemeente = ?", namens.gemeente.value());
  if (criteria.bsn) where.add("bsn = ?", criteria.bsn->value());
  if (criteria.alleenNietAfgehandeld) where.add("afgehandeld_op IS NULL");
  return where;
}

std::string orderBy(const CertificaatSortering& sortering) {
  const std::string direction = sortering.richting == isi::Richting::aflopend ? " DESC" : "";
  std::string order = " ORDER BY ";
  if (sortering.kolom == CertificaatKolom::achternaam) order += "zoeknaam" + direction + ", ";
  if (sortering.kolom == CertificaatKolom::datumEindgesprek) order += "datum_eindgesprek" + direction + ", ";
  return order + "bsn" + direction + ", certificaat_id" + direction;
}

}  // namespace

namespace wi2021 {

void addCertificaat(Session& writer, const isi::wi2021::Dossier& dossier) {
  const auto certificaat = isi::wi2021::certificaatVan(dossier);
  if (!certificaat) return;
  {
    auto query = writer.query("SELECT 1 FROM certificaat2021 WHERE bsn = ?1 AND datum_eindgesprek = ?2");
    query.with(certificaat->bsn, certificaat->datumEindgesprek);
    if (query.step()) return;
  }
  const std::string id = "Z21." + std::to_string(nextTeller(writer, "Z21"));
  writer
      .query(
          "INSERT INTO certificaat2021 (certificaat_id, gemeente, gemeentenaam, bsn, voornamen, voorvoegsel, "
          "achternaam, zoeknaam, geboortedatum, niveau, datum_eindgesprek, datum_beschikbaar) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")
      .with(id, certificaat->gemeentecode, certificaat->gemeentenaam, certificaat->bsn,
            certificaat->voornamen, certificaat->voorvoegsel, certificaat->achternaam,
            zoeknaam(certificaat->achternaam), certificaat->geboortedatum, certificaat->niveau,
            certificaat->datumEindgesprek, certificaat->datumBeschikbaar)
      .run();
}

std::optional<CertificaatRij> findCertificaat(Session& session, const Gemeentecode& gemeente,
                                              std::string_view certificaatId) {
  auto query = session.query(std::string(kRow) + " WHERE certificaat_id = ?1 AND gemeente = ?2");
  query.with(certificaatId, gemeente);
  if (!query.step()) return std::nullopt;
  return readRow(query);
}

void settleCertificaat(Session& writer, const Gemeentecode& gemeente, std::string_view certificaatId,
                       Date dag) {
  writer
      .query(
          "UPDATE certificaat2021 SET afgehandeld_op = ?3 WHERE certificaat_id = ?1 AND gemeente = ?2 AND "
          "afgehandeld_op IS NULL")
      .with(certificaatId, gemeente, dag)
      .run();
}

}  // namespace wi2021

Outcome<Page<CertificaatRij>> Wi2021Store::zoekCertificaten(const isi::Namens& namens,
                                                            const CertificaatCriteria& criteria,
                                                            const isi::PageRequest& pagina,
                                                            const CertificaatSortering& sortering) {
  return guarded([&] {
    Database::Reading session(database_);
    const Where where = visible(namens, criteria);
    Page<CertificaatRij> page;
    {
      auto query = session->query("SELECT COUNT(*) FROM certificaat2021" + where.sql());
      where.bindTo(query);
      page.setTotaal(query.step() ? query.number(0) : 0, pagina);
    }
    if (pagina.offset() >= page.totaal) return page;
    const int limit = where.nextParameter();
    auto query = session->query(std::string(kRow) + where.sql() + orderBy(sortering) + " LIMIT ?" +
                                std::to_string(limit) + " OFFSET ?" + std::to_string(limit + 1));
    where.bindTo(query);
    query.bind(limit, pagina.paginagrootte).bind(limit + 1, pagina.offset());
    while (query.step()) page.rijen.push_back(readRow(query));
    return page;
  });
}

Outcome<std::optional<Certificaat>> Wi2021Store::haalCertificaat(const isi::Namens& namens,
                                                                 const std::string& certificaatId) {
  return guarded([&]() -> std::optional<Certificaat> {
    Database::Reading session(database_);
    auto query = session->query(
        "SELECT certificaat_id, gemeentenaam, bsn, voornamen, voorvoegsel, achternaam, geboortedatum, "
        "niveau, "
        "datum_eindgesprek, datum_beschikbaar FROM certificaat2021 WHERE certificaat_id = ?1 AND gemeente = "
        "?2");
    query.with(certificaatId, namens.gemeente);
    if (!query.step()) return std::nullopt;
    return Certificaat{
        query.string(0),         namens.gemeente,         query.string(1), query.bsn(2),
        query.optionalString(3), query.optionalString(4), query.string(5), query.optionalDate(6),
        query.optionalString(7), query.date(8),           query.date(9)};
  });
}

}  // namespace cvsgw::store
