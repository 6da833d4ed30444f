// DUO's own decisions: requests and what becomes of them, the term, the end of the obligation, corrections.
#include <algorithm>
#include <array>

#include "gateway/isi/wi2021/gebeurtenis_hulp.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

constexpr auto kCorrectieRows = std::to_array<CodeRow>({{"SS190", ""}, {"SS191", ""}, {"SS192", ""}});
constinit const CodeList kCorrectie{"correctie", "Wi2021 § 4.1", kCorrectieRows};
constexpr auto kBesluitRows = std::to_array<CodeRow>({{"Toegekend", ""}, {"Afgewezen", ""}});
constinit const CodeList kBesluit{"besluit", "Wi2021 § 3.6.13", kBesluitRows};

/// Months of the term after which the person may ask for more time.
constexpr int kVerlengingNaMaanden = 30;

/// What a decision on one kind of request is called and brings about (§ 4.1 SS104, SS107-SS109, SS113-SS119).
struct Verzoeksoort {
  std::string_view soort;
  std::string_view type;
  std::string_view toegekend;
  std::string_view afgewezen;
};
constexpr auto kVerzoeksoorten = std::to_array<Verzoeksoort>({
    {"GeheleVrijstelling", "Vrijstelling", "SS107", "SS114"},
    {"TijdelijkeVrijstelling", "Vrijstelling", "SS109", "SS115"},
    {"GedeeltelijkeVrijstelling", "Vrijstelling", "SS117", "SS116"},
    {"GeheleOntheffing", "Ontheffing", "SS108", "SS118"},
    {"GedeeltelijkeOntheffing", "Ontheffing", "SS119", "SS118"},
    {"VerlengingTermijn", "Verlenging", "SS104", "SS113"},
});

const Verzoeksoort& verzoeksoort(std::string_view soort) {
  return *std::ranges::find(kVerzoeksoorten, soort, &Verzoeksoort::soort);
}

std::optional<std::string> nietPlichtig(const Dossier& dossier) {
  if (plichtLoopt(dossier)) return std::nullopt;
  return "deze persoon is nu niet inburgeringsplichtig";
}

Aanvraag& voegAanvraagToe(Dossier& dossier, const Verzoeksoort& soort, Date ontvangst) {
  Aanvraag row;
  row.typeVerzoek = soort.type;
  row.toelichting = soort.soort;
  row.status = "Ingediend";
  row.datumOntvangst = ontvangst;
  dossier.aanvragen.insert(dossier.aanvragen.begin(), std::move(row));
  return dossier.aanvragen.front();
}

void vulAan(Aanvraag& row, const Velden& velden) {
  const auto neem = [&velden](std::optional<std::string>& doel, std::string_view naam) {
    if (auto waarde = velden.tekst(naam)) doel = std::move(waarde);
  };
  neem(row.grondOntheffing, "grondOntheffing");
  neem(row.redenVrijstelling, "redenVrijstelling");
  neem(row.verlengingsgrond, "verlengingsgrond");
  neem(row.examenonderdeel, "examenonderdeel");
  neem(row.examenniveau, "examenniveau");
  if (const auto einde = velden.datum("einddatum")) row.einddatum = einde;
}

// § 3.6.13: not earlier than two and a half years after the start of the term.
std::optional<std::string> teVroegVoorVerlenging(const Dossier& dossier, Date dag) {
  const auto& termijn = dossier.plicht.termijn;
  if (!termijn || !termijn->startdatum) return "er is nog geen inburgeringstermijn om te verlengen";
  const Date eerste = termijn->startdatum->plusMonths(kVerlengingNaMaanden);
  if (dag >= eerste) return std::nullopt;
  return "een verlenging kan pas vanaf " + eerste.dutch() +
         " worden gevraagd: tweeënhalf jaar na de start van de termijn";
}

Gebeurtenisbesluit verzoek(const Dossier& dossier, const Velden& velden) {
  if (auto fout = nietPlichtig(dossier)) return kanNiet(*fout);
  const auto& soort = verzoeksoort(*velden.tekst("soort"));
  if (soort.type == "Verlenging") {
    if (auto fout = teVroegVoorVerlenging(dossier, velden.dag())) return kanNiet(*fout);
  }
  Gebeurtenisgevolg gevolg{dossier, {}, {}};
  vulAan(voegAanvraagToe(gevolg.dossier, soort, velden.dag()), velden);
  if (soort.type == "Verlenging") plaats(gevolg, "SS112", velden.vandaag());
  return gevolg;
}

// The open request of this kind; a decision without one came by another way and makes its own.
Aanvraag& openAanvraag(Dossier& dossier, const Verzoeksoort& soort, Date dag) {
  for (auto& row : dossier.aanvragen) {
    if (row.toelichting == soort.soort && row.status == "Ingediend") return row;
  }
  return voegAanvraagToe(dossier, soort, dag);
}

