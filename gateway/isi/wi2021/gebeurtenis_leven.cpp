// Where a person lives, what group he is of, and his death: events of IND, COA and BRP.
#include <algorithm>
#include <array>

#include "gateway/isi/wi2021/gebeurtenis_hulp.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

const std::string kAsiel = "Asielstatushouder";
const std::string kGezin = "GezinsmigrantEnOverigeMigrant";

void beginVerblijf(Dossier& dossier, const Gemeentecode& gemeente, std::string soort, Date vanaf) {
  dossier.verblijven.insert(dossier.verblijven.begin(),
                            {gemeente, std::move(soort), vanaf, std::nullopt, std::nullopt});
}

// SS139: settled in a municipality, so that its ten weeks run.
void startTermijnPip(Gebeurtenisgevolg& gevolg, std::string_view code, const Gemeentecode& gemeente,
                     Date dag) {
  gevolg.dossier.startTermijnPip = dag;
  plaatsBij(gevolg, code, gemeente);
}

// § 3.6.6.2: who is obliged anew gets a new obligation. What the earlier one was is history; what the person
// did under it (tests, exams, MAP, PVT, hours) stays, because it counts when the obligation is taken up again
// (M2M, Gebeurtenissen).
void sluitEerderePlicht(Dossier& dossier, Date dag) {
  auto& plicht = dossier.plicht;
  Plicht nieuw;
  nieuw.eerderePerioden = std::move(plicht.eerderePerioden);
  nieuw.doelgroepHistorie = std::move(plicht.doelgroepHistorie);
  plicht.doelgroep.einddatum = plicht.einddatum;
  nieuw.doelgroepHistorie.insert(nieuw.doelgroepHistorie.begin(), std::move(plicht.doelgroep));
  nieuw.termijnHistorie = std::move(plicht.termijnHistorie);
  if (plicht.termijn) nieuw.termijnHistorie.insert(nieuw.termijnHistorie.begin(), *plicht.termijn);
  plicht = std::move(nieuw);
  auto& eerder = dossier.aanbodWijzigingen;
  eerder.insert(eerder.begin(), dossier.aanbiedingen.begin(), dossier.aanbiedingen.end());
  dossier.aanbiedingen.clear();
  dossier.eindgesprek.reset();
  dossier.bio = {};
  dossier.startTermijnPip.reset();
  // Where he lived during the earlier obligation has no part in this one.
  dossier.verblijven.clear();
  for (auto& koppeling : dossier.koppelingen) {
    if (!koppeling.datumIngetrokken) koppeling.datumIngetrokken = dag;
  }
}

std::optional<std::string> geenNieuwePlicht(const Dossier& dossier, Date dag) {
  const auto& einde = dossier.plicht.einddatum;
  if (!einde) return "deze persoon is al inburgeringsplichtig: eerst plicht-ingetrokken";
  if (dag <= *einde)
    return "datum moet na het einde van de vorige inburgeringsplicht (" + einde->dutch() + ") liggen";
  return std::nullopt;
}

