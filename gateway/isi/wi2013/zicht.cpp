#include "gateway/isi/wi2013/zicht.hpp"

#include <algorithm>

namespace cvsgw::isi::wi2013 {
namespace {

// The stay on `vandaag`. Death does not end it: the municipality still reads the person as its own.
bool livesThere(const Dossier& dossier, const Verblijfsperiode& stay, Date vandaag) {
  const bool emigrated = dossier.datumUitschrijving && *dossier.datumUitschrijving <= vandaag;
  return stay.omvat(vandaag) && !emigrated;
}

bool everVisible(const Dossier& dossier, const Verblijfsperiode& stay, Date vandaag) {
  return stay.vanaf <= vandaag && (!stay.totEnMet || *stay.totEnMet >= dossier.datumVaststelling);
}

}  // namespace

std::vector<Zicht> zichtOp(const Dossier& dossier, Date vandaag) {
  std::vector<Zicht> out;
  if (vandaag < dossier.datumVaststelling) return out;
  std::optional<Date> last;
  if (dossier.datumOverlijden) last = dossier.datumOverlijden->plusDays(kDagenNaOverlijden);
  if (last && *last < vandaag) return out;

  for (const auto& stay : dossier.verblijven) {
    if (!everVisible(dossier, stay, vandaag)) continue;
    const Verblijf verblijf =
        livesThere(dossier, stay, vandaag) ? Verblijf::woonachtig : Verblijf::voormaligWoonachtig;
    const auto known = std::ranges::find(out, stay.gemeente, &Zicht::gemeente);
    if (known == out.end()) {
      out.push_back({stay.gemeente, verblijf, last});
    } else if (verblijf == Verblijf::woonachtig) {
      known->verblijf = verblijf;  // came back
    }
  }
  return out;
}

}  // namespace cvsgw::isi::wi2013