std::optional<std::string> foutInNieuwEinde(const Dossier& dossier, const Velden& velden) {
  const auto& termijn = dossier.plicht.termijn;
  if (!termijn || !termijn->einddatum) return "er is nog geen inburgeringstermijn om te verlengen";
  const auto einde = velden.datum("einddatum");
  if (!einde) return "einddatum ontbreekt: de nieuwe laatste dag van de inburgeringstermijn";
  if (*einde <= *termijn->einddatum)
    return "einddatum moet na het huidige einde (" + termijn->einddatum->dutch() + ") liggen";
  return std::nullopt;
}

void begintVrijstelling(Gebeurtenisgevolg& gevolg, Date dag) {
  auto& plicht = gevolg.dossier.plicht;
  plicht.inburgeringsplichtig = false;
  plicht.redenBeeindiging = "TijdelijkeVrijstelling";
  plicht.wijzigingsdatum = dag;
}

Gebeurtenisbesluit besluit(const Dossier& dossier, const Velden& velden) {
  if (auto fout = nietPlichtig(dossier)) return kanNiet(*fout);
  const auto& soort = verzoeksoort(*velden.tekst("soort"));
  const bool toegekend = velden.tekst("besluit") == "Toegekend";
  const bool verlenging = soort.type == "Verlenging";
  if (verlenging && toegekend) {
    if (auto fout = foutInNieuwEinde(dossier, velden)) return kanNiet(*fout);
  }
  Gebeurtenisgevolg gevolg{dossier, {}, {}};
  auto& row = openAanvraag(gevolg.dossier, soort, velden.dag());
  row.status = toegekend ? "Toegekend" : "Afgewezen";
  row.datumBesluit = velden.dag();
  vulAan(row, velden);
  if (!toegekend) {
    plaats(gevolg, soort.afgewezen, velden.vandaag());
    return gevolg;
  }
  if (soort.soort.starts_with("Gehele")) {
    beeindigPlicht(gevolg, soort.type == "Vrijstelling" ? "VolledigeVrijstelling" : "VolledigeOntheffing",
                   velden.dag());
    plaatsOveral(gevolg, soort.toegekend);
    return gevolg;
  }
  if (verlenging) {
    wijzigEindeTermijn(gevolg.dossier, *velden.datum("einddatum"), velden.tekst("verlengingsgrond"),
                       "TermijnOpVerzoekVerlengd", velden.dag());
  }
  if (soort.soort == "TijdelijkeVrijstelling") begintVrijstelling(gevolg, velden.dag());
  plaats(gevolg, soort.toegekend, velden.vandaag());
  return gevolg;
}

// § 4.1 SS129, SS130: the obligation runs again, and a plan of before counts again.
Gebeurtenisbesluit vrijstellingIngetrokken(const Dossier& dossier, const Velden& velden) {
  if (dossier.plicht.inburgeringsplichtig || dossier.plicht.redenBeeindiging != "TijdelijkeVrijstelling")
    return kanNiet("deze persoon heeft geen tijdelijke vrijstelling");
  if (velden.datum("einddatum")) {
    if (auto fout = foutInNieuwEinde(dossier, velden)) return kanNiet(*fout);
  }
  Gebeurtenisgevolg gevolg{dossier, {}, {}};
  auto& plicht = gevolg.dossier.plicht;
  plicht.inburgeringsplichtig = true;
  plicht.redenBeeindiging.reset();
  plicht.einddatum.reset();
  plicht.redenWijziging = "VrijstellingIngetrokken";
  plicht.wijzigingsdatum = velden.dag();
  if (const auto einde = velden.datum("einddatum"))
    wijzigEindeTermijn(gevolg.dossier, *einde, "6", "VrijstellingIngetrokken", velden.dag());
  handelAf(gevolg, {"SS109"});
  plaats(gevolg, geldendPip(dossier) ? "SS130" : "SS129", velden.vandaag());
  // A plan whose two weeks passed during the exemption gets its term now.
  if (auto pip = maakPipDefinitief(gevolg.dossier, velden.vandaag())) {
    gevolg.dossier = std::move(pip->dossier);
    for (auto& actie : pip->signalen) gevolg.signalen.push_back(std::move(actie));
  }
  return gevolg;
}