Gebeurtenisbesluit nieuwePlicht(const Dossier& eerder, const Velden& velden) {
  Gebeurtenisgevolg gevolg{eerder, {}, {}};
  auto& dossier = gevolg.dossier;
  const bool bekend = !eerder.verblijven.empty();
  if (bekend) {
    if (auto fout = geenNieuwePlicht(eerder, velden.dag())) return kanNiet(*fout);
    sluitEerderePlicht(dossier, velden.dag());
  }
  auto& wie = dossier.personalia;
  wie.bsn = velden.bsn();
  wie.achternaam = *velden.tekst("achternaam");
  if (auto voornamen = velden.tekst("voornamen")) wie.voornamen = std::move(voornamen);
  if (auto voorvoegsel = velden.tekst("voorvoegsel")) wie.voorvoegsel = std::move(voorvoegsel);
  if (const auto geboren = velden.datum("geboortedatum")) wie.geboortedatum = geboren;
  if (auto vNummer = velden.tekst("vNummer")) wie.vNummer = std::move(vNummer);
  auto& plicht = dossier.plicht;
  const Date dag = velden.dag();
  plicht.doelgroep.indeling = *velden.tekst("doelgroep");
  plicht.doelgroep.gedetailleerdeDoelgroep = velden.tekst("gedetailleerdeDoelgroep");
  plicht.doelgroep.begindatum = plicht.begindatum = plicht.datumVaststelling = dag;
  plicht.datumKennisgeving = plicht.wijzigingsdatum = dag;
  const auto gemeente = *velden.gemeente();
  const auto verblijf = velden.tekst("verblijf").value_or("Ingezetene");
  beginVerblijf(dossier, gemeente, verblijf, dag);
  // Near the pension age the notice of the obligation is another one (§ 4.1 SS128).
  if (!aowBinnenZesMaanden(dossier, velden.vandaag())) plaatsBij(gevolg, "SS101", gemeente);
  if (verblijf == "Ingezetene") startTermijnPip(gevolg, "SS139", gemeente, dag);
  // Of a person who was known already, storing him finds the deadlines that are new.
  if (bekend) return gevolg;
  for (auto& actie : ingehaaldeSignalen(nullptr, dossier, velden.vandaag()))
    gevolg.signalen.push_back(std::move(actie));
  return gevolg;
}

// The present stay ends: its link, and the notice of a test that is still open (§ 3.2.3, note 5).
void verlaat(Gebeurtenisgevolg& gevolg, std::string_view waarheen, std::string_view code, Date dag) {
  auto& dossier = gevolg.dossier;
  for (auto& verblijf : dossier.verblijven) {
    if (verblijf.tot) continue;
    verblijf.tot = dag;
    verblijf.vertrek = waarheen;
    plaatsBij(gevolg, code, verblijf.gemeentecode);
    const bool openToets = !dossier.lbt.toetsen.empty() && !dossier.lbt.toetsen.front().datumToetsafname &&
                           !dossier.lbt.toetsen.front().resultaat;
    if (openToets && waarheen == "AndereGemeente")
      gevolg.signalen.push_back({Signaalactie::Soort::trekIn, "SS137", verblijf.gemeentecode});
  }
  beeindigKoppelingen(dossier, dag);
}

const Verblijf* lopendVerblijf(const Dossier& dossier) {
  const auto found = std::ranges::find_if(dossier.verblijven, [](const auto& each) { return !each.tot; });
  return found == dossier.verblijven.end() ? nullptr : &*found;
}

std::optional<std::string> teVroeg(const Dossier& dossier, Date dag) {
  for (const auto& verblijf : dossier.verblijven) {
    const Date laatste = verblijf.tot.value_or(verblijf.vanaf);
    if (dag < laatste) return "datum mag niet voor " + laatste.dutch() + " liggen: het vorige verblijf";
  }
  return std::nullopt;
}

Gebeurtenisbesluit coaKoppeling(const Dossier& dossier, const Velden& velden) {
  const auto gemeente = *velden.gemeente();
  const Verblijf* nu = lopendVerblijf(dossier);
  if (nu && nu->soort == "Ingezetene")
    return kanNiet("deze persoon woont al in een gemeente: gebruik vestiging");
  if (nu && nu->gemeentecode == gemeente) return kanNiet("deze persoon is al aan deze gemeente gekoppeld");
  if (auto fout = teVroeg(dossier, velden.dag())) return kanNiet(*fout);
  Gebeurtenisgevolg gevolg{dossier, {}, {}};
  if (nu) verlaat(gevolg, "AndereGemeente", "SS122", velden.dag());
  beginVerblijf(gevolg.dossier, gemeente, "CoaGekoppeld", velden.dag());
  plaatsBij(gevolg, "SS101", gemeente);
  return gevolg;
}

