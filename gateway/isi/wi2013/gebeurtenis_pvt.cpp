// The PVT duty and its term, the loan, what becomes of an invoice, and begeleiding: events of DUO and of the
// person himself.
#include <array>

#include "gateway/isi/wi2013/begeleiding.hpp"
#include "gateway/isi/wi2013/gebeurtenis_hulp.hpp"
#include "gateway/isi/wi2013/termijnen.hpp"

namespace cvsgw::isi::wi2013 {
namespace {

Gebeurtenisbesluit pvtPlicht(const Dossier& dossier, const Velden& velden) {
  const bool plichtig = velden.ja("plichtig");
  if (dossier.pvt.pvtPlichtig == plichtig)
    return kanNiet(plichtig ? "deze persoon is al PVT-plichtig" : "deze persoon is al niet PVT-plichtig");
  Gebeurtenisgevolg gevolg{dossier, {}};
  auto& pvt = gevolg.dossier.pvt;
  const bool eerste = plichtig && !pvt.datumStartPvtPlicht;
  pvt.pvtPlichtig = plichtig;
  if (eerste) {
    pvt.datumStartPvtPlicht = velden.dag();
    pvt.datumEindePvtPlicht = pvtTermijnEinde(velden.dag());
    pvt.gemeenteEersteVestiging = dossier.verblijven.back().gemeente.value();
  }
  plaats(gevolg, eerste ? "SS601" : "SS607", velden);
  return gevolg;
}

Gebeurtenisbesluit pvtTermijn(const Dossier& dossier, const Velden& velden) {
  const auto& pvt = dossier.pvt;
  if (!pvt.pvtPlichtig.value_or(false)) return kanNiet("deze persoon is niet PVT-plichtig: eerst pvt-plicht");
  const auto start = velden.datum("start");
  if (!start && !velden.datum("einde")) return kanNiet("geef start, einde of beide");
  const Date nieuweStart = start.value_or(*pvt.datumStartPvtPlicht);
  const Date einde = velden.datum("einde").value_or(pvtTermijnEinde(nieuweStart));
  if (einde < nieuweStart)
    return kanNiet("einde mag niet voor de start (" + nieuweStart.dutch() + ") liggen");
  const bool anders = einde != pvt.datumEindePvtPlicht;
  if (nieuweStart == pvt.datumStartPvtPlicht && !anders) return kanNiet("de PVT-termijn loopt al zo");
  Gebeurtenisgevolg gevolg{dossier, {}};
  gevolg.dossier.pvt.datumStartPvtPlicht = nieuweStart;
  gevolg.dossier.pvt.datumEindePvtPlicht = einde;
  if (nieuweStart != pvt.datumStartPvtPlicht) plaats(gevolg, "SS608", velden);
  if (anders) plaats(gevolg, "SS609", velden);
  if (einde > *pvt.datumEindePvtPlicht) schoonReden(gevolg.dossier, velden.dag());
  return gevolg;
}

Gebeurtenisbesluit lening(const Dossier& dossier, const Velden& velden) {
  const bool heeft = !velden.tekst("lening") || velden.ja("lening");
  if (dossier.lening == heeft)
    return kanNiet(heeft ? "deze persoon heeft al een lening" : "deze persoon heeft geen lening");
  Gebeurtenisgevolg gevolg{dossier, {}};
  gevolg.dossier.lening = heeft;
  return gevolg;
}

// From which status an invoice can come to which; 1, 5 and 6 are ends.
bool kanNaar(std::string_view van, std::string_view naar) {
  if (van == "4") return naar == "5";
  const bool onderweg = van.empty() || van == "2" || van == "3";
  return onderweg && naar != van && naar != "5";
}

Gebeurtenisbesluit factuurstatus(const Dossier& dossier, const Velden& velden) {
  const Factuur* factuur = dossier.laatsteFactuur();
  if (!factuur) return kanNiet("deze persoon heeft geen factuur");
  const auto status = *velden.tekst("status");
  if (!kanNaar(factuur->status.value_or(""), status))
    return kanNiet("van status " + factuur->status.value_or("(geen)") + " kan een factuur niet naar " +
                   status + ": 2 en 3 gaan naar 1, 2, 3, 4 of 6, en 4 naar 5");
  Gebeurtenisgevolg gevolg{dossier, {}};
  gevolg.dossier.facturen.back().status = status;
  if (status == "6") plaats(gevolg, "SS611", velden);
  if (status == "4") plaats(gevolg, "SS612", velden);
  return gevolg;
}

Gebeurtenisbesluit begeleiding(const Dossier& dossier, const Velden& velden) {
  Gebeurtenisgevolg gevolg{dossier, {}};
  const auto zet = [&velden](std::string_view naam, bool& waarde) {
    if (velden.tekst(naam)) waarde = velden.ja(naam);
  };
  Begeleidingsgronden gronden = dossier.begeleidingsgronden.value_or(Begeleidingsgronden{
      false, false, false, dossier.pvt.datumStartPvtPlicht.value_or(dossier.datumVaststelling)});
  zet("asiel", gronden.asiel);
  zet("hervestigd", gronden.hervestigd);
  zet("eerderVergoed", gronden.eerderVergoed);
  gevolg.dossier.begeleidingsgronden = gronden;
  herzieBegeleiding(gevolg, velden);
  return gevolg;
}

Gebeurtenisbesluit begeleidingGemeld(const Dossier& dossier, const Velden& velden) {
  const auto& begeleiding = dossier.maatschappelijkeBegeleiding;
  if (!begeleiding.recht.value_or(false))
    return kanNiet("deze persoon heeft geen recht op maatschappelijke begeleiding");
  if (begeleiding.gemeldBijBzk.value_or(false)) return kanNiet("het recht is al gemeld bij BZK");
  Gebeurtenisgevolg gevolg{dossier, {}};
  gevolg.dossier.maatschappelijkeBegeleiding.gemeldBijBzk = true;
  gevolg.dossier.maatschappelijkeBegeleiding.datumGemeldBijBzk = velden.dag();
  return gevolg;
}

}  // namespace

std::span<const Gebeurtenissoort> pvtgebeurtenissen() {
  static const std::array kPlichtig{kBsnVeld, kDatumVeld, Veld{"plichtig", Veldsoort::jaNee, true}};
  static const std::array kTermijn{kBsnVeld, kDatumVeld, Veld{"start", Veldsoort::datum},
                                   Veld{"einde", Veldsoort::datum}};
  static const std::array kLening{kBsnVeld, kDatumVeld, Veld{"lening", Veldsoort::jaNee}};
  static const std::array kStatus{kBsnVeld, kDatumVeld,
                                  Veld{"status", Veldsoort::code, true, &codes::kFactuurstatus}};
  static const std::array kGronden{kBsnVeld, kDatumVeld, Veld{"asiel", Veldsoort::jaNee},
                                   Veld{"hervestigd", Veldsoort::jaNee},
                                   Veld{"eerderVergoed", Veldsoort::jaNee}};
  static const auto kSoorten = std::to_array<Gebeurtenissoort>({
      {"pvt-plicht", "DUO stelt vast dat de persoon wel of niet PVT-plichtig is.", "SS601 SS607", kPlichtig,
       false, pvtPlicht},
      {"pvt-termijn", "DUO wijzigt de start of het einde van de PVT-termijn.", "SS608 SS609", kTermijn, false,
       pvtTermijn},
      {"lening", "De persoon heeft een lening bij DUO, of niet meer.", "", kLening, false, lening},
      {"factuur-status", "Wat er van de factuur wordt: 4 geaccepteerd, 6 geweigerd door de persoon.",
       "SS611 SS612", kStatus, false, factuurstatus},
      {"begeleiding", "DUO hoort van IND of COA wat het recht op begeleiding bepaalt.", "SS610", kGronden,
       false, begeleiding},
      {"begeleiding-gemeld", "DUO meldt het recht op begeleiding bij BZK.", "", kAlleenDatum, false,
       begeleidingGemeld},
  });
  return kSoorten;
}

}  // namespace cvsgw::isi::wi2013
