#include "adapters/store/wi2007/dossiers.hpp"

#include <algorithm>

#include "adapters/store/naam.hpp"
#include "adapters/store/signaalacties.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/wi2007/dag.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/isi/wi2007/termijnen.hpp"
#include "gateway/isi/wi2007/zicht.hpp"

namespace cvsgw::store {
namespace {

namespace wi2007 = isi::wi2007;

std::optional<std::string> zoeknationaliteit(const wi2007::Dossier& dossier) {
  const auto& nationaliteit = dossier.gegevens.nationaliteit1;
  if (!nationaliteit) return std::nullopt;
  return zoeknaam(*nationaliteit);
}

void writeSearchRow(Session& writer, const wi2007::Dossier& dossier, const ZichtChange& change,
                    const std::string& verblijf) {
  writer
      .query(
          "INSERT INTO zoek2007 (persoon_id, gemeente, bsn, a_nummer, voornaam, voorvoegsels, achternaam, "
          "geboortedatum, geslacht, nationaliteit, datum_overlijden, verblijf, definitief_vanaf) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) "
          "ON CONFLICT (persoon_id) DO UPDATE SET a_nummer = excluded.a_nummer, voornaam = "
          "excluded.voornaam, "
          "voorvoegsels = excluded.voorvoegsels, achternaam = excluded.achternaam, geboortedatum = "
          "excluded.geboortedatum, geslacht = excluded.geslacht, nationaliteit = excluded.nationaliteit, "
          "datum_overlijden = excluded.datum_overlijden, verblijf = excluded.verblijf, definitief_vanaf = "
          "excluded.definitief_vanaf")
      .with(change.persoonId, change.gemeente, dossier.bsn, dossier.aNummer, dossier.voornaam,
            dossier.voorvoegsels, dossier.achternaam, dossier.geboortedatum, dossier.gegevens.geslacht,
            zoeknationaliteit(dossier), dossier.datumOverlijden, verblijf, wi2007::definitiefVanaf(dossier))
      .run();
}

NewSignaal personOfSignal(const wi2007::Dossier& dossier, const Gemeentecode& gemeente) {
  NewSignaal person;
  person.gemeente = gemeente;
  person.bsn = dossier.bsn;
  person.aNummer = dossier.aNummer;
  person.achternaam = dossier.achternaam;
  person.geboortedatum = dossier.geboortedatum;
  return person;
}

}  // namespace

void saveWi2007(Session& writer, const wi2007::Dossier& dossier, Date vandaag) {
  const auto seenBy = wi2007::zichten(dossier);
  std::vector<Zicht> zichten;
  for (const auto& zicht : seenBy) {
    zichten.push_back({zicht.gemeente, std::string(zicht.verblijf), zicht.zichtbaarTotEnMet});
  }
  for (const auto& change :
       saveDossier(writer, Wet::wi2007, dossier.bsn, toJson(dossier), zichten, vandaag)) {
    if (change.vervallen) continue;
    const auto zicht = std::ranges::find(zichten, change.gemeente, &Zicht::gemeente);
    writeSearchRow(writer, dossier, change, zicht->soort);
    updateSignalPerson(writer, Wet::wi2007, personOfSignal(dossier, change.gemeente));
  }
  const auto schoon = wi2007::schoonDag(dossier);
  if (schoon && *schoon <= vandaag) return schoonWi2007(writer, dossier.bsn);
  planWachtWi2007(writer, dossier, vandaag);
}

void schoonWi2007(Session& writer, const Bsn& bsn) {
  for (const char* sql : {"DELETE FROM wacht2007 WHERE bsn = ?1", "DELETE FROM zoek2007 WHERE bsn = ?1",
                          "DELETE FROM dossier WHERE wet = 7 AND bsn = ?1"})
    writer.query(sql).with(bsn).run();
}

void pasToeWi2007(Session& writer, const wi2007::Dossier& dossier,
                  const std::vector<isi::Signaalactie>& acties, Date vandaag) {
  if (acties.empty()) return;
  std::vector<NewSignaal> personen;
  for (const auto& zicht : wi2007::zichten(dossier)) {
    if (!zicht.zichtbaarTotEnMet || vandaag <= *zicht.zichtbaarTotEnMet)
      personen.push_back(personOfSignal(dossier, zicht.gemeente));
  }
  pasToe(writer, Wet::wi2007, personen, acties, vandaag);
}

}  // namespace cvsgw::store
