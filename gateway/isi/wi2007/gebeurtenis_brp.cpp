// What the BRP and the IND change about a person who stays where he is.
#include <array>

#include "gateway/isi/wi2007/gebeurtenis_hulp.hpp"

namespace cvsgw::isi::wi2007 {
namespace {

Gebeurtenisbesluit persoonsgegevens(const Dossier& dossier, const Velden& velden) {
  Gebeurtenisgevolg gevolg{dossier, {}};
  auto& nieuw = gevolg.dossier;
  bool iets = false;
  const auto neem = [&](std::string_view naam, auto& doel) {
    if (auto tekst = velden.tekst(naam)) {
      doel = *std::move(tekst);
      iets = true;
    }
  };
  neem("achternaam", nieuw.achternaam);
  neem("voornaam", nieuw.voornaam);
  neem("voorvoegsels", nieuw.voorvoegsels);
  neem("aNummer", nieuw.aNummer);
  neem("geslacht", nieuw.gegevens.geslacht);
  neem("geboorteland", nieuw.gegevens.geboorteland);
  neem("geboorteplaats", nieuw.gegevens.geboorteplaats);
  neem("codeGeheim", nieuw.gegevens.codeGeheim);
  if (heeftAdres(velden)) {
    const auto* gemeente = gemeenteVan(dossier);
    if (!gemeente) return kanNiet("deze persoon woont in geen gemeente: een adres kan niet");
    nieuwAdres(nieuw, velden, *gemeente);
    iets = true;
  }
  if (!iets) return kanNiet("geef ten minste een gegeven dat anders is geworden");
  plaats(gevolg, "SS052");
  return gevolg;
}

Gebeurtenisbesluit geboortedatum(const Dossier& dossier, const Velden& velden) {
  const auto datum = velden.datum("geboortedatum");
  if (dossier.geboortedatum == datum) return kanNiet("dit is de geboortedatum al");
  if (*datum > velden.vandaag()) return kanNiet("geboortedatum mag niet na vandaag liggen");
  Gebeurtenisgevolg gevolg{dossier, {}};
  gevolg.dossier.geboortedatum = datum;
  plaats(gevolg, "SS009");
  return gevolg;
}

Gebeurtenisbesluit nationaliteit(const Dossier& dossier, const Velden& velden) {
  Gebeurtenisgevolg gevolg{dossier, {}};
  auto& gegevens = gevolg.dossier.gegevens;
  const auto eerste = velden.tekst("nationaliteit1");
  const auto tweede = velden.tekst("nationaliteit2");
  if (gegevens.nationaliteit1 == eerste && gegevens.nationaliteit2 == tweede)
    return kanNiet("dit zijn de nationaliteiten al");
  gegevens.nationaliteit1 = eerste;
  gegevens.nationaliteit2 = tweede;
  plaats(gevolg, "SS012");
  return gevolg;
}

// § 3.7: SS002 names the temporary purpose; the way back makes who was not obliged possibly so (SS050).
Gebeurtenisbesluit verblijfsdoel(const Dossier& dossier, const Velden& velden) {
  const auto naar = velden.tekst("naar");
  if (dossier.gegevens.verblijfsdoel == naar) return kanNiet("dit is het verblijfsdoel al");
  Gebeurtenisgevolg gevolg{dossier, {}};
  gevolg.dossier.gegevens.verblijfsdoel = naar;
  plaats(gevolg, naar == "Tijdelijk" ? "SS002" : "SS050");
  return gevolg;
}

Gebeurtenisbesluit verblijfsrecht(const Dossier& dossier, const Velden& velden) {
  const bool rechtmatig = velden.ja("rechtmatig");
  if (dossier.gegevens.rechtmatigVerblijf == rechtmatig) return kanNiet("dit is het verblijfsrecht al");
  Gebeurtenisgevolg gevolg{dossier, {}};
  gevolg.dossier.gegevens.rechtmatigVerblijf = rechtmatig;
  if (const auto beslissing = velden.datum("datumBeslissing"))
    gevolg.dossier.gegevens.datumBeslissingVerblijfsrecht = beslissing;
  plaats(gevolg, "SS003");
  return gevolg;
}

Gebeurtenisbesluit asielgerechtigd(const Dossier& dossier, const Velden& velden) {
  const bool indicatie = velden.ja("indicatie");
  if (dossier.gegevens.asielgerechtigd == indicatie) return kanNiet("dit is de indicatie al");
  Gebeurtenisgevolg gevolg{dossier, {}};
  gevolg.dossier.gegevens.asielgerechtigd = indicatie;
  plaats(gevolg, "SS015");
  return gevolg;
}

Gebeurtenisbesluit achtJaarLeerplicht(const Dossier& dossier, const Velden&) {
  if (dossier.positie != posities::kVrijwillig)
    return kanNiet("SS033 gaat over vrijwillige inburgeraars; deze persoon is dat niet");
  Gebeurtenisgevolg gevolg{dossier, {}};
  plaats(gevolg, "SS033");
  return gevolg;
}

std::vector<Veld> persoonsvelden() {
  std::vector<Veld> all{
      kBsnVeld,
      kDatumVeld,
      {"achternaam", Veldsoort::tekst},
      {"voornaam", Veldsoort::tekst},
      {"voorvoegsels", Veldsoort::tekst},
      {"aNummer", Veldsoort::tekst},
      {"geslacht", Veldsoort::code, false, &codes::kGeslacht},
      {"geboorteland", Veldsoort::tekst},
      {"geboorteplaats", Veldsoort::tekst},
      {"codeGeheim", Veldsoort::code, false, &codes::kCodeGeheim},
  };
  all.insert(all.end(), std::begin(kAdresvelden), std::end(kAdresvelden));
  return all;
}

}  // namespace

std::span<const Gebeurtenissoort> brpgebeurtenissen() {
  static const auto kPersoon = persoonsvelden();
  static const Veld kGeboorte[] = {kBsnVeld, kDatumVeld, {"geboortedatum", Veldsoort::datum, true}};
  static const Veld kNationaliteit[] = {
      kBsnVeld, kDatumVeld, {"nationaliteit1", Veldsoort::tekst, true}, {"nationaliteit2", Veldsoort::tekst}};
  static const Veld kDoel[] = {kBsnVeld, kDatumVeld, {"naar", Veldsoort::code, true, &codes::kVerblijfsdoel}};
  static const Veld kRecht[] = {
      kBsnVeld, kDatumVeld, {"rechtmatig", Veldsoort::jaNee, true}, {"datumBeslissing", Veldsoort::datum}};
  static const Veld kAsiel[] = {kBsnVeld, kDatumVeld, {"indicatie", Veldsoort::jaNee, true}};
  static const auto kSoorten = std::to_array<Gebeurtenissoort>({
      {{"persoonsgegevens", "Persoons- of adresgegevens zijn gewijzigd.", "SS052", kPersoon, false},
       persoonsgegevens},
      {{"geboortedatum", "De BRP heeft een andere geboortedatum.", "SS009 SS007", kGeboorte, false},
       geboortedatum},
      {{"nationaliteit", "De BRP heeft een andere nationaliteit.", "SS012", kNationaliteit, false},
       nationaliteit},
      {{"verblijfsdoel", "De IND geeft een ander verblijfsdoel door.", "SS002 SS050", kDoel, false},
       verblijfsdoel},
      {{"verblijfsrecht", "Het verblijf wordt rechtmatig of onrechtmatig.", "SS003", kRecht, false},
       verblijfsrecht},
      {{"asielgerechtigd", "De indicatie asielgerechtigd wijzigt.", "SS015", kAsiel, false}, asielgerechtigd},
      {{"acht-jaar-leerplicht", "Acht jaar van de leerplichtige leeftijd in Nederland gewoond.", "SS033",
        kAlleenDatum, false},
       achtJaarLeerplicht},
  });
  return kSoorten;
}

}  // namespace cvsgw::isi::wi2007
