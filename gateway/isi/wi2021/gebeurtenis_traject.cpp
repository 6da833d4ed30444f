// On the way: tests, exams, contracts of institutions, and the request for an advice.
#include <algorithm>
#include <array>

#include "gateway/isi/wi2021/gebeurtenis_hulp.hpp"
#include "gateway/isi/wi2021/termijnen.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

Leerbaarheidstoets* openToets(Dossier& dossier) {
  if (dossier.lbt.toetsen.empty()) return nullptr;
  auto& toets = dossier.lbt.toetsen.front();
  return toets.datumToetsafname || toets.resultaat ? nullptr : &toets;
}

Gebeurtenisbesluit lbtAanmelding(const Dossier& dossier, const Velden& velden) {
  if (!plichtLoopt(dossier)) return kanNiet("deze persoon is nu niet inburgeringsplichtig");
  if (dossier.lbt.ontheven) return kanNiet("deze persoon is ontheven van de Leerbaarheidstoets");
  Gebeurtenisgevolg gevolg{dossier, {}, {}};
  if (openToets(gevolg.dossier)) return kanNiet("er staat al een Leerbaarheidstoets klaar");
  const Verblijf* verblijf = verblijfOp(dossier, velden.vandaag());
  if (!verblijf) return kanNiet("deze persoon woont niet in een gemeente");
  Leerbaarheidstoets toets;
  toets.gemeentecode = verblijf->gemeentecode;
  toets.examennummer = velden.tekst("examennummer");
  toets.datumAanmelding = toets.periodeVanaf = velden.dag();
  toets.periodeTotEnMet = velden.dag().plusMonths(kLbtMaanden).plusDays(-1);
  auto& toetsen = gevolg.dossier.lbt.toetsen;
  toetsen.insert(toetsen.begin(), std::move(toets));
  plaats(gevolg, "SS137", velden.vandaag());
  return gevolg;
}

Gebeurtenisbesluit lbtResultaat(const Dossier& dossier, const Velden& velden) {
  Gebeurtenisgevolg gevolg{dossier, {}, {}};
  auto* toets = openToets(gevolg.dossier);
  if (!toets) return kanNiet("er is geen Leerbaarheidstoets zonder resultaat: eerst lbt-aanmelding");
  if (toets->datumAanmelding && velden.dag() < *toets->datumAanmelding)
    return kanNiet("datum mag niet voor de aanmelding (" + toets->datumAanmelding->dutch() + ") liggen");
  toets->datumToetsafname = velden.dag();
  toets->resultaat = velden.tekst("resultaat");
  handelAf(gevolg, {"SS137", "SS138"});
  plaats(gevolg, "SS131", velden.vandaag());
  return gevolg;
}

// SS199 only comes through DUO's REST interface (rulings, Signals).
Gebeurtenisbesluit examen(const Dossier& dossier, const Velden& velden) {
  const auto onderdeel = *velden.tekst("onderdeel");
  const auto niveau = velden.tekst("niveau");
  if ((onderdeel == "KNM") == niveau.has_value())
    return kanNiet(niveau ? "niveau hoort niet bij KNM" : "niveau ontbreekt: alleen KNM heeft er geen");
  if (velden.tekst("status") == "NogTeDoen")
    return kanNiet("status NogTeDoen is geen gebeurtenis: geef de status van een poging");
  if (velden.tekst("status")->starts_with("GeenResultaat") && niveau && niveau != "A2")
    return kanNiet("zonder resultaat is alleen een examen op niveau A2: geef Geslaagd of NietGeslaagd");
  Gebeurtenisgevolg gevolg{dossier, {}, {}};
  Examen poging{onderdeel, niveau, velden.dag(), *velden.tekst("status"), velden.tekst("reden")};
  auto& examens = gevolg.dossier.examens;
  const auto eerder = std::ranges::find_if(examens, [&](const Examen& each) {
    return each.onderdeel == poging.onderdeel && each.niveau == poging.niveau && each.datum == poging.datum;
  });
  if (eerder != examens.end())
    *eerder = std::move(poging);
  else
    examens.insert(examens.begin(), std::move(poging));
  return gevolg;
}

int rang(std::string_view niveau) {
  return niveau == "A2" ? 0 : niveau == "B1" ? 1 : 2;
}

