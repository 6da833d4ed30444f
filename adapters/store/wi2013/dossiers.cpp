#include "adapters/store/wi2013/dossiers.hpp"

#include <algorithm>

#include "adapters/store/naam.hpp"
#include "adapters/store/signaalacties.hpp"
#include "adapters/store/wi2013/dag.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/isi/wi2013/beeld.hpp"
#include "gateway/isi/wi2013/termijnen.hpp"
#include "gateway/isi/wi2013/zicht.hpp"

namespace cvsgw::store {
namespace {

namespace domein = isi::wi2013;
using domein::Dossier;

std::optional<int> flag(std::optional<bool> value) {
  if (!value) return std::nullopt;
  return *value ? 1 : 0;
}

void writeSearchRow(Session& writer, const domein::Dossier& dossier, const ZichtChange& change,
                    domein::Verblijf verblijf, Date vandaag) {
  const auto rij = domein::rijVan(dossier, verblijf);
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
            *flag(domein::factuurIndienbaar(dossier, verblijf, vandaag)),
            *flag(dossier.uitgeschreven(vandaag)), rij.verblijf)
      .run();
}

// The person's columns of a signal at this municipality.
NewSignaal personOfSignal(const Dossier& dossier, const Gemeentecode& gemeente) {
  NewSignaal person;
  person.gemeente = gemeente;
  person.bsn = dossier.bsn;
  person.achternaam = dossier.achternaam;
  person.geboortedatum = dossier.geboortedatum;
  return person;
}

// The same block gives the same version, whoever stored it: what is registered says whether it is definitive.
void stampVersies(Dossier& dossier) {
  auto& pvt = dossier.pvt;
  if (pvt.datumRegistratie && !pvt.definitief) pvt.definitief = false;
  stampVersie(pvt);
  for (auto& factuur : dossier.facturen) stampVersie(factuur);
}

}  // namespace

std::optional<Dossier> loadWi2013(Session& session, const Bsn& bsn) {
  auto dossier = loadDossierAs<Dossier>(session, Wet::wi2013, bsn);
  // Those of before versions were kept with the dossier have none.
  if (dossier && dossier->pvt.versie.empty()) stampVersies(*dossier);
  return dossier;
}

Dossier saveWi2013(Session& writer, Dossier dossier, Date vandaag) {
  stampVersies(dossier);
  const auto seenBy = domein::zichtOp(dossier, vandaag);
  std::vector<Zicht> zichten;
  for (const auto& zicht : seenBy) {
    zichten.push_back({zicht.gemeente, std::string(domein::verblijfSoort(zicht.verblijf)), zicht.totEnMet});
  }
  const auto oud = loadDossierAs<Dossier>(writer, Wet::wi2013, dossier.bsn);
  for (const auto& change :
       saveDossier(writer, Wet::wi2013, dossier.bsn, toJson(dossier), zichten, vandaag)) {
    if (change.vervallen) continue;
    const auto zicht = std::ranges::find(seenBy, change.gemeente, &domein::Zicht::gemeente);
    writeSearchRow(writer, dossier, change, zicht->verblijf, vandaag);
    updateSignalPerson(writer, Wet::wi2013, personOfSignal(dossier, change.gemeente));
  }
  planWacht(writer, dossier, vandaag);
  // A new dossier has its deadlines' signals of before from whoever made it.
  if (oud) pasToe(writer, dossier, domein::ingehaaldeSignalen(&*oud, dossier, vandaag), vandaag);
  return dossier;
}

void pasToe(Session& writer, const Dossier& dossier, const std::vector<isi::Signaalactie>& acties,
            Date vandaag) {
  if (acties.empty()) return;
  std::vector<NewSignaal> personen;
  for (const auto& zicht : domein::zichtOp(dossier, vandaag))
    personen.push_back(personOfSignal(dossier, zicht.gemeente));
  store::pasToe(writer, Wet::wi2013, personen, acties, vandaag);
}

}  // namespace cvsgw::store
