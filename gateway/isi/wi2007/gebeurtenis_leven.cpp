// How a person comes into ISI, where he lives, and his death: events of the BRP and the IND.
#include <algorithm>
#include <array>

#include "gateway/isi/wi2007/gebeurtenis_hulp.hpp"

namespace cvsgw::isi::wi2007 {
namespace {

constexpr Date kInvoeringWet(2007, 1, 1);

// Why a person is taken into ISI; each has its signal (§ 3.7).
constexpr CodeRow kGrondRows[] = {{"Ind", "Door de IND als nieuwkomer aangemerkt"},
                                  {"RechtmatigVerblijf", "Op 1 januari 2007 hier zonder rechtmatig verblijf"},
                                  {"MogelijkPlichtig", "Mogelijk inburgeringsplichtig volgens BRP of IND"},
                                  {"Gemeente", "Door de gemeente vastgesteld"},
                                  {"Vrijwillig", "Vrijwillige inburgeraar"}};
constexpr CodeList kGrond{"grondOpname", "Wi2007 § 1, § 3.7 SS050, SS060, SS064", kGrondRows};

void vulPersoon(Dossier& dossier, const Velden& velden) {
  dossier.bsn = velden.bsn();
  dossier.achternaam = *velden.tekst("achternaam");
  dossier.voornaam = velden.tekst("voornaam");
  dossier.voorvoegsels = velden.tekst("voorvoegsels");
  dossier.aNummer = velden.tekst("aNummer");
  dossier.geboortedatum = velden.datum("geboortedatum");
  dossier.oudkomer = velden.ja("oudkomer");
  auto& gegevens = dossier.gegevens;
  gegevens.geslacht = velden.tekst("geslacht");
  gegevens.geboorteland = velden.tekst("geboorteland");
  gegevens.geboorteplaats = velden.tekst("geboorteplaats");
  gegevens.nationaliteit1 = velden.tekst("nationaliteit1");
  gegevens.nationaliteit2 = velden.tekst("nationaliteit2");
  gegevens.verblijfsdoel = velden.tekst("verblijfsdoel");
  gegevens.rechtmatigVerblijf = jaNee(velden, "rechtmatigVerblijf");
  gegevens.asielgerechtigd = jaNee(velden, "asielgerechtigd");
  gegevens.pardonregeling = velden.ja("pardonregeling");
  gegevens.inAzcGehuisvest = jaNee(velden, "inAzcGehuisvest");
  gegevens.datumBeslissingVerblijfsrecht = velden.datum("datumBeslissingVerblijfsrecht");
  gegevens.codeGeheim = velden.tekst("codeGeheim");
}

// § 3.7 SS060: here on 1 January 2007, unlawfully then, lawfully from a later day.
std::optional<std::string> geenNieuwkomerVolgensBrp(const Velden& velden) {
  const auto vestiging = velden.datum("datumVestigingInNederland");
  if (!vestiging || *vestiging > kInvoeringWet)
    return "grond RechtmatigVerblijf vraagt een datumVestigingInNederland op of voor 01-01-2007";
  if (velden.dag() <= kInvoeringWet)
    return "grond RechtmatigVerblijf vraagt een datum na 01-01-2007: de dag van het rechtmatig verblijf";
  return std::nullopt;
}

Gebeurtenisbesluit nieuwePersoon(const Dossier&, const Velden& velden) {
  Gebeurtenisgevolg gevolg;
  auto& dossier = gevolg.dossier;
  const auto grond = *velden.tekst("grond");
  const auto gemeente = *velden.gemeente();
  vulPersoon(dossier, velden);
  nieuwAdres(dossier, velden, gemeente);
  const auto vestiging = velden.datum("datumVestigingInNederland").value_or(velden.dag());
  dossier.gegevens.datumVestigingInNederland = vestiging;
  dossier.verblijf = {{gemeente, std::min(vestiging, velden.dag()), std::nullopt}};
  if (grond == "MogelijkPlichtig") {
    dossier.positie = posities::kMogelijkLater;
    plaats(gevolg, "SS050");
    return gevolg;
  }
  if (grond == "Vrijwillig") {
    dossier.positie = posities::kVrijwillig;
    return gevolg;
  }
  dossier.positie = posities::kPlichtig;
  dossier.datumInburgeringsplichtig = velden.dag();
  if (grond == "Ind") plaats(gevolg, "SS064");
  if (grond == "RechtmatigVerblijf") {
    if (auto fout = geenNieuwkomerVolgensBrp(velden)) return kanNiet(*std::move(fout));
    dossier.gegevens.rechtmatigVerblijf = true;
    plaats(gevolg, "SS060");
  }
  return gevolg;
}

Verblijfsperiode* lopend(Dossier& dossier) {
  const auto found = std::ranges::find_if(dossier.verblijf, [](const auto& each) { return !each.totEnMet; });
  return found == dossier.verblijf.end() ? nullptr : &*found;
}

// A stay begins after the day on which the latest one began or ended.
std::optional<std::string> teVroeg(const Dossier& dossier, Date dag) {
  for (const auto& periode : dossier.verblijf) {
    const Date laatste = periode.totEnMet.value_or(periode.vanaf);
    if (dag <= laatste) return "datum moet na " + laatste.dutch() + " liggen: het vorige verblijf";
  }
  return std::nullopt;
}

Gebeurtenisbesluit verhuizing(const Dossier& dossier, const Velden& velden) {
  Gebeurtenisgevolg gevolg{dossier, {}};
  auto* nu = lopend(gevolg.dossier);
  if (!nu) return kanNiet("deze persoon woont niet in Nederland: gebruik terugkeer");
  const auto gemeente = *velden.gemeente();
  if (nu->gemeente == gemeente) return kanNiet("deze persoon woont al in deze gemeente");
  if (auto fout = teVroeg(dossier, velden.dag())) return kanNiet(*std::move(fout));
  nu->totEnMet = velden.dag().plusDays(-1);
  gevolg.dossier.verblijf.push_back({gemeente, velden.dag(), std::nullopt});
  nieuwAdres(gevolg.dossier, velden, gemeente);
  plaats(gevolg, "SS001");
  return gevolg;
}

Gebeurtenisbesluit vertrekBuitenland(const Dossier& dossier, const Velden& velden) {
  Gebeurtenisgevolg gevolg{dossier, {}};
  auto* nu = lopend(gevolg.dossier);
  if (!nu) return kanNiet("deze persoon woont al niet meer in Nederland");
  if (auto fout = teVroeg(dossier, velden.dag())) return kanNiet(*std::move(fout));
  nu->totEnMet = velden.dag().plusDays(-1);
  gevolg.dossier.gegevens.datumVertrekUitNederland = velden.dag();
  plaats(gevolg, "SS011");
  return gevolg;
}

// § 3.7 SS010: back within a year. Who stays away longer has left ISI actief (§ 3.2) and may become obliged
// anew.
Gebeurtenisbesluit terugkeer(const Dossier& dossier, const Velden& velden) {
  Gebeurtenisgevolg gevolg{dossier, {}};
  if (lopend(gevolg.dossier)) return kanNiet("deze persoon woont in Nederland: gebruik verhuizing");
  if (auto fout = teVroeg(dossier, velden.dag())) return kanNiet(*std::move(fout));
  const auto& vertrek = dossier.gegevens.datumVertrekUitNederland;
  const bool binnenEenJaar = vertrek && velden.dag() <= vertrek->plusYears(1);
  const auto gemeente = *velden.gemeente();
  gevolg.dossier.verblijf.push_back({gemeente, velden.dag(), std::nullopt});
  gevolg.dossier.gegevens.datumVestigingInNederland = velden.dag();
  nieuwAdres(gevolg.dossier, velden, gemeente);
  plaats(gevolg, binnenEenJaar ? "SS010" : "SS050");
  return gevolg;
}

Gebeurtenisbesluit overlijden(const Dossier& dossier, const Velden& velden) {
  Gebeurtenisgevolg gevolg{dossier, {}};
  gevolg.dossier.datumOverlijden = velden.dag();
  plaats(gevolg, "SS008");
  return gevolg;
}

constexpr Veld kNieuwVelden[] = {
    kBsnVeld,
    kDatumVeld,
    {"grond", Veldsoort::code, true, &kGrond},
    {"gemeente", Veldsoort::gemeente, true},
    {"achternaam", Veldsoort::tekst, true},
    {"voornaam", Veldsoort::tekst},
    {"voorvoegsels", Veldsoort::tekst},
    {"aNummer", Veldsoort::tekst},
    {"geboortedatum", Veldsoort::datum},
    {"geslacht", Veldsoort::code, false, &codes::kGeslacht},
    {"geboorteland", Veldsoort::tekst},
    {"geboorteplaats", Veldsoort::tekst},
    {"nationaliteit1", Veldsoort::tekst},
    {"nationaliteit2", Veldsoort::tekst},
    {"datumVestigingInNederland", Veldsoort::datum},
    {"verblijfsdoel", Veldsoort::code, false, &codes::kVerblijfsdoel},
    {"rechtmatigVerblijf", Veldsoort::jaNee},
    {"asielgerechtigd", Veldsoort::jaNee},
    {"oudkomer", Veldsoort::jaNee},
    {"pardonregeling", Veldsoort::jaNee},
    {"inAzcGehuisvest", Veldsoort::jaNee},
    {"datumBeslissingVerblijfsrecht", Veldsoort::datum},
    {"codeGeheim", Veldsoort::code, false, &codes::kCodeGeheim},
};

// The fields of `eerst`, then those of an address.
template <size_t N>
std::vector<Veld> metAdres(const Veld (&eerst)[N]) {
  std::vector<Veld> all(std::begin(eerst), std::end(eerst));
  all.insert(all.end(), std::begin(kAdresvelden), std::end(kAdresvelden));
  return all;
}

}  // namespace

std::span<const Gebeurtenissoort> levensgebeurtenissen() {
  static const Veld kGemeente[] = {kBsnVeld, kDatumVeld, {"gemeente", Veldsoort::gemeente, true}};
  static const auto kNieuw = metAdres(kNieuwVelden);
  static const auto kVestiging = metAdres(kGemeente);
  static const auto kSoorten = std::to_array<Gebeurtenissoort>({
      {{"nieuwe-persoon", "Een persoon wordt in ISI opgenomen.", "SS050 SS060 SS064", kNieuw, true},
       nieuwePersoon},
      {{"verhuizing", "De persoon verhuist naar een andere gemeente.", "SS001", kVestiging, false},
       verhuizing},
      {{"vertrek-buitenland", "De persoon vertrekt uit Nederland.", "SS011", kAlleenDatum, false},
       vertrekBuitenland},
      {{"terugkeer", "De persoon vestigt zich weer in Nederland.", "SS010 SS050", kVestiging, false},
       terugkeer},
      {{"overlijden", "De persoon is overleden.", "SS008", kAlleenDatum, false}, overlijden},
  });
  return kSoorten;
}

}  // namespace cvsgw::isi::wi2007
