#include "gateway/laws/wi2021/rules/lbt.hpp"

#include <algorithm>
#include <array>

#include "gateway/domain/tekens.hpp"
#include "gateway/isi/wi2021/tonen.hpp"
#include "gateway/laws/wi2021/rules/regels.hpp"
#include "gateway/laws/wi2021/rules/wijzigen.hpp"

namespace cvsgw::laws::wi2021 {

using isi::wi2021::Besluit;
using isi::wi2021::Dossier;
using isi::wi2021::LbtHerkansing;
using isi::wi2021::Stand;
using isi::wi2021::Uitkomst;

namespace {

// What every change to the test begins with: the block is of the municipality where the person is.
Besluit beginLbt(const Stand& stand) {
  Besluit besluit;
  besluit.meldingen = controleerWijzigbaar(stand);
  voegToe(besluit.meldingen, controleerVersie(stand, stand.dossier.lbt.versie));
  if (stand.zicht.vertrokken) besluit.meldingen.push_back(melding("FS207"));
  besluit.toon = [namens = stand.namens](const Dossier& nieuw, Uitkomst& uitkomst) {
    uitkomst.leerbaarheidstoets = isi::wi2021::toonLbt(nieuw.lbt, namens.gemeente);
  };
  return besluit;
}

void controleerToelichting(const LbtHerkansing& verzoek, std::vector<Melding>& meldingen) {
  const auto& reden = verzoek.reden;
  const auto& toelichting = verzoek.toelichting;
  constexpr std::string_view kVeld = "herkansing/toelichting";
  const bool gegeven = toelichting && !isLeeg(*toelichting);
  if (reden == "Overig" && !gegeven) meldingen.push_back(melding("FS204", kVeld));
  if (reden != "Overig" && toelichting) meldingen.push_back(melding("FS205", kVeld));
  if (!toelichting) return;
  if (const auto tekens = aantalTekens(*toelichting); tekens > kTekensToelichting)
    meldingen.push_back(meldingWith("FS206", std::to_string(tekens), kVeld));
}

}  // namespace

Besluit ontheftLbt(const Stand& stand) {
  Besluit besluit = beginLbt(stand);
  const auto& lbt = stand.dossier.lbt;
  const bool afgenomen =
      std::ranges::any_of(lbt.toetsen, [](const auto& toets) { return toets.datumToetsafname.has_value(); });
  if (afgenomen) besluit.meldingen.push_back(melding("FS200"));
  if (lbt.ontheven) besluit.meldingen.push_back(melding("FS201"));
  if (geweigerd(besluit.meldingen)) return besluit;
  besluit.dossier = stand.dossier;
  besluit.dossier->lbt.ontheven = true;
  besluit.dossier->lbt.datumOntheffing = stand.namens.vandaag;
  return besluit;
}

Besluit vraagLbtOpnieuwAan(const Stand& stand, const LbtHerkansing& verzoek) {
  Besluit besluit = beginLbt(stand);
  const auto& lbt = stand.dossier.lbt;
  const auto* laatste = lbt.toetsen.empty() ? nullptr : &lbt.toetsen.front();
  const auto& eerder = lbt.herkansing;
  const bool afgewezen = laatste && laatste->resultaat == "N";
  const bool loopt =
      afgewezen && eerder && laatste->datumToetsafname && eerder->datumVerzoek >= *laatste->datumToetsafname;
  const bool herhaald = loopt && eerder->reden == verzoek.reden && eerder->toelichting == verzoek.toelichting;
  if (!afgewezen) besluit.meldingen.push_back(melding("FS202"));
  if (loopt && !herhaald) besluit.meldingen.push_back(meldingWith("FS203", eerder->datumVerzoek.dutch()));
  controleerToelichting(verzoek, besluit.meldingen);
  if (herhaald) besluit.meldingen.push_back(melding("AS010"));
  if (herhaald || geweigerd(besluit.meldingen)) return besluit;
  besluit.dossier = stand.dossier;
  besluit.dossier->lbt.herkansing = verzoek;  // the day processing makes the test available again
  return besluit;
}

std::span<const Regel> lbtRegels() {
  using enum Regel::Aard;
  constexpr std::string_view kOpnieuw = "VraagLbtOpnieuwAan";
  static constexpr auto kRegels = std::to_array<Regel>({
      {.id = "W21-200", .operaties = "OntheftLbt", .code = "FS200"},
      {.id = "W21-201", .operaties = "OntheftLbt", .code = "FS201"},
      {.id = "W21-202", .operaties = kOpnieuw, .code = "FS202"},
      {.id = "W21-203", .operaties = kOpnieuw, .code = "FS203"},
      {.id = "W21-204", .operaties = kOpnieuw, .code = "FS204"},
      {.id = "W21-205", .operaties = kOpnieuw, .code = "FS205"},
      {.id = "W21-206", .operaties = kOpnieuw, .code = "FS206"},
      {.id = "W21-207", .operaties = "OntheftLbt VraagLbtOpnieuwAan", .code = "FS207"},
      {.id = "W21-551",
       .aard = weergave,
       .operaties = "RaadpleegPersoon RaadpleegHistorie",
       .bron = "Wi2021 § 3.6.5",
       .tekst =
           "Een nieuwe gemeente ziet van de toets van de vorige gemeente alles behalve het examennummer."},
      {.id = "W21-552",
       .aard = nietToetsbaar,
       .operaties = "OntheftLbt",
       .bron = "Wi2021 § 3.6.5",
       .tekst = "Ontheffen is voor wie de toets wegens visuele of auditieve beperkingen niet kan afleggen.",
       .toelichting = "De beperking is een medisch gegeven dat de gemeente kent en niet doorgeeft."},
  });
  return kRegels;
}

}  // namespace cvsgw::laws::wi2021
