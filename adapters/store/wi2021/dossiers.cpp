#include "adapters/store/wi2021/dossiers.hpp"

#include <algorithm>

#include "adapters/store/json.hpp"
#include "adapters/store/naam.hpp"
#include "adapters/store/signaalacties.hpp"
#include "adapters/store/wi2021/certificaten.hpp"
#include "adapters/store/wi2021/dag.hpp"
#include "adapters/store/wi2021/mails.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/isi/wi2021/termijnen.hpp"

namespace cvsgw::store::wi2021 {
namespace {

using isi::wi2021::Contactpersoon;
using isi::wi2021::Dossier;

template <class T>
void stampAll(std::vector<T>& blocks) {
  for (auto& block : blocks) stampVersie(block);
}

void stampVersies(Dossier& dossier) {
  stampVersie(dossier.lbt);
  stampVersie(dossier.bio);
  stampAll(dossier.pips);
  stampAll(dossier.aanbiedingen);
  stampAll(dossier.aanbodWijzigingen);
  stampAll(dossier.urenGemeente);
  stampAll(dossier.urenInstelling);
  stampAll(dossier.koppelingen);
  if (dossier.map) stampVersie(*dossier.map);
  if (dossier.pvt) stampVersie(*dossier.pvt);
  if (dossier.eindgesprek) stampVersie(*dossier.eindgesprek);
}

// "Niet afgenomen" of § 3.5.2: no test with a date of taking. Who is exempted has none either, but none is
// awaited.
bool lbtAfgenomen(const Dossier& dossier) {
  if (dossier.lbt.ontheven) return true;
  return std::ranges::any_of(dossier.lbt.toetsen,
                             [](const auto& toets) { return toets.datumToetsafname.has_value(); });
}

struct Gekoppeld {
  std::optional<std::string> id;
  std::optional<std::string> naam;
};

Gekoppeld gekoppeldeVan(Session& session, const Dossier& dossier, const Gemeentecode& gemeente) {
  const auto* koppeling = dossier.koppeling(gemeente);
  if (!koppeling) return {};
  const auto contact = findContactpersoon(session, gemeente, koppeling->contactpersoonId);
  if (!contact) return {};
  return {contact->contactpersoonId, contact->naam};
}

void writeZoekRow(Session& writer, const Dossier& dossier, const ZichtChange& change,
                  const Gekoppeld& contact) {
  const auto& wie = dossier.personalia;
  writer
      .query(
          "INSERT INTO zoek2021 (persoon_id, gemeente, bsn, voornamen, voorvoegsel, achternaam, zoeknaam, "
          "geboortedatum, doelgroep, datum_vaststelling, contactpersoon_id, contactpersoon_naam, "
          "lbt_afgenomen, "
          "pip_doorgegeven, aanbod_doorgegeven, pvt_doorgegeven, map_doorgegeven) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17) "
          "ON CONFLICT (persoon_id) DO UPDATE SET voornamen = excluded.voornamen, "
          "voorvoegsel = excluded.voorvoegsel, achternaam = excluded.achternaam, zoeknaam = "
          "excluded.zoeknaam, "
          "geboortedatum = excluded.geboortedatum, doelgroep = excluded.doelgroep, "
          "datum_vaststelling = excluded.datum_vaststelling, contactpersoon_id = excluded.contactpersoon_id, "
          "contactpersoon_naam = excluded.contactpersoon_naam, lbt_afgenomen = excluded.lbt_afgenomen, "
          "pip_doorgegeven = excluded.pip_doorgegeven, aanbod_doorgegeven = excluded.aanbod_doorgegeven, "
          "pvt_doorgegeven = excluded.pvt_doorgegeven, map_doorgegeven = excluded.map_doorgegeven")
      .with(change.persoonId, change.gemeente, wie.bsn, wie.voornamen, wie.voorvoegsel, wie.achternaam,
            zoeknaam(wie.achternaam), wie.geboortedatum, dossier.plicht.doelgroep.indeling,
            dossier.plicht.datumVaststelling, contact.id, contact.naam, lbtAfgenomen(dossier) ? 1 : 0,
            dossier.pip() ? 1 : 0, dossier.aanbiedingen.empty() ? 0 : 1,
            dossier.pvt && dossier.pvt->datumOndertekening ? 1 : 0,
            dossier.map && dossier.map->datumEindgesprek ? 1 : 0)
      .run();
}

void writeCaseload(Session& writer, const Dossier& dossier) {
  writer.query("DELETE FROM caseload2021 WHERE bsn = ?1").with(dossier.personalia.bsn).run();
  int number = 0;
  for (const auto& koppeling : dossier.koppelingen) {
    writer
        .query(
            "INSERT INTO caseload2021 (gemeente, contactpersoon_id, bsn, nummer, datum_koppeling, "
            "datum_ingetrokken) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .with(koppeling.gemeentecode, koppeling.contactpersoonId, dossier.personalia.bsn, ++number,
              koppeling.datumKoppeling, koppeling.datumIngetrokken)
        .run();
  }
}

// The person's columns of a signal at this municipality.
NewSignaal personOfSignal(const Dossier& dossier, const Gemeentecode& gemeente, const Gekoppeld& contact) {
  NewSignaal person;
  person.gemeente = gemeente;
  person.bsn = dossier.personalia.bsn;
  person.achternaam = dossier.personalia.achternaam;
  person.geboortedatum = dossier.personalia.geboortedatum;
  person.doelgroep = dossier.plicht.doelgroep.indeling;
  person.contactpersoonId = contact.id;
  person.contactpersoonNaam = contact.naam;
  return person;
}

// All that this municipality can be shown of the dossier, by whichever operation.
std::string zichtbaarDeel(Dossier dossier, const isi::wi2021::Zicht& zicht) {
  std::erase_if(dossier.koppelingen, [&](const auto& each) { return each.gemeentecode != zicht.gemeente; });
  dossier.verblijven.clear();  // shown as sight
  dossier.bio.advies.reset();
  if (zicht.vertrokken) dossier.lbt = {};
  return toJson(dossier);
}

bool zietVerschil(const Dossier& oud, const Dossier& nieuw, const isi::wi2021::Zicht& zicht, Date vandaag) {
  const auto eerder = isi::wi2021::zichtVan(oud, zicht.gemeente, vandaag);
  return eerder != zicht || zichtbaarDeel(oud, zicht) != zichtbaarDeel(nieuw, zicht);
}

}  // namespace

std::optional<Gezien> findGezien(Session& session, const Gemeentecode& gemeente, const Bsn& bsn,
                                 Date vandaag) {
  const auto row = findZicht(session, Wet::wi2021, gemeente, bsn);
  if (!row) return std::nullopt;
  auto dossier = loadDossierAs<Dossier>(session, Wet::wi2021, bsn);
  if (!dossier) return std::nullopt;
  auto zicht = isi::wi2021::zichtVan(*dossier, gemeente, vandaag);
  if (!zicht) return std::nullopt;
  return Gezien{*std::move(dossier), *std::move(zicht), row->persoonId};
}

Dossier save(Session& writer, Dossier dossier, Date vandaag, const std::optional<Gemeentecode>& raakt) {
  stampVersies(dossier);
  const auto oud = loadDossierAs<Dossier>(writer, Wet::wi2021, dossier.personalia.bsn);
  std::vector<Zicht> rows;
  for (const auto& zicht : isi::wi2021::zichten(dossier, vandaag)) {
    const bool gewijzigd = zicht.gemeente == raakt || !oud || zietVerschil(*oud, dossier, zicht, vandaag);
    rows.push_back({zicht.gemeente, std::string(zicht.soort), zicht.inzageTotEnMet, gewijzigd});
  }
  const auto changes =
      saveDossier(writer, Wet::wi2021, dossier.personalia.bsn, toJson(dossier), rows, vandaag);
  for (const auto& change : changes) {
    if (change.vervallen) continue;
    const auto contact = gekoppeldeVan(writer, dossier, change.gemeente);
    writeZoekRow(writer, dossier, change, contact);
    updateSignalPerson(writer, Wet::wi2021, personOfSignal(dossier, change.gemeente, contact));
  }
  writeCaseload(writer, dossier);
  planWacht(writer, dossier, vandaag);
  addCertificaat(writer, dossier);
  // A new dossier has its deadlines' signals of before from whoever made it.
  if (oud) pasToe(writer, dossier, isi::wi2021::ingehaaldeSignalen(&*oud, dossier, vandaag), vandaag);
  if (oud) telKoppelingen(writer, *oud, dossier, vandaag);
  return dossier;
}

void pasToe(Session& writer, const Dossier& dossier, const std::vector<isi::Signaalactie>& acties,
            Date vandaag) {
  if (acties.empty()) return;
  std::vector<NewSignaal> personen;
  for (const auto& zicht : isi::wi2021::zichten(dossier, vandaag))
    personen.push_back(
        personOfSignal(dossier, zicht.gemeente, gekoppeldeVan(writer, dossier, zicht.gemeente)));
  store::pasToe(writer, Wet::wi2021, personen, acties, vandaag);
}

isi::wi2021::Instelling readInstelling(const Query& query) {
  isi::wi2021::Instelling row;
  row.instellingsnummer = query.string(0);
  row.naam = query.string(1);
  row.postcode = query.optionalString(2);
  if (!query.isNull(3)) row.huisnummer = static_cast<std::int32_t>(query.number(3));
  row.huisnummertoevoeging = query.optionalString(4);
  row.plaatsnaam = query.optionalString(5);
  row.bow = query.optionalString(6);
  row.brin = query.optionalString(7);
  row.bowKeurmerk = query.number(8) != 0;
  row.tstKeurmerk = query.number(9) != 0;
  return row;
}

std::optional<isi::wi2021::Instelling> findInstelling(Session& session, std::string_view instellingsnummer) {
  auto query = session.query(
      "SELECT instellingsnummer, naam, postcode, huisnummer, huisnummertoevoeging, plaatsnaam, bow, brin, "
      "bow_keurmerk, tst_keurmerk FROM instelling2021 WHERE instellingsnummer = ?1");
  query.with(instellingsnummer);
  if (!query.step()) return std::nullopt;
  return readInstelling(query);
}

std::optional<Contactpersoon> findContactpersoon(Session& session, const Gemeentecode& gemeente,
                                                 std::string_view contactpersoonId) {
  auto query = session.query(
      "SELECT contactpersoon_id, naam, email, telefoonnummer, algemeen FROM contactpersoon2021 "
      "WHERE contactpersoon_id = ?1 AND gemeente = ?2");
  query.with(contactpersoonId, gemeente);
  if (!query.step()) return std::nullopt;
  Contactpersoon contact;
  contact.contactpersoonId = query.string(0);
  contact.naam = query.string(1);
  contact.email = query.string(2);
  contact.telefoonnummer = query.optionalString(3);
  contact.algemeenContactpersoon = query.number(4) != 0;
  stampVersie(contact);
  return contact;
}

void addContactpersoon(Session& writer, const Gemeentecode& gemeente, const Contactpersoon& contact) {
  writer
      .query(
          "INSERT INTO contactpersoon2021 (contactpersoon_id, gemeente, naam, zoeknaam, email, "
          "telefoonnummer, algemeen) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
      .with(contact.contactpersoonId, gemeente, contact.naam, zoeknaam(contact.naam), contact.email,
            contact.telefoonnummer, contact.algemeenContactpersoon ? 1 : 0)
      .run();
}

void addInstelling(Session& writer, const isi::wi2021::Instelling& instelling) {
  writer
      .query(
          "INSERT INTO instelling2021 (instellingsnummer, naam, zoeknaam, postcode, huisnummer, "
          "huisnummertoevoeging, "
          "plaatsnaam, bow, brin, bow_keurmerk, tst_keurmerk) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
          "?10, ?11)")
      .with(instelling.instellingsnummer, instelling.naam, zoeknaam(instelling.naam), instelling.postcode,
            instelling.huisnummer, instelling.huisnummertoevoeging, instelling.plaatsnaam, instelling.bow,
            instelling.brin, instelling.bowKeurmerk ? 1 : 0, instelling.tstKeurmerk ? 1 : 0)
      .run();
}

}  // namespace cvsgw::store::wi2021
