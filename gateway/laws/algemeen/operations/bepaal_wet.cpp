#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/algemeen/operations.hpp"

namespace cvsgw::laws::algemeen {

BepaalWetAntwoord uitkomstVan(const isi::WetVanPersoon& persoon) {
  BepaalWetAntwoord antwoord;
  auto& uitkomst = antwoord.uitkomst.emplace();
  if (!persoon.wet) {
    antwoord.meldingen.push_back(melding("AS008"));
    return antwoord;
  }
  const auto code = wetNaam(*persoon.wet);
  uitkomst.valtOnderWet = true;
  uitkomst.wet = code;
  uitkomst.woonachtig = persoon.woonachtig;
  uitkomst.overleden = persoon.overleden;
  uitkomst.gegevensInzien = persoon.gegevensInzien;
  if (persoon.overleden) antwoord.meldingen.push_back(melding("AS007"));
  antwoord.meldingen.push_back(
      meldingWith(persoon.woonachtig ? "AS005" : "AS006", isi::kWetlijst.omschrijving(code)));
  return antwoord;
}

Outcome<BepaalWetAntwoord> bepaalWet(const _alg__BepaalWet& vraag, const dispatch::CallContext& call) {
  const auto bsn = Bsn::parse(vraag.bsn);
  if (!bsn) return BepaalWetAntwoord{std::nullopt, {melding("FS001", "bsn")}};
  const auto persoon = call.isi.algemeen().bepaalWet(call.namens, *bsn);
  if (!persoon) return tl::unexpected(persoon.error());
  return uitkomstVan(*persoon);
}

}  // namespace cvsgw::laws::algemeen
