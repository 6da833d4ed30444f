#include "adapters/store/wi2007/dossiers.hpp"

#include <algorithm>

#include "adapters/store/naam.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/isi/wi2007/zicht.hpp"

namespace cvsgw::store {
namespace {

namespace wi2007 = isi::wi2007;

constexpr Wet kWet = Wet::wi2007;

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

void updateSignals(Session& writer, const wi2007::Dossier& dossier, const Gemeentecode& gemeente) {
  NewSignaal person;
  person.gemeente = gemeente;
  person.bsn = dossier.bsn;
  person.aNummer = dossier.aNummer;
  person.achternaam = dossier.achternaam;
  person.geboortedatum = dossier.geboortedatum;
  updateSignalPerson(writer, kWet, person);
}

}  // namespace

void saveWi2007(Session& writer, const wi2007::Dossier& dossier, Date vandaag) {
  const auto seenBy = wi2007::zichten(dossier);
  std::vector<Zicht> zichten;
  for (const auto& zicht : seenBy) {
    zichten.push_back({zicht.gemeente, std::string(zicht.verblijf), zicht.zichtbaarTotEnMet});
  }
  for (const auto& change : saveDossier(writer, kWet, dossier.bsn, toJson(dossier), zichten, vandaag)) {
    if (change.vervallen) continue;
    const auto zicht = std::ranges::find(zichten, change.gemeente, &Zicht::gemeente);
    writeSearchRow(writer, dossier, change, zicht->soort);
    updateSignals(writer, dossier, change.gemeente);
  }
}

void advanceWi2007(Session& writer, Date day) {
  std::vector<std::pair<std::string, Gemeentecode>> moved;
  {
    auto query = writer.query(
        "SELECT zoek2007.persoon_id, zoek2007.gemeente FROM zoek2007 JOIN zicht ON zicht.persoon_id = "
        "zoek2007.persoon_id WHERE definitief_vanaf = ?1 AND zicht.vervallen = 0 ORDER BY "
        "zoek2007.persoon_id");
    query.with(day);
    while (query.step()) moved.emplace_back(query.string(0), *Gemeentecode::parse(query.text(1)));
  }
  for (const auto& [persoonId, gemeente] : moved) {
    writer.query("UPDATE zicht SET volgnummer = ?2 WHERE persoon_id = ?1")
        .with(persoonId, nextVolgnummer(writer, kWet, gemeente))
        .run();
  }
}

}  // namespace cvsgw::store
