#include "adapters/store/wi2013/dossiers.hpp"

#include <algorithm>

#include "adapters/store/naam.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/isi/wi2013/beeld.hpp"

namespace cvsgw::store {
namespace {

namespace wi2013 = isi::wi2013;

constexpr Wet kWet = Wet::wi2013;

std::optional<int> flag(std::optional<bool> value) {
  if (!value) return std::nullopt;
  return *value ? 1 : 0;
}

void writeSearchRow(Session& writer, const wi2013::Dossier& dossier, const ZichtChange& change,
                    wi2013::Verblijf verblijf, Date vandaag) {
  const auto rij = wi2013::rijVan(dossier, verblijf);
  // A row has nothing that outlives its replacement, so it is simply written anew.
  writer.query("DELETE FROM zoek2013 WHERE persoon_id = ?1").with(change.persoonId).run();
  writer
      .query(
          "INSERT INTO zoek2013 (persoon_id, gemeente, bsn, voornamen, voorvoegsel, achternaam, "
          "zoekvoornamen, zoeknaam, geboortedatum, pvt_plichtig, start_plicht, einde_plicht, start_deelname, "
          "einde_deelname, voldaan, recht_mb, factuur, indienbaar, uitgeschreven, verblijf) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, "
          "?20)")
      .with(change.persoonId, change.gemeente, rij.bsn, rij.voornamen, rij.voorvoegsel, rij.achternaam,
            zoeknaam(rij.voornamen.value_or("")), zoeknaam(rij.achternaam), rij.geboortedatum,
            flag(rij.pvtPlichtig), dossier.pvt.datumStartPvtPlicht, dossier.pvt.datumEindePvtPlicht,
            dossier.pvt.datumStartDeelname, dossier.pvt.datumEindeDeelname, *flag(rij.voldaanAanPvtPlicht),
            flag(rij.rechtOpMaatschappelijkeBegeleiding), rij.factuurAanwezig,
            *flag(wi2013::factuurIndienbaar(dossier, verblijf, vandaag)),
            *flag(dossier.uitgeschreven(vandaag)), rij.verblijf)
      .run();
}

void updateSignals(Session& writer, const wi2013::Dossier& dossier, const Gemeentecode& gemeente) {
  NewSignaal person;
  person.gemeente = gemeente;
  person.bsn = dossier.bsn;
  person.achternaam = dossier.achternaam;
  person.geboortedatum = dossier.geboortedatum;
  updateSignalPerson(writer, kWet, person);
}

}  // namespace

void saveWi2013(Session& writer, const wi2013::Dossier& dossier, Date vandaag) {
  const auto seenBy = wi2013::zichtOp(dossier, vandaag);
  std::vector<Zicht> zichten;
  for (const auto& zicht : seenBy) {
    zichten.push_back({zicht.gemeente, std::string(wi2013::verblijfSoort(zicht.verblijf)), zicht.totEnMet});
  }
  for (const auto& change : saveDossier(writer, kWet, dossier.bsn, toJson(dossier), zichten, vandaag)) {
    if (change.vervallen) continue;
    const auto zicht = std::ranges::find(seenBy, change.gemeente, &wi2013::Zicht::gemeente);
    writeSearchRow(writer, dossier, change, zicht->verblijf, vandaag);
    updateSignals(writer, dossier, change.gemeente);
  }
}

}  // namespace cvsgw::store