Gebeurtenisbesluit vestiging(const Dossier& dossier, const Velden& velden) {
  const auto gemeente = *velden.gemeente();
  const Verblijf* nu = lopendVerblijf(dossier);
  if (nu && nu->soort == "Ingezetene" && nu->gemeentecode == gemeente)
    return kanNiet("deze persoon woont al in deze gemeente");
  if (auto fout = teVroeg(dossier, velden.dag())) return kanNiet(*fout);
  const bool woondeEerder =
      std::ranges::any_of(dossier.verblijven, [](const auto& each) { return each.soort == "Ingezetene"; });
  Gebeurtenisgevolg gevolg{dossier, {}, {}};
  if (nu && nu->gemeentecode == gemeente) {
    // From the COA location into the municipality that he was linked to: the link becomes a stay.
    gevolg.dossier.verblijven[static_cast<size_t>(nu - dossier.verblijven.data())].tot = velden.dag();
  } else if (nu) {
    verlaat(gevolg, "AndereGemeente", "SS122", velden.dag());
  }
  beginVerblijf(gevolg.dossier, gemeente, "Ingezetene", velden.dag());
  const Pip* pip = geldendPip(dossier);
  const bool eigenPip = pip && pip->gemeentecode == gemeente;
  if (eigenPip) return gevolg;
  // A plan that stands is another municipality's, also of one that he was only linked to.
  startTermijnPip(gevolg, pip ? "SS121" : woondeEerder ? "SS120" : "SS139", gemeente, velden.dag());
  return gevolg;
}

Gebeurtenisbesluit vertrekBuitenland(const Dossier& dossier, const Velden& velden) {
  if (!lopendVerblijf(dossier)) return kanNiet("deze persoon woont al niet meer in Nederland");
  if (auto fout = teVroeg(dossier, velden.dag())) return kanNiet(*fout);
  Gebeurtenisgevolg gevolg{dossier, {}, {}};
  verlaat(gevolg, "Buitenland", "SS123", velden.dag());
  return gevolg;
}

Gebeurtenisbesluit overlijden(const Dossier& dossier, const Velden& velden) {
  Gebeurtenisgevolg gevolg{dossier, {}, {}};
  gevolg.dossier.personalia.datumOverlijden = velden.dag();
  beeindigPlicht(gevolg, "Overlijden", velden.dag());
  plaatsOveral(gevolg, "SS111");
  return gevolg;
}

// The group that the right of residence gives, whichever rights hold (§ 3.6.4.1).
std::string verblijfsdoel(const Doelgroep& doelgroep) {
  const auto& rechten = doelgroep.rechtenNaGewijzigdVerblijfsdoel;
  if (rechten == "BehoudAsielrechten" || rechten == "OpVerzoekRechtenGezinsmigrant") return kGezin;
  if (rechten == "AsielrechtenToegekend" || rechten == "OpVerzoekBehoudRechtenGezinsmigrant") return kAsiel;
  return doelgroep.indeling;
}

void wijzigDoelgroep(Plicht& plicht, const std::string& indeling, const std::string& rechten, Date dag) {
  Doelgroep before = plicht.doelgroep;
  before.einddatum = dag.plusDays(-1);
  plicht.doelgroepHistorie.insert(plicht.doelgroepHistorie.begin(), std::move(before));
  plicht.doelgroep.indeling = indeling;
  plicht.doelgroep.begindatum = dag;
  plicht.doelgroep.rechtenNaGewijzigdVerblijfsdoel = rechten;
  plicht.doelgroep.datumWijzigingVerblijfsdoel = plicht.wijzigingsdatum = dag;
  plicht.redenWijziging = "DoelgroepGewijzigd";
}

Gebeurtenisbesluit doelgroepWijziging(const Dossier& dossier, const Velden& velden) {
  if (!plichtLoopt(dossier)) return kanNiet("deze persoon is niet inburgeringsplichtig");
  const auto naar = *velden.tekst("naar");
  if (verblijfsdoel(dossier.plicht.doelgroep) == naar)
    return kanNiet("het verblijfsdoel geeft deze doelgroep al");
  Gebeurtenisgevolg gevolg{dossier, {}, {}};
  // Either way the rights of an asielstatushouder hold, until the person asks otherwise.
  wijzigDoelgroep(gevolg.dossier.plicht, kAsiel,
                  naar == kAsiel ? "AsielrechtenToegekend" : "BehoudAsielrechten", velden.dag());
  plaats(gevolg, naar == kAsiel ? "SS125" : "SS124", velden.vandaag());
  return gevolg;
}

