// The obligation, where a person lives, and his death: events of DUO, IND and BRP.
#include <array>

#include "gateway/isi/wi2013/begeleiding.hpp"
#include "gateway/isi/wi2013/gebeurtenis_hulp.hpp"
#include "gateway/isi/wi2013/termijnen.hpp"

namespace cvsgw::isi::wi2013 {
namespace {

void beginPvt(Pvt& pvt, const Gemeentecode& gemeente, Date start) {
  pvt.pvtPlichtig = true;
  pvt.datumStartPvtPlicht = start;
  pvt.datumEindePvtPlicht = pvtTermijnEinde(start);
  pvt.gemeenteEersteVestiging = gemeente.value();
}

std::optional<std::string> teVroeg(const Dossier& dossier, Date dag) {
  const Date laatste = dossier.verblijven.back().vanaf;
  if (dag >= laatste) return std::nullopt;
  return "datum mag niet voor " + laatste.dutch() + " liggen: het begin van het vorige verblijf";
}

Gebeurtenisbesluit nieuwePlicht(const Dossier&, const Velden& velden) {
  Gebeurtenisgevolg gevolg;
  auto& dossier = gevolg.dossier;
  const auto gemeente = *velden.gemeente();
  const Date start = velden.dag();
  const Date vestiging = velden.datum("datumVestiging").value_or(start);
  if (vestiging > velden.vandaag()) return kanNiet("datumVestiging mag niet na vandaag liggen");
  dossier.bsn = velden.bsn();
  dossier.achternaam = *velden.tekst("achternaam");
  dossier.voornamen = velden.tekst("voornamen");
  dossier.voorvoegsel = velden.tekst("voorvoegsel");
  dossier.geboortedatum = velden.datum("geboortedatum");
  dossier.geslacht = velden.tekst("geslacht").value_or("Onbekend");
  dossier.verblijven = {{gemeente, vestiging, std::nullopt, velden.ja("azc")}};
  dossier.datumVaststelling = velden.vandaag();
  dossier.inburgeringsplichtig = true;
  dossier.begeleidingsgronden = {velden.ja("asiel"), velden.ja("hervestigd"), velden.ja("eerderVergoed"),
                                 start};
  dossier.pvt.pvtPlichtig = false;
  if (start >= kInvoeringPvt) {
    beginPvt(dossier.pvt, gemeente, start);
    plaats(gevolg, "SS601", velden);
  } else {
    plaats(gevolg, "SS606", velden);
  }
  for (auto& actie : ingehaaldeSignalen(nullptr, dossier, velden.vandaag()))
    gevolg.signalen.push_back(std::move(actie));
  herzieBegeleiding(gevolg, velden);
  return gevolg;
}

Gebeurtenisbesluit vestiging(const Dossier& dossier, const Velden& velden) {
  const auto gemeente = *velden.gemeente();
  auto fout = teVroeg(dossier, velden.dag());
  if (fout) return kanNiet(*std::move(fout));
  Gebeurtenisgevolg gevolg{dossier, {}};
  auto& nu = gevolg.dossier.verblijven.back();
  const bool terug = dossier.datumUitschrijving.has_value();
  if (!terug && nu.gemeente == gemeente && nu.azc == velden.ja("azc"))
    return kanNiet("deze persoon woont al in deze gemeente");
  const bool verhuisd = terug || nu.gemeente != gemeente;
  if (!nu.totEnMet) nu.totEnMet = velden.dag().plusDays(-1);
  if (verhuisd && !terug) gevolg.signalen.push_back({Signaalactie::Soort::plaats, "SS614", nu.gemeente});
  gevolg.dossier.datumUitschrijving.reset();
  gevolg.dossier.verblijven.push_back({gemeente, velden.dag(), std::nullopt, velden.ja("azc")});
  if (verhuisd) gevolg.signalen.push_back({Signaalactie::Soort::plaats, "SS613", gemeente});
  herzieBegeleiding(gevolg, velden);
  return gevolg;
}

Gebeurtenisbesluit vertrekBuitenland(const Dossier& dossier, const Velden& velden) {
  if (dossier.datumUitschrijving) return kanNiet("deze persoon woont al niet meer in Nederland");
  auto fout = teVroeg(dossier, velden.dag());
  if (fout) return kanNiet(*std::move(fout));
  Gebeurtenisgevolg gevolg{dossier, {}};
  gevolg.dossier.datumUitschrijving = velden.dag();
  plaats(gevolg, "SS614", velden);
  return gevolg;
}

Gebeurtenisbesluit overlijden(const Dossier& dossier, const Velden& velden) {
  Gebeurtenisgevolg gevolg{dossier, {}};
  gevolg.dossier.datumOverlijden = velden.dag();
  if (dossier.inburgeringsplichtig) plaats(gevolg, "SS606", velden);
  gevolg.dossier.inburgeringsplichtig = false;
  return gevolg;
}

Gebeurtenisbesluit zetPlicht(const Dossier& dossier, const Velden& velden, bool plichtig) {
  if (dossier.inburgeringsplichtig == plichtig)
    return kanNiet(plichtig ? "deze persoon is al inburgeringsplichtig"
                            : "deze persoon is al niet meer inburgeringsplichtig");
  Gebeurtenisgevolg gevolg{dossier, {}};
  gevolg.dossier.inburgeringsplichtig = plichtig;
  plaats(gevolg, "SS606", velden);
  return gevolg;
}

Gebeurtenisbesluit inburgeringsplicht(const Dossier& dossier, const Velden& velden) {
  return zetPlicht(dossier, velden, velden.ja("plichtig"));
}

Gebeurtenisbesluit diploma(const Dossier& dossier, const Velden& velden) {
  return zetPlicht(dossier, velden, false);
}

}  // namespace

std::span<const Gebeurtenissoort> levensgebeurtenissen() {
  static const std::array kNieuw{kBsnVeld,
                                 kDatumVeld,
                                 Veld{"achternaam", Veldsoort::tekst, true},
                                 Veld{"voornamen", Veldsoort::tekst},
                                 Veld{"voorvoegsel", Veldsoort::tekst},
                                 Veld{"geslacht", Veldsoort::code, false, &codes::kGeslacht},
                                 Veld{"geboortedatum", Veldsoort::datum},
                                 Veld{"gemeente", Veldsoort::gemeente, true},
                                 Veld{"datumVestiging", Veldsoort::datum},
                                 Veld{"azc", Veldsoort::jaNee},
                                 Veld{"asiel", Veldsoort::jaNee},
                                 Veld{"hervestigd", Veldsoort::jaNee},
                                 Veld{"eerderVergoed", Veldsoort::jaNee}};
  static const std::array kVestiging{kBsnVeld, kDatumVeld, Veld{"gemeente", Veldsoort::gemeente, true},
                                     Veld{"azc", Veldsoort::jaNee}};
  static const std::array kPlichtig{kBsnVeld, kDatumVeld, Veld{"plichtig", Veldsoort::jaNee, true}};
  static const auto kSoorten = std::to_array<Gebeurtenissoort>({
      {"nieuwe-plicht", "Een persoon wordt inburgeringsplichtig onder de Wi2013.", "SS601 SS606 SS610",
       kNieuw, true, nieuwePlicht},
      {"vestiging", "De persoon gaat op een ander adres of in een andere gemeente wonen.",
       "SS610 SS613 SS614", kVestiging, false, vestiging},
      {"vertrek-buitenland", "De persoon is uitgeschreven bij de BRP.", "SS614", kAlleenDatum, false,
       vertrekBuitenland},
      {"overlijden", "De persoon is overleden.", "SS606", kAlleenDatum, false, overlijden},
      {"inburgeringsplicht", "DUO legt de inburgeringsplicht weer op of trekt haar in.", "SS606", kPlichtig,
       false, inburgeringsplicht},
      {"diploma", "Het inburgeringsexamen is behaald.", "SS606", kAlleenDatum, false, diploma},
  });
  return kSoorten;
}

}  // namespace cvsgw::isi::wi2013