Gebeurtenisbesluit termijnVerlengd(const Dossier& dossier, const Velden& velden) {
  if (auto fout = nietPlichtig(dossier)) return kanNiet(*fout);
  if (auto fout = foutInNieuwEinde(dossier, velden)) return kanNiet(*fout);
  Gebeurtenisgevolg gevolg{dossier, {}, {}};
  wijzigEindeTermijn(gevolg.dossier, *velden.datum("einddatum"), velden.tekst("verlengingsgrond"),
                     "TermijnAmbtshalveVerlengd", velden.dag());
  plaats(gevolg, "SS103", velden.vandaag());
  return gevolg;
}

Gebeurtenisbesluit einde(const Dossier& dossier, const Velden& velden, std::string_view reden,
                         std::string_view code) {
  const bool vrijgesteld = dossier.plicht.redenBeeindiging == "TijdelijkeVrijstelling";
  if (!plichtLoopt(dossier) && !vrijgesteld)
    return kanNiet("de inburgeringsplicht van deze persoon is al beëindigd");
  Gebeurtenisgevolg gevolg{dossier, {}, {}};
  beeindigPlicht(gevolg, reden, velden.dag());
  plaatsOveral(gevolg, code);
  return gevolg;
}

Gebeurtenisbesluit diploma(const Dossier& dossier, const Velden& velden) {
  return einde(dossier, velden, "DiplomaBehaald", "SS106");
}

Gebeurtenisbesluit ingetrokken(const Dossier& dossier, const Velden& velden) {
  return einde(dossier, velden, "Ingetrokken", "SS110");
}

Gebeurtenisbesluit correctie(const Dossier& dossier, const Velden& velden) {
  const auto code = *velden.tekst("code");
  Gebeurtenisgevolg gevolg{dossier, {}, {}};
  if (code == "SS192")
    plaats(gevolg, code, velden.vandaag());
  else
    gevolg.correctie = code;
  return gevolg;
}

}  // namespace

std::span<const Gebeurtenissoort> besluitgebeurtenissen() {
  static const Veld kSoort{"soort", Veldsoort::code, true, &codes::kSoortVerzoek};
  static const Veld kGrond{"grondOntheffing", Veldsoort::code, false, &codes::kGrondOntheffing};
  static const Veld kReden{"redenVrijstelling", Veldsoort::code, false, &codes::kRedenVrijstelling};
  static const Veld kVerlenging{"verlengingsgrond", Veldsoort::code, false, &codes::kVerlengingsgrond};
  static const Veld kOnderdeel{"examenonderdeel", Veldsoort::code, false, &codes::kExamenonderdeel};
  static const Veld kNiveau{"examenniveau", Veldsoort::code, false, &codes::kExamenniveau};
  static const Veld kEinde{"einddatum", Veldsoort::datum};
  static const Veld kNieuwEinde{"einddatum", Veldsoort::datum, true};
  static const Veld kUitkomst{"besluit", Veldsoort::code, true, &kBesluit};
  static const Veld kCode{"code", Veldsoort::code, true, &kCorrectie};
  static const std::array kVerzoek{kBsnVeld, kDatumVeld,  kSoort,     kGrond,
                                   kReden,   kVerlenging, kOnderdeel, kNiveau};
  static const std::array kBesluitVelden{kBsnVeld, kDatumVeld,  kSoort,     kUitkomst, kGrond,
                                         kReden,   kVerlenging, kOnderdeel, kNiveau,   kEinde};
  static const std::array kTerug{kBsnVeld, kDatumVeld, kEinde};
  static const std::array kVerlengd{kBsnVeld, kDatumVeld, kNieuwEinde, kVerlenging};
  static const std::array kCorrectieVelden{kBsnVeld, kDatumVeld, kCode};
  static const auto kSoorten = std::to_array<Gebeurtenissoort>({
      {"verzoek", "De persoon vraagt ontheffing, vrijstelling of verlenging.", "SS112", kVerzoek, false,
       verzoek},
      {"besluit", "DUO besluit over een verzoek.",
       "SS104 SS107 SS108 SS109 SS113 SS114 SS115 SS116 SS117 SS118 SS119", kBesluitVelden, false, besluit},
      {"vrijstelling-ingetrokken", "De tijdelijke vrijstelling eindigt.", "SS129 SS130 SS102", kTerug, false,
       vrijstellingIngetrokken},
      {"termijn-verlengd", "DUO verlengt de termijn ambtshalve.", "SS103", kVerlengd, false, termijnVerlengd},
      {"diploma", "Het inburgeringsdiploma is behaald.", "SS106", kAlleenDatum, false, diploma},
      {"plicht-ingetrokken", "DUO trekt de inburgeringsplicht in.", "SS110", kAlleenDatum, false,
       ingetrokken},
      {"correctie", "De persoon valt onder een andere wet, of heeft die keuze.", "SS190 SS191 SS192",
       kCorrectieVelden, false, correctie},
  });
  return kSoorten;
}

}  // namespace cvsgw::isi::wi2021
