#include "adapters/store/wi2021/contactpersonen.hpp"

#include "adapters/store/json.hpp"
#include "adapters/store/naam.hpp"
#include "adapters/store/wi2021/dossiers.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/isi/wi2021/koppelen.hpp"

namespace cvsgw::store::wi2021 {
namespace {

using isi::wi2021::Contactpersoon;
using isi::wi2021::Dossier;

Dossier dossierOf(Session& session, const Bsn& bsn) {
  auto dossier = loadDossierAs<Dossier>(session, Wet::wi2021, bsn);
  if (!dossier) throw Error("a link without a dossier");
  return *std::move(dossier);
}

std::vector<Bsn> linkedTo(Session& session, const Gemeentecode& gemeente, std::string_view contactpersoonId) {
  auto query = session.query(
      "SELECT bsn FROM caseload2021 WHERE contactpersoon_id = ?1 AND gemeente = ?2 AND datum_ingetrokken IS "
      "NULL ORDER BY bsn");
  query.with(contactpersoonId, gemeente);
  std::vector<Bsn> found;
  while (query.step()) found.push_back(query.bsn(0));
  return found;
}

}  // namespace

std::vector<Contactpersoon> listContactpersonen(Session& session, const Gemeentecode& gemeente) {
  auto query = session.query(
      "SELECT p.contactpersoon_id, p.naam, p.email, p.telefoonnummer, p.algemeen, "
      "(SELECT COUNT(*) FROM zoek2021 k JOIN zicht z ON z.persoon_id = k.persoon_id "
      "WHERE k.gemeente = p.gemeente AND k.contactpersoon_id = p.contactpersoon_id AND z.vervallen = 0) "
      "FROM contactpersoon2021 p WHERE p.gemeente = ?1 ORDER BY p.zoeknaam, p.contactpersoon_id");
  query.with(gemeente);
  std::vector<Contactpersoon> found;
  while (query.step()) {
    auto& row = found.emplace_back();
    row.contactpersoonId = query.string(0);
    row.naam = query.string(1);
    row.email = query.string(2);
    row.telefoonnummer = query.optionalString(3);
    row.algemeenContactpersoon = query.number(4) != 0;
    stampVersie(row);  // before the count: a link is no change of the contact person
    row.aantalGekoppeld = static_cast<std::int32_t>(query.number(5));
  }
  return found;
}

std::vector<Bsn> caseloadOf(Session& session, const Gemeentecode& gemeente,
                            std::string_view contactpersoonId) {
  auto query = session.query(
      "SELECT k.bsn FROM zoek2021 k JOIN zicht z ON z.persoon_id = k.persoon_id WHERE k.gemeente = ?1 AND "
      "k.contactpersoon_id = ?2 AND z.vervallen = 0 ORDER BY k.bsn");
  query.with(gemeente, contactpersoonId);
  std::vector<Bsn> found;
  while (query.step()) found.push_back(query.bsn(0));
  return found;
}

void updateContactpersoon(Session& writer, const Gemeentecode& gemeente, const Contactpersoon& contact,
                          Date vandaag) {
  const auto before = findContactpersoon(writer, gemeente, contact.contactpersoonId);
  writer
      .query(
          "UPDATE contactpersoon2021 SET naam = ?3, zoeknaam = ?4, email = ?5, telefoonnummer = ?6, algemeen "
          "= ?7 WHERE contactpersoon_id = ?1 AND gemeente = ?2")
      .with(contact.contactpersoonId, gemeente, contact.naam, zoeknaam(contact.naam), contact.email,
            contact.telefoonnummer, contact.algemeenContactpersoon ? 1 : 0)
      .run();
  if (!before || before->naam == contact.naam) return;
  for (const auto& bsn : caseloadOf(writer, gemeente, contact.contactpersoonId))
    save(writer, dossierOf(writer, bsn), vandaag, gemeente);
}

void clearAlgemeen(Session& writer, const Gemeentecode& gemeente, std::string_view contactpersoonId) {
  writer.query("UPDATE contactpersoon2021 SET algemeen = 0 WHERE contactpersoon_id = ?1 AND gemeente = ?2")
      .with(contactpersoonId, gemeente)
      .run();
}

void transfer(Session& writer, const Gemeentecode& gemeente, const Bsn& bsn,
              const std::string& contactpersoonId, Date vandaag) {
  save(writer, isi::wi2021::koppel(dossierOf(writer, bsn), gemeente, contactpersoonId, vandaag), vandaag);
}

void removeContactpersoon(Session& writer, const Gemeentecode& gemeente, std::string_view contactpersoonId,
                          Date vandaag) {
  for (const auto& bsn : linkedTo(writer, gemeente, contactpersoonId))
    save(writer, isi::wi2021::koppel(dossierOf(writer, bsn), gemeente, std::nullopt, vandaag), vandaag);
  writer.query("DELETE FROM contactpersoon2021 WHERE contactpersoon_id = ?1 AND gemeente = ?2")
      .with(contactpersoonId, gemeente)
      .run();
}

}  // namespace cvsgw::store::wi2021
