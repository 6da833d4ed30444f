// Applications for exams, outcomes and diplomas, as DUO registers them.
#include <algorithm>
#include <array>

#include "gateway/isi/wi2007/examens.hpp"
#include "gateway/isi/wi2007/gebeurtenis_hulp.hpp"
#include "gateway/isi/wi2007/plicht.hpp"

namespace cvsgw::isi::wi2007 {
namespace {

// § 3.7 SS062: the profile of the latest earlier application, else of the latest exam that had one.
std::optional<std::string> eerderProfiel(const Dossier& dossier) {
  if (dossier.examens.aanmeldprofiel) return dossier.examens.aanmeldprofiel;
  std::optional<std::string> laatste;
  for (const auto& onderdeel : dossier.examens.onderdelen) {
    if (onderdeel.profiel) laatste = onderdeel.profiel;
  }
  return laatste;
}

Gebeurtenisbesluit examenaanmelding(const Dossier& dossier, const Velden& velden) {
  Gebeurtenisgevolg gevolg{dossier, {}};
  const auto examen = *velden.tekst("examen");
  const auto profiel = velden.tekst("profiel");
  const auto eerder = eerderProfiel(dossier);
  gevolg.dossier.gegevens.examenaanvraag = *velden.tekst("kader");
  if (profiel) gevolg.dossier.examens.aanmeldprofiel = profiel;
  if (!heeftVoorziening(dossier, velden.dag())) return gevolg;
  if (vrijgesteldVan(dossier, examen)) plaats(gevolg, "SS061");
  if (profiel && eerder && *profiel != *eerder) plaats(gevolg, "SS062");
  return gevolg;
}

std::optional<Gemeentecode> woonplaatsOp(const Dossier& dossier, Date dag) {
  for (const auto& periode : dossier.verblijf) {
    if (periode.vanaf <= dag && (!periode.totEnMet || dag <= *periode.totEnMet)) return periode.gemeente;
  }
  return std::nullopt;
}

// § 3.7 SS017: the short test takes the obligation away, and ISI has it so.
void slaagVoorVrijstellingstoets(Gebeurtenisgevolg& gevolg) {
  auto& dossier = gevolg.dossier;
  dossier.gegevens.geheleVrijstellingDoorDuo = true;
  if (dossier.positie != posities::kVrijwillig) {
    dossier.positie = posities::kBuitenWerking;
    dossier.redenNietInburgeringsplichtig =
        codes::kRedenNietInburgeringsplichtig.omschrijving("GeheelVrijgesteld");
  }
  plaats(gevolg, "SS017");
}

Gebeurtenisbesluit examen(const Dossier& dossier, const Velden& velden) {
  Gebeurtenisgevolg gevolg{dossier, {}};
  auto& nieuw = gevolg.dossier;
  const auto gemeente = woonplaatsOp(dossier, velden.dag());
  Examenonderdeel onderdeel;
  onderdeel.examen = *velden.tekst("examen");
  onderdeel.uitslag = velden.tekst("uitslag");
  onderdeel.niveau = velden.tekst("niveau");
  onderdeel.profiel = velden.tekst("profiel");
  onderdeel.variant = velden.tekst("variant");
  onderdeel.datumDeelname = velden.dag();
  onderdeel.vrijgesteld = vrijgesteldVan(dossier, onderdeel.examen);
  const bool geslaagd = onderdeel.uitslag == "Geslaagd";
  if (geslaagd && gemeente) onderdeel.gemeenteBehaald = gemeente->value();
  const bool deelname = deelgenomen(onderdeel);
  const bool toets = onderdeel.examen == "KorteVrijstellingstoets";
  const bool nt2 = onderdeel.examen.starts_with("NT2");
  nieuw.examens.onderdelen.push_back(std::move(onderdeel));
  nieuw.gegevens.examenaanvraag = "Geen";
  werkDeelnameBij(nieuw, gemeente, velden.dag());
  if (toets && geslaagd) slaagVoorVrijstellingstoets(gevolg);
  // The signal names parts of the inburgeringsexamen: neither the short test nor the Staatsexamen is one.
  if (deelname && !toets && !nt2) plaats(gevolg, kExamensignaal);
  return gevolg;
}

Gebeurtenisbesluit diploma(const Dossier& dossier, const Velden& velden) {
  if (dossier.examens.datumDiplomaBehaald) return kanNiet("deze persoon heeft het diploma al");
  Gebeurtenisgevolg gevolg{dossier, {}};
  auto& examens = gevolg.dossier.examens;
  examens.datumDiplomaBehaald = velden.dag();
  if (const auto gemeente = woonplaatsOp(dossier, velden.dag())) examens.diplomaGemeente = gemeente->value();
  examens.geslaagd = wijzeVanSlagen(dossier);
  gevolg.dossier.gegevens.niveauInburgeringsdiploma = velden.tekst("niveau");
  plaats(gevolg, "SS016");
  return gevolg;
}

}  // namespace

std::span<const Gebeurtenissoort> examengebeurtenissen() {
  static const Veld kAanmelding[] = {kBsnVeld,
                                     kDatumVeld,
                                     {"examen", Veldsoort::code, true, &codes::kExamen},
                                     {"kader", Veldsoort::code, true, &codes::kExamenaanvraag},
                                     {"profiel", Veldsoort::tekst}};
  static const Veld kExamenvelden[] = {kBsnVeld,
                                       kDatumVeld,
                                       {"examen", Veldsoort::code, true, &codes::kExamen},
                                       {"uitslag", Veldsoort::code, true, &codes::kUitslag},
                                       {"niveau", Veldsoort::code, false, &codes::kExamenniveau},
                                       {"profiel", Veldsoort::tekst},
                                       {"variant", Veldsoort::tekst}};
  static const Veld kDiploma[] = {
      kBsnVeld, kDatumVeld, {"niveau", Veldsoort::code, false, &codes::kTaalniveau}};
  static const auto kSoorten = std::to_array<Gebeurtenissoort>({
      {{"examenaanmelding", "De persoon meldt zich aan voor een examen.", "SS061 SS062", kAanmelding, false},
       examenaanmelding},
      {{"examen", "Uitslag van een examenonderdeel.", "SS017 SS065", kExamenvelden, false}, examen},
      {{"diploma", "Het inburgeringsdiploma is behaald.", "SS016", kDiploma, false}, diploma},
  });
  return kSoorten;
}

}  // namespace cvsgw::isi::wi2007
