#include "gateway/laws/wi2021/rules/lbt.hpp"

#include <algorithm>
#include <array>

#include "gateway/isi/wi2021/tonen.hpp"
#include "gateway/laws/wi2021/rules/regels.hpp"
#include "gateway/laws/wi2021/rules/wijzigen.hpp"

namespace cvsgw::laws::wi2021 {

using isi::wi2021::Besluit;
using isi::wi2021::Dossier;
using isi::wi2021::Stand;
using isi::wi2021::Uitkomst;

Besluit ontheftLbt(const Stand& stand) {
  Besluit besluit;
  besluit.meldingen = controleerWijzigbaar(stand);
  voegToe(besluit.meldingen, controleerVersie(stand, stand.dossier.lbt.versie));
  const auto& lbt = stand.dossier.lbt;
  const bool afgenomen =
      std::ranges::any_of(lbt.toetsen, [](const auto& toets) { return toets.datumToetsafname.has_value(); });
  if (afgenomen) besluit.meldingen.push_back(melding("FS200"));
  if (lbt.ontheven) besluit.meldingen.push_back(melding("FS201"));
  if (geweigerd(besluit.meldingen)) return besluit;
  besluit.dossier = stand.dossier;
  besluit.dossier->lbt.ontheven = true;
  besluit.dossier->lbt.datumOntheffing = stand.namens.vandaag;
  besluit.toon = [namens = stand.namens](const Dossier& nieuw, Uitkomst& uitkomst) {
    uitkomst.leerbaarheidstoets = isi::wi2021::toonLbt(nieuw.lbt, namens.gemeente);
  };
  return besluit;
}

std::span<const Regel> lbtRegels() {
  static constexpr auto kRegels = std::to_array<Regel>({
      {.id = "W21-200", .operaties = "OntheftLbt", .code = "FS200"},
      {.id = "W21-201", .operaties = "OntheftLbt", .code = "FS201"},
  });
  return kRegels;
}

}  // namespace cvsgw::laws::wi2021
