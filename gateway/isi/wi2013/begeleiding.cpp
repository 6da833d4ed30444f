#include "gateway/isi/wi2013/begeleiding.hpp"

#include <algorithm>

namespace cvsgw::isi::wi2013 {

std::optional<Begeleidingsrecht> bepaalBegeleiding(const Dossier& dossier) {
  const auto& gronden = dossier.begeleidingsgronden;
  if (!gronden) return std::nullopt;
  const auto eerste =
      std::ranges::find_if(dossier.verblijven, [](const auto& verblijf) { return !verblijf.azc; });
  Begeleidingsrecht out;
  if (gronden->startInburgeringsplicht < kInvoeringPvt)
    out.groep = Begeleidingsgroep::eerdereStart;
  else if (gronden->hervestigd)
    out.groep = Begeleidingsgroep::hervestiger;
  if (eerste == dossier.verblijven.end()) return out;
  out.gemeente = eerste->gemeente;
  out.recht = gronden->asiel && !gronden->eerderVergoed && eerste->vanaf >= kInvoeringPvt;
  return out;
}

}  // namespace cvsgw::isi::wi2013
