#include "adapters/store/wi2021/verzonnen.hpp"

#include <algorithm>
#include <array>

#include "adapters/store/wi2021/instellingen.hpp"
#include "gateway/isi/wi2021/codes.hpp"

namespace cvsgw::store::wi2021 {

using namespace isi::wi2021;
using isi::Signaalstatus;

namespace {

constexpr Date kInvoering(2022, 1, 1);  // the law's first day

/// What a phase works with. `ronde` is how often all phases have been shown: values of lists go round by it.
struct Verhaal {
  const BasisPersoon& basis;
  std::int64_t ronde;
  Random& random;
  Date vandaag;
  bool asiel;

  Date geleden(int dagen) const { return std::max(vandaag.plusDays(-dagen), kInvoering.plusDays(40)); }
  std::string_view rond(const CodeList& list) const {
    return list.rows[static_cast<size_t>(ronde) % list.rows.size()].code;
  }
  std::string instelling(bool tst) const {
    const auto all = instellingen();
    const auto first = static_cast<size_t>(ronde) % all.size();
    for (size_t i = 0; i < all.size(); ++i) {
      const auto& candidate = all[(first + i) % all.size()];
      if (candidate.tstKeurmerk == tst) return candidate.instellingsnummer;
    }
    return all.front().instellingsnummer;
  }
};

Levensloop begin(const Verhaal& v, int dagenGeleden) {
  Personalia wie;
  wie.bsn = v.basis.bsn;
  wie.voornamen = v.basis.voornamen;
  wie.voorvoegsel = v.basis.voorvoegsels;
  wie.achternaam = v.basis.achternaam;
  wie.geboortedatum = v.basis.geboortedatum;
  wie.vNummer = "2" + v.basis.bsn.value();
  Levensloop leven(std::move(wie), v.asiel ? "Asielstatushouder" : "GezinsmigrantEnOverigeMigrant",
                   v.geleden(dagenGeleden), v.vandaag);
  auto& doelgroep = leven.dossier().plicht.doelgroep;
  if (!v.asiel) {
    constexpr std::array kGezin{"Gezinsvormer", "Gezinshereniger", "GeestelijkBedienaar", "Overig"};
    doelgroep.gedetailleerdeDoelgroep = kGezin[static_cast<size_t>(v.ronde) % kGezin.size()];
  } else if (v.ronde % 3 != 0) {
    doelgroep.gedetailleerdeDoelgroep =
        v.ronde % 3 == 1 ? "GezinsherenigerMetAsielstatushouder" : "GezinsvormerMetAsielstatushouder";
  }
  leven.woont(v.basis.gemeente, v.geleden(dagenGeleden));
  return leven;
}

void linkContact(Levensloop& leven, const Verhaal& v, int dagenGeleden) {
  if (!v.random.chance(65)) return;
  const auto id = contactpersoonId(v.basis.gemeente, static_cast<int>(v.ronde % kContactpersonenPerGemeente));
  // "Onbekend": links from before their date was kept.
  leven.koppel(id, v.random.chance(5) ? std::nullopt : std::optional(v.geleden(dagenGeleden)));
}

std::string lbtNummer(const Verhaal& v, int poging) {
  return std::to_string(static_cast<int>(v.vandaag.ymd().year())) + v.basis.bsn.value().substr(4) + "." +
         std::to_string(poging);
}

/// Registered, tested and linked, about `dagen` days ago.
Levensloop begeleid(const Verhaal& v, int dagen) {
  auto leven = begin(v, dagen);
  linkContact(leven, v, dagen - 10);
  leven.aangemeldVoorLbt(v.geleden(dagen - 5), lbtNummer(v, 1)).lbtAfgenomen(v.geleden(dagen - 30), "J");
  return leven;
}

/// With a plan of `dagen` days ago, an offer, hours and part of the exams.
Levensloop onderweg(const Verhaal& v, int dagen, std::string_view leerroute,
                    std::optional<std::string> niveau) {
  auto leven = begeleid(v, dagen + 60);
  leven.pip(v.geleden(dagen), leerroute, std::move(niveau));
  auto& plan = leven.dossier().pips.front();
  plan.alfabetisering = v.rond(codes::kAlfabetisering);
  plan.toestemmingNietVrijstellendeOpleiding = v.ronde % 5 == 0;
  if (leerroute == "Z" && v.asiel && v.ronde % 4 == 0) {
    plan.urenBelastbaarheidParticipatie = v.ronde % 8 == 0 ? 0 : 400;
  }
  if (dagen < 40) return leven;
  leven.uren("Participatie", v.random.between(12, 90), v.geleden(20));
  leven.uren("BredeIntakeTaalles", v.random.between(2, 24), v.geleden(20));
  if (!v.asiel) return leven;
  const auto school = v.instelling(leerroute == "O");
  leven.aanbod(school, v.geleden(dagen - 15), v.geleden(dagen - 30),
               v.vandaag.plusDays(v.random.between(30, 400)));
  leven.urenBij(school, v.random.between(40, 560), v.random.between(0, 30), v.random.between(0, 12),
                v.geleden(20));
  if (leerroute == "B") leven.uren("ParticipatieTaalles", v.random.between(1, 12), v.geleden(20));
  return leven;
}

void addExamens(Levensloop& leven, const Verhaal& v, std::string_view niveau) {
  constexpr std::array kOnderdelen{"LE", "LU", "SC", "SP"};
  const auto first = static_cast<size_t>(v.ronde);
  leven.examen(kOnderdelen[first % 4], std::string(niveau), v.geleden(160), "NietGeslaagd");
  leven.examen(kOnderdelen[first % 4], std::string(niveau), v.geleden(60), "Geslaagd");
  leven.examen(kOnderdelen[(first + 1) % 4], std::string(niveau), v.geleden(9), "ResultaatNogNietBekend");
  leven.examen(kOnderdelen[(first + 2) % 4], std::string(niveau), v.vandaag.plusDays(21), "Gepland");
  leven.examen("KNM", std::nullopt, v.geleden(90), "Geslaagd");
  leven.dossier().gratisPogingen = {
      {kOnderdelen[first % 4], 0}, {kOnderdelen[(first + 1) % 4], 1}, {"KNM", 1}};
  if (niveau != "A2") return;
  // No result for a reason is possible at A2 only (§ 3.6.8, notes 30 and 31).
  const auto reden = v.rond(codes::kRedenGeenResultaat);
  const bool verwijtbaar =
      reden == "OngeldigExamen" || reden == "NietVerschenen" || reden == "Onregelmatigheid";
  leven.examen(kOnderdelen[(first + 3) % 4], "A2", v.geleden(30),
               verwijtbaar ? "GeenResultaatVerwijtbaar" : "GeenResultaatNietVerwijtbaar");
  leven.dossier().examens.front().redenGeenResultaat = reden;
}

// The phases, in the order of a life.

Levensloop nieuw(const Verhaal& v) {
  auto leven = begin(v, 12);
  return leven.signaal("SS101", v.geleden(12), Signaalstatus::inBehandeling).signaal("SS139", v.geleden(12));
}

Levensloop zonderPip(const Verhaal& v) {
  auto leven = begin(v, 80);
  linkContact(leven, v, 70);
  return leven.signaal("SS126", v.geleden(9)).signaal("SS132", v.geleden(5));
}

Levensloop coa(const Verhaal& v) {
  auto leven = begin(v, 30);
  leven.dossier().verblijven.clear();
  leven.dossier().startTermijnPip.reset();
  return leven.gekoppeldDoorCoa(v.basis.gemeente, v.geleden(30)).signaal("SS101", v.geleden(30));
}

Levensloop aangemeld(const Verhaal& v) {
  auto leven = begin(v, 50);
  linkContact(leven, v, 45);
  leven.aangemeldVoorLbt(v.geleden(44), lbtNummer(v, 1)).signaal("SS137", v.geleden(44));
  if (v.ronde % 4 != 0) return leven;
  // An earlier period that ran out: a new number, and the end of this one in sight.
  auto& toetsen = leven.dossier().lbt.toetsen;
  toetsen.push_back(toetsen.front());
  toetsen.back().examennummer = lbtNummer(v, 0);
  return leven.signaal("SS138", v.geleden(3));
}

Levensloop getoetst(const Verhaal& v) {
  auto leven = begin(v, 65);
  linkContact(leven, v, 60);
  const auto resultaat = v.rond(codes::kLbtResultaat);
  leven.aangemeldVoorLbt(v.geleden(60), lbtNummer(v, 1)).lbtAfgenomen(v.geleden(20), resultaat);
  leven.signaal("SS131", v.geleden(20));
  if (resultaat == "N") {
    const auto reden = codes::kRedenLbtOpnieuw.rows[static_cast<size_t>(v.ronde / 3) % 5].code;
    leven.dossier().lbt.herkansing = LbtHerkansing{v.geleden(10), std::string(reden), std::nullopt};
    if (reden == "Overig") leven.dossier().lbt.herkansing->toelichting = "Brandalarm tijdens de toets";
  } else if (v.ronde % 6 == 5) {
    leven.dossier().lbt.toetsen.clear();
    leven.dossier().lbt.ontheven = true;
    leven.dossier().lbt.datumOntheffing = v.geleden(15);
  }
  return leven;
}

Levensloop pipNietDefinitief(const Verhaal& v) {
  return onderweg(v, v.random.between(1, 11), v.rond(codes::kLeerroute), std::nullopt);
}

Levensloop b1Route(const Verhaal& v) {
  auto leven = onderweg(v, v.random.between(200, 700), "B", "B1");
  addExamens(leven, v, v.ronde % 2 == 0 ? "B1" : "B2");
  leven.pvt(v.geleden(150), true);
  return leven.signaal("SS102", v.geleden(60), Signaalstatus::inBehandeling).signaal("SS199", v.geleden(40));
}

Levensloop b1NaarA2(const Verhaal& v) {
  auto leven = onderweg(v, v.random.between(400, 800), "B", "B1");
  leven.gewijzigdPip(v.geleden(100), "B", "A2");
  addExamens(leven, v, "A2");
  auto& offers = leven.dossier().aanbiedingen;
  if (!offers.empty()) leven.dossier().aanbodWijzigingen.push_back(offers.front());
  return leven.signaal("SS133", v.geleden(44));
}

Levensloop onderwijsroute(const Verhaal& v) {
  auto leven = onderweg(v, v.random.between(200, 600), "O", "B1");
  leven.verlengd(v.geleden(50), "2", 6, "TermijnAmbtshalveVerlengd");
  return leven.signaal("SS103", v.geleden(50)).signaal("SS142", v.geleden(8));
}

Levensloop zRoute(const Verhaal& v) {
  auto leven = onderweg(v, v.random.between(500, 900), "Z",
                        v.ronde % 2 == 0 ? std::optional<std::string>("A2") : std::nullopt);
  leven.map(v.geleden(100), true).pvt(v.geleden(300), true);
  if (v.ronde % 3 == 0) leven.eindgesprek(v.geleden(9), v.geleden(8));
  return leven.signaal("SS135", v.geleden(30)).signaal("SS136", v.geleden(29));
}

Levensloop verlengdOpVerzoek(const Verhaal& v) {
  auto leven = onderweg(v, v.random.between(900, 1000), "B", "B1");
  leven.verlengd(v.geleden(40), v.rond(codes::kVerlengingsgrond), 6, "TermijnOpVerzoekVerlengd");
  leven.aanvraag("Verlenging", "VerlengingTermijn", "Toegekend", v.geleden(80), v.geleden(40));
  leven.dossier().aanvragen.front().verlengingsgrond = v.rond(codes::kVerlengingsgrond);
  return leven.signaal("SS104", v.geleden(40)).signaal("SS112", v.geleden(80), Signaalstatus::inBehandeling);
}

Levensloop bijnaOver(const Verhaal& v) {
  // The term ends within six months, or within two.
  const int rest = v.ronde % 2 == 0 ? 150 : 45;
  auto leven = onderweg(v, 3 * 365 - rest, "B", "B1");
  leven.map(v.geleden(10), false, "NietVerwijtbaar");
  return leven.signaal(v.ronde % 2 == 0 ? "SS194" : "SS195", v.geleden(14));
}

Levensloop overschreden(const Verhaal& v) {
  auto leven = onderweg(v, 3 * 365 + 60, v.ronde % 3 == 0 ? "Z" : "B", std::nullopt);
  leven.pvt(v.geleden(20), true, std::string(v.rond(codes::kVerwijtbaarheid)));
  leven.map(v.geleden(15), false, "Verwijtbaar");
  leven.dossier().boetes = {{std::string(v.rond(codes::kBoetesoort)), Bedrag{34000}, v.geleden(30),
                             std::string(v.rond(codes::kBoetestatus)), v.vandaag.plusMonths(20)}};
  leven.dossier().plicht.redenWijziging = "TermijnBeeindigd";
  return leven.signaal("SS196", v.geleden(58)).signaal("SS197", v.geleden(28));
}

Levensloop gevestigd(const Verhaal& v) {
  // Came from another municipality, with or without its plan.
  auto leven = begin(v, 420);
  auto& stay = leven.dossier().verblijven.front();
  stay.gemeentecode = v.basis.andereGemeente;
  const bool metPip = v.ronde % 3 != 0;
  if (metPip) {
    leven.pip(v.geleden(380), "B", "B1");
    if (v.asiel) {
      leven.aanbod(v.instelling(false), v.geleden(360), v.geleden(350), v.vandaag.plusDays(90));
    }
  }
  const Date moved = v.geleden(metPip && v.ronde % 2 == 0 ? 55 : 33);
  leven.vertrekt(moved, "AndereGemeente").woont(v.basis.gemeente, moved);
  linkContact(leven, v, 30);
  leven.signaal("SS122", moved, Signaalstatus::nieuw, v.basis.andereGemeente);
  if (metPip && v.ronde % 2 == 0) leven.gewijzigdPip(v.geleden(v.random.between(1, 40)), "B", "B1");
  return leven.signaal(metPip ? "SS121" : "SS120", moved);
}

Levensloop uitNederland(const Verhaal& v) {
  auto leven = onderweg(v, 300, "B", "B1");
  return leven.vertrekt(v.geleden(40), "Buitenland").signaal("SS123", v.geleden(40));
}

Levensloop vrijgesteld(const Verhaal& v) {
  auto leven = onderweg(v, 250, "B", "B1");
  leven.aanvraag("Vrijstelling", "TijdelijkeVrijstelling", "Toegekend", v.geleden(120), v.geleden(70));
  auto& request = leven.dossier().aanvragen.front();
  request.redenVrijstelling = v.ronde % 2 == 0 ? "INS" : "OPL";
  request.startdatum = v.geleden(70);
  request.einddatum = v.vandaag.plusMonths(9);
  if (v.ronde % 3 == 0) {
    leven.dossier().plicht.redenWijziging = "VrijstellingIngetrokken";
    request.einddatum = v.geleden(10);
    return leven.signaal("SS130", v.geleden(10));
  }
  leven.beeindigd(v.geleden(70), "TijdelijkeVrijstelling");
  return leven.signaal("SS109", v.geleden(70));
}

Levensloop anderVerblijfsdoel(const Verhaal& v) {
  auto leven = onderweg(v, 350, "B", "B1");
  auto& plicht = leven.dossier().plicht;
  const Date day = v.geleden(v.random.between(2, 75));
  const auto rechten = v.rond(codes::kRechtenVerblijfsdoel);
  Doelgroep before = plicht.doelgroep;
  before.einddatum = day.plusDays(-1);
  plicht.doelgroepHistorie = {before};
  plicht.doelgroep.begindatum = day;
  plicht.doelgroep.rechtenNaGewijzigdVerblijfsdoel = rechten;
  plicht.doelgroep.datumWijzigingVerblijfsdoel = day;
  plicht.redenWijziging = "DoelgroepGewijzigd";
  return leven.signaal(rechten == "AsielrechtenToegekend" ? "SS125" : "SS124", day);
}

Levensloop metAanvragen(const Verhaal& v) {
  auto leven = onderweg(v, 500, "B", "B1");
  const std::string status = v.ronde % 2 == 0 ? "Toegekend" : "Afgewezen";
  leven.aanvraag("Vrijstelling", v.ronde % 3 == 0 ? "GeheleVrijstelling" : "GedeeltelijkeVrijstelling",
                 status, v.geleden(200), v.geleden(130));
  leven.dossier().aanvragen.front().redenVrijstelling = v.rond(codes::kRedenVrijstelling);
  leven.dossier().aanvragen.front().examenonderdeel = v.rond(codes::kExamenonderdeel);
  leven.dossier().aanvragen.front().examenniveau = v.ronde % 2 == 0 ? "A2" : "B1";
  leven.aanvraag("Ontheffing", v.ronde % 3 == 0 ? "GeheleOntheffing" : "GedeeltelijkeOntheffing", status,
                 v.geleden(90), v.geleden(20));
  leven.dossier().aanvragen.front().grondOntheffing = v.rond(codes::kGrondOntheffing);
  leven.dossier().aanvragen.front().urenBelastbaarheidParticipatie = 200;
  leven.aanvraag("Verlenging", "VerlengingTermijn", "Ingediend", v.geleden(6), std::nullopt);
  leven.dossier().bio = {{}, v.geleden(25), v.ronde % 2 == 0 ? std::nullopt : std::optional(v.geleden(5))};
  return leven.signaal("SS140", v.geleden(25))
      .signaal(status == "Toegekend" ? "SS119" : "SS118", v.geleden(20));
}

Levensloop geeindigd(const Verhaal& v) {
  auto leven = onderweg(v, 800, "B", "B1");
  auto reden = v.rond(codes::kRedenBeeindiging);
  if (reden == "Overlijden" || reden == "TijdelijkeVrijstelling") reden = "DiplomaBehaald";
  const Date day = v.geleden(v.random.between(1, 45));
  leven.map(day, true).pvt(v.geleden(200), true).beeindigd(day, reden);
  return leven.signaal(reden == "DiplomaBehaald" ? "SS106" : "SS110", day);
}

Levensloop gestorven(const Verhaal& v) {
  const Date day = v.geleden(v.random.between(1, 40));
  return onderweg(v, 450, "Z", std::nullopt).overleden(day).signaal("SS111", day);
}

using Fase = Levensloop (*)(const Verhaal&);
constexpr std::array<Fase, 20> kAlleFasen{
    nieuw,        zonderPip,      coa,       aangemeld, getoetst,     pipNietDefinitief, b1Route,
    b1NaarA2,     onderwijsroute, zRoute,    bijnaOver, gevestigd,    verlengdOpVerzoek, uitNederland,
    overschreden, vrijgesteld,    geeindigd, gestorven, metAanvragen, anderVerblijfsdoel};

void addDuoMelding(Levensloop& leven, const Verhaal& v) {
  leven.dossier().duoMeldingen = {{"Adres in onderzoek", "DUO onderzoekt het adres van deze persoon.",
                                   v.geleden(10), v.vandaag.plusDays(v.random.between(-5, 30))}};
}

}  // namespace

const std::int64_t kFasen = static_cast<std::int64_t>(kAlleFasen.size());

Levensloop verzonnenLeven(const BasisPersoon& basis, std::int64_t ordinal, Random& random, Date vandaag) {
  const auto fase = ordinal % kFasen;
  // The group alternates with phase and round, so that each phase shows both.
  const Verhaal verhaal{basis, ordinal / kFasen, random, vandaag, (ordinal / kFasen + fase) % 2 == 0};
  Levensloop leven = kAlleFasen[static_cast<size_t>(fase)](verhaal);
  if (random.chance(3)) addDuoMelding(leven, verhaal);
  return leven;
}

}  // namespace cvsgw::store::wi2021
