#include "gateway/isi/wi2013/beeld.hpp"

#include <algorithm>

namespace cvsgw::isi::wi2013 {
namespace {

std::string fullName(const Dossier& dossier) {
  std::string name;
  for (const auto& part : {dossier.voornamen, dossier.voorvoegsel, std::optional(dossier.achternaam)}) {
    if (!part || part->empty()) continue;
    if (!name.empty()) name.append(1, ' ');
    name.append(*part);
  }
  return name;
}

std::optional<std::string> livesIn(const Dossier& dossier, Date day) {
  if (dossier.uitgeschreven(day)) return std::nullopt;
  const auto stay = std::ranges::find_if(dossier.verblijven, [&](const auto& s) { return s.omvat(day); });
  if (stay == dossier.verblijven.end()) return std::nullopt;
  return stay->gemeente.value();
}

// § 3.9: only the municipality where the person lives changes anything.
bool mayChange(const Dossier& dossier, Verblijf verblijf, const Namens& namens) {
  return namens.rollen.has(Rol::Wi2013MUT) && verblijf == Verblijf::woonachtig &&
         !dossier.uitgeschreven(namens.vandaag);
}

Factuurgegevens invoiceBlock(const Dossier& dossier, Verblijf verblijf, const Namens& namens) {
  Factuurgegevens out;
  const bool mayEdit = mayChange(dossier, verblijf, namens);
  out.factuurAanwezig = factuurAanwezig(dossier);
  out.toevoegenMogelijk = mayEdit && factuurIndienbaar(dossier, verblijf, namens.vandaag);
  if (const Factuur* factuur = dossier.laatsteFactuur()) {
    out.wijzigenMogelijk = mayEdit && !factuur->geaccepteerd();
    out.ingediendeFactuur = *factuur;
  }
  return out;
}

}  // namespace

std::string_view factuurAanwezig(const Dossier& dossier) {
  if (!dossier.facturen.empty()) return "Ja";
  const bool duty = dossier.pvt.pvtPlichtig.value_or(false) || dossier.pvt.voldaan();
  return dossier.lening && duty ? "Nee" : "NVT";
}

bool factuurIndienbaar(const Dossier& dossier, Verblijf verblijf, Date day) {
  const Factuur* last = dossier.laatsteFactuur();
  return verblijf == Verblijf::woonachtig && !dossier.uitgeschreven(day) && dossier.lening &&
         dossier.pvt.voldaan() && (!last || last->afgesloten());
}

Persoon beeldVan(const Dossier& dossier, Verblijf verblijf, const Namens& namens) {
  Persoon out;
  out.bsn = dossier.bsn;
  out.naam = fullName(dossier);
  out.voornamen = dossier.voornamen;
  out.voorvoegsel = dossier.voorvoegsel;
  out.achternaam = dossier.achternaam;
  out.geslacht = dossier.geslacht;
  out.geboortedatum = dossier.geboortedatum;
  out.datumOverlijden = dossier.datumOverlijden;
  out.gemeente = livesIn(dossier, namens.vandaag);
  out.verblijf = verblijfCode(verblijf);
  out.inburgeringsplichtig = dossier.inburgeringsplichtig;
  // § 3.5: the button "Wijzigen" is there for PVT-plichtigen only.
  out.persoonsgegevens.wijzigenMogelijk =
      mayChange(dossier, verblijf, namens) && dossier.pvt.pvtPlichtig.value_or(false);
  out.persoonsgegevens.pvt = dossier.pvt;
  out.persoonsgegevens.maatschappelijkeBegeleiding = dossier.maatschappelijkeBegeleiding;
  out.factuur = invoiceBlock(dossier, verblijf, namens);
  return out;
}

PersoonRij rijVan(const Dossier& dossier, Verblijf verblijf) {
  PersoonRij out;
  out.bsn = dossier.bsn;
  out.voornamen = dossier.voornamen;
  out.voorvoegsel = dossier.voorvoegsel;
  out.achternaam = dossier.achternaam;
  out.geboortedatum = dossier.geboortedatum;
  out.pvtPlichtig = dossier.pvt.pvtPlichtig;
  out.voldaanAanPvtPlicht = dossier.pvt.voldaan();
  out.rechtOpMaatschappelijkeBegeleiding = dossier.maatschappelijkeBegeleiding.recht;
  out.factuurAanwezig = factuurAanwezig(dossier);
  out.verblijf = verblijfCode(verblijf);
  return out;
}

PersoonIngang PersoonIngang::of(std::string persoonId, std::int64_t volgnummer, const PersoonRij& rij) {
  PersoonIngang out;
  out.persoonId = std::move(persoonId);
  out.volgnummer = volgnummer;
  out.bsn = rij.bsn;
  out.voornamen = rij.voornamen;
  out.voorvoegsel = rij.voorvoegsel;
  out.achternaam = rij.achternaam;
  out.geboortedatum = rij.geboortedatum;
  out.pvtPlichtig = rij.pvtPlichtig;
  out.voldaanAanPvtPlicht = rij.voldaanAanPvtPlicht;
  out.rechtOpMaatschappelijkeBegeleiding = rij.rechtOpMaatschappelijkeBegeleiding;
  out.factuurAanwezig = rij.factuurAanwezig;
  out.verblijf = rij.verblijf;
  return out;
}

}  // namespace cvsgw::isi::wi2013
