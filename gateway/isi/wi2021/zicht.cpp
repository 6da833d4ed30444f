#include "gateway/isi/wi2021/zicht.hpp"

#include <algorithm>

namespace cvsgw::isi::wi2021 {
namespace {

std::optional<Date> earliest(std::optional<Date> a, std::optional<Date> b) {
  if (!a) return b;
  if (!b) return a;
  return std::min(*a, *b);
}

// The stay that counts for a municipality: the one that lasts, or else the last one.
const Verblijf* verblijfIn(const Dossier& dossier, const Gemeentecode& gemeente) {
  const Verblijf* last = nullptr;
  for (const auto& verblijf : dossier.verblijven) {
    if (verblijf.gemeentecode != gemeente) continue;
    if (!verblijf.tot) return &verblijf;
    if (!last || *last->tot < *verblijf.tot) last = &verblijf;
  }
  return last;
}

bool wentTo(const Dossier& dossier, const Gemeentecode& gemeente, Date left) {
  return std::ranges::any_of(dossier.verblijven, [&](const Verblijf& stay) {
    return stay.gemeentecode == gemeente && stay.vanaf >= left;
  });
}

// The first plan of a municipality to which the person went after `left`. States of later changes do not
// count: the window starts once.
const Pip* eersteNieuwePip(const Dossier& dossier, const Gemeentecode& old, Date left) {
  const Pip* first = nullptr;
  for (const auto& pip : dossier.pips) {
    if (pip.gemeentecode == old || pip.datumRegistratie < left || !wentTo(dossier, pip.gemeentecode, left))
      continue;
    if (!first || pip.datumRegistratie < first->datumRegistratie) first = &pip;
  }
  return first;
}

// § 3.6.6.2 and rulings: reading and changing until four weeks after the new plan's dagtekening, deleting
// until four weeks after its registration, and sight as long as either lasts. Without a new plan there is no
// end.
void limitAfterMove(Zicht& zicht, const Dossier& dossier, const Verblijf& verblijf) {
  zicht.soort = "Vertrokken";
  zicht.vertrokken = true;
  zicht.vertrek = verblijf.vertrek;
  zicht.datumVertrek = verblijf.tot;
  const Pip* pip = eersteNieuwePip(dossier, zicht.gemeente, *verblijf.tot);
  if (!pip) return;
  zicht.wijzigbaarTotEnMet = pip->datumDagtekening.plusDays(kNaloopDagen);
  zicht.verwijderbaarTotEnMet = pip->datumRegistratie.plusDays(kNaloopDagen);
  zicht.inzageTotEnMet = std::max(*zicht.wijzigbaarTotEnMet, *zicht.verwijderbaarTotEnMet);
}

// § 3.5.1: four weeks after the end of the obligation. A temporary exemption is no end: access stays.
void limitAfterEnd(Zicht& zicht, const Plicht& plicht) {
  if (!plicht.einddatum || plicht.redenBeeindiging == "TijdelijkeVrijstelling") return;
  const Date last = plicht.einddatum->plusDays(kNaloopDagen);
  zicht.soort = "PlichtBeeindigd";
  zicht.inzageTotEnMet = earliest(zicht.inzageTotEnMet, last);
  zicht.wijzigbaarTotEnMet = earliest(zicht.wijzigbaarTotEnMet, last);
  if (zicht.verwijderbaarTotEnMet) zicht.verwijderbaarTotEnMet = earliest(zicht.verwijderbaarTotEnMet, last);
}

// § 3.5.1, § 4.1 SS111: reading only, for four weeks.
void limitAfterDeath(Zicht& zicht, const Personalia& personalia) {
  if (!personalia.datumOverlijden) return;
  zicht.soort = "Overleden";
  zicht.inzageTotEnMet = earliest(zicht.inzageTotEnMet, personalia.datumOverlijden->plusDays(kNaloopDagen));
  zicht.wijzigbaar = false;
  zicht.wijzigbaarTotEnMet.reset();
  zicht.verwijderbaarTotEnMet.reset();
}

}  // namespace

std::optional<Zicht> zichtVan(const Dossier& dossier, const Gemeentecode& gemeente, Date vandaag) {
  const Verblijf* verblijf = verblijfIn(dossier, gemeente);
  if (!verblijf || verblijf->vanaf > vandaag) return std::nullopt;
  Zicht zicht;
  zicht.gemeente = gemeente;
  zicht.soort = verblijf->soort == "CoaGekoppeld" ? "CoaGekoppeld" : "Woonachtig";
  if (verblijf->tot) limitAfterMove(zicht, dossier, *verblijf);
  limitAfterEnd(zicht, dossier.plicht);
  limitAfterDeath(zicht, dossier.personalia);
  if (zicht.inzageTotEnMet && vandaag > *zicht.inzageTotEnMet) return std::nullopt;
  return zicht;
}

std::vector<Zicht> zichten(const Dossier& dossier, Date vandaag) {
  std::vector<Zicht> found;
  for (const auto& verblijf : dossier.verblijven) {
    const bool known = std::ranges::any_of(
        found, [&](const Zicht& zicht) { return zicht.gemeente == verblijf.gemeentecode; });
    if (known) continue;
    if (auto zicht = zichtVan(dossier, verblijf.gemeentecode, vandaag)) found.push_back(*std::move(zicht));
  }
  return found;
}

}  // namespace cvsgw::isi::wi2021