// Which signal a contract gives under this plan; none when they agree (§ 4.1 SS132-SS136).
std::string_view signaalBijContract(const Dossier& dossier, std::string_view niveau, bool taalschakel) {
  const Pip* pip = geldendPip(dossier);
  const auto& termijn = dossier.plicht.termijn;
  const bool definitief = pip && termijn && termijn->startdatum;
  if (!definitief) return "SS132";
  if (taalschakel && pip->leerroute != "O") return "SS136";
  if (pip->leerroute == "Z") return rang(niveau) > rang("A2") ? "SS135" : "";
  return rang(niveau) < rang(pip->niveau.value_or("B1")) ? "SS133" : "";
}

Gebeurtenisbesluit contract(const Dossier& dossier, const Velden& velden) {
  if (!plichtLoopt(dossier)) return kanNiet("deze persoon is nu niet inburgeringsplichtig");
  Gebeurtenisgevolg gevolg{dossier, {}, {}};
  const auto code = signaalBijContract(dossier, *velden.tekst("niveau"), velden.ja("taalschakeltraject"));
  if (!code.empty()) plaats(gevolg, code, velden.vandaag());
  return gevolg;
}

Gebeurtenisbesluit uitgeschreven(const Dossier& dossier, const Velden& velden) {
  const Pip* pip = geldendPip(dossier);
  if (!pip || !pip->toestemmingNietVrijstellendeOpleiding)
    return kanNiet("het PIP geeft geen toestemming voor een niet-vrijstellende opleiding");
  Gebeurtenisgevolg gevolg{dossier, {}, {}};
  plaats(gevolg, "SS142", velden.vandaag());
  return gevolg;
}

Gebeurtenisbesluit bioVerzoek(const Dossier& dossier, const Velden& velden) {
  if (!plichtLoopt(dossier)) return kanNiet("deze persoon is nu niet inburgeringsplichtig");
  if (dossier.bio.datumVerzoek && !dossier.bio.datumAdvies)
    return kanNiet("er is al om een advies gevraagd op " + dossier.bio.datumVerzoek->dutch());
  Gebeurtenisgevolg gevolg{dossier, {}, {}};
  gevolg.dossier.bio.datumVerzoek = velden.dag();
  gevolg.dossier.bio.datumAdvies.reset();
  plaats(gevolg, "SS140", velden.vandaag());
  return gevolg;
}

}  // namespace

std::span<const Gebeurtenissoort> trajectgebeurtenissen() {
  static const std::array kAanmelding{kBsnVeld, kDatumVeld, Veld{"examennummer", Veldsoort::tekst}};
  static const std::array kResultaat{kBsnVeld, kDatumVeld,
                                     Veld{"resultaat", Veldsoort::code, true, &codes::kLbtResultaat}};
  static const std::array kExamen{kBsnVeld,
                                  kDatumVeld,
                                  Veld{"onderdeel", Veldsoort::code, true, &codes::kExamenonderdeel},
                                  Veld{"niveau", Veldsoort::code, false, &codes::kExamenniveau},
                                  Veld{"status", Veldsoort::code, true, &codes::kExamenstatus},
                                  Veld{"reden", Veldsoort::code, false, &codes::kRedenGeenResultaat}};
  static const std::array kContract{kBsnVeld, kDatumVeld,
                                    Veld{"niveau", Veldsoort::code, true, &codes::kExamenniveau},
                                    Veld{"taalschakeltraject", Veldsoort::jaNee}};
  static const auto kSoorten = std::to_array<Gebeurtenissoort>({
      {"lbt-aanmelding", "De persoon is aangemeld voor de Leerbaarheidstoets.", "SS137", kAanmelding, false,
       lbtAanmelding},
      {"lbt-resultaat", "Het resultaat van de Leerbaarheidstoets is binnen.", "SS131", kResultaat, false,
       lbtResultaat},
      {"examen", "Een examenpoging is gepland of heeft een uitslag.", "", kExamen, false, examen},
      {"contract", "Een instelling registreert een cursuscontract.", "SS132 SS133 SS135 SS136", kContract,
       false, contract},
      {"opleiding-uitgeschreven", "De persoon is uitgeschreven bij de niet-vrijstellende opleiding.", "SS142",
       kAlleenDatum, false, uitgeschreven},
      {"bio-verzoek", "DUO vraagt de gemeente om een advies over een ontheffing BIO.", "SS140", kAlleenDatum,
       false, bioVerzoek},
  });
  return kSoorten;
}

}  // namespace cvsgw::isi::wi2021