Gebeurtenisbesluit rechtenOpVerzoek(const Dossier& dossier, const Velden& velden) {
  const auto& doelgroep = dossier.plicht.doelgroep;
  const auto& rechten = doelgroep.rechtenNaGewijzigdVerblijfsdoel;
  if (!rechten) return kanNiet("het verblijfsdoel is niet gewijzigd: eerst doelgroep-wijziging");
  if (rechten->starts_with("OpVerzoek"))
    return kanNiet("de rechten kunnen maar een keer op verzoek wijzigen");
  const auto& termijn = dossier.plicht.termijn;
  if (termijn && termijn->einddatum && velden.vandaag() > *termijn->einddatum)
    return kanNiet("na de inburgeringstermijn (" + termijn->einddatum->dutch() +
                   ") kunnen de rechten niet meer wijzigen");
  Gebeurtenisgevolg gevolg{dossier, {}, {}};
  wijzigDoelgroep(gevolg.dossier.plicht, kGezin,
                  *rechten == "BehoudAsielrechten" ? "OpVerzoekRechtenGezinsmigrant"
                                                   : "OpVerzoekBehoudRechtenGezinsmigrant",
                  velden.dag());
  return gevolg;
}

}  // namespace

std::span<const Gebeurtenissoort> levensgebeurtenissen() {
  static const std::array kNieuw{
      kBsnVeld,
      kDatumVeld,
      Veld{"achternaam", Veldsoort::tekst, true},
      Veld{"voornamen", Veldsoort::tekst},
      Veld{"voorvoegsel", Veldsoort::tekst},
      Veld{"geboortedatum", Veldsoort::datum},
      Veld{"vNummer", Veldsoort::tekst},
      Veld{"gemeente", Veldsoort::gemeente, true},
      Veld{"verblijf", Veldsoort::code, false, &codes::kVerblijfsoort},
      Veld{"doelgroep", Veldsoort::code, true, &codes::kDoelgroep},
      Veld{"gedetailleerdeDoelgroep", Veldsoort::code, false, &codes::kGedetailleerdeDoelgroep}};
  static const std::array kGemeente{kBsnVeld, kDatumVeld, Veld{"gemeente", Veldsoort::gemeente, true}};
  static const std::array kNaar{kBsnVeld, kDatumVeld,
                                Veld{"naar", Veldsoort::code, true, &codes::kDoelgroep}};
  static const auto kSoorten = std::to_array<Gebeurtenissoort>({
      {"nieuwe-plicht", "Een persoon wordt inburgeringsplichtig, voor het eerst of opnieuw.",
       "SS101 SS128 SS139", kNieuw, true, nieuwePlicht},
      {"coa-koppeling", "Het COA koppelt de persoon aan een gemeente.", "SS101 SS122", kGemeente, false,
       coaKoppeling},
      {"vestiging", "De persoon gaat in een gemeente wonen.", "SS120 SS121 SS122 SS139", kGemeente, false,
       vestiging},
      {"vertrek-buitenland", "De persoon vertrekt uit Nederland.", "SS123", kAlleenDatum, false,
       vertrekBuitenland},
      {"overlijden", "De persoon is overleden.", "SS111", kAlleenDatum, false, overlijden},
      {"doelgroep-wijziging", "Het verblijfsrecht geeft een andere doelgroep.", "SS124 SS125", kNaar, false,
       doelgroepWijziging},
      {"rechten-op-verzoek", "De persoon kiest de rechten van een gezins- of overige migrant.", "",
       kAlleenDatum, false, rechtenOpVerzoek},
  });
  return kSoorten;
}

}  // namespace cvsgw::isi::wi2021
