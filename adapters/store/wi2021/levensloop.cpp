#include "adapters/store/wi2021/levensloop.hpp"

#include <algorithm>

#include "adapters/store/signalen.hpp"
#include "adapters/store/wi2021/dossiers.hpp"
#include "adapters/store/wi2021/instellingen.hpp"
#include "gateway/isi/wi2021/tonen.hpp"

namespace cvsgw::store::wi2021 {

using namespace isi::wi2021;

namespace {

/// Written down some days after the fact, never after today.
Date registered(Date dag, Date vandaag) {
  return std::min(dag.plusDays(3), vandaag);
}

template <class T>
void prepend(std::vector<T>& list, T value) {
  list.insert(list.begin(), std::move(value));
}

}  // namespace

Levensloop::Levensloop(Personalia personalia, std::string_view doelgroep, Date vaststelling, Date vandaag)
    : vandaag_(vandaag) {
  dossier_.personalia = std::move(personalia);
  auto& plicht = dossier_.plicht;
  plicht.doelgroep.indeling = doelgroep;
  plicht.doelgroep.begindatum = plicht.begindatum = vaststelling.plusDays(-10);
  plicht.doelgroep.gedetailleerdeDoelgroep =
      doelgroep == "Asielstatushouder" ? "Asielstatushouder" : "Gezinsvormer";
  plicht.datumVaststelling = vaststelling;
  plicht.datumKennisgeving = plicht.wijzigingsdatum = vaststelling;
}

Levensloop& Levensloop::woont(const Gemeentecode& where, Date vanaf) {
  prepend(dossier_.verblijven, Verblijf{where, "Ingezetene", vanaf, std::nullopt, std::nullopt});
  dossier_.startTermijnPip = vanaf;
  return *this;
}

Levensloop& Levensloop::gekoppeldDoorCoa(const Gemeentecode& where, Date vanaf) {
  prepend(dossier_.verblijven, Verblijf{where, "CoaGekoppeld", vanaf, std::nullopt, std::nullopt});
  return *this;
}

Levensloop& Levensloop::vertrekt(Date dag, std::string_view waarheen) {
  auto& stay = dossier_.verblijven.front();
  stay.tot = dag;
  stay.vertrek = waarheen;
  for (auto& koppeling : dossier_.koppelingen) {
    if (koppeling.gemeentecode == stay.gemeentecode && !koppeling.datumIngetrokken)
      koppeling.datumIngetrokken = dag;
  }
  return *this;
}

Levensloop& Levensloop::koppel(const std::string& contactpersoonId, std::optional<Date> datum) {
  prepend(dossier_.koppelingen, Koppeling{{}, gemeente(), contactpersoonId, datum, std::nullopt});
  return *this;
}

Levensloop& Levensloop::aangemeldVoorLbt(Date dag, const std::string& examennummer) {
  Leerbaarheidstoets toets;
  toets.gemeentecode = gemeente();
  toets.examennummer = examennummer;
  toets.datumAanmelding = toets.periodeVanaf = dag;
  toets.periodeTotEnMet = dag.plusMonths(12).plusDays(-1);
  prepend(dossier_.lbt.toetsen, std::move(toets));
  return *this;
}

Levensloop& Levensloop::lbtAfgenomen(Date dag, std::string_view resultaat) {
  auto& toets = dossier_.lbt.toetsen.front();
  toets.datumToetsafname = dag;
  toets.resultaat = resultaat;
  if (resultaat == "O") return *this;
  toets.maximumScore = Bedrag{10000};
  toets.benodigdeScore = Bedrag{5800};
  toets.behaaldeScore = Bedrag{resultaat == "J" ? 7150 : 3425};
  return *this;
}

void Levensloop::setTermijn(Date start, Date einde, Date dag, std::string_view reden) {
  auto& plicht = dossier_.plicht;
  if (plicht.termijn) prepend(plicht.termijnHistorie, *plicht.termijn);
  plicht.termijn = Termijn{start, einde, dag, std::nullopt};
  plicht.redenWijziging = reden;
  plicht.wijzigingsdatum = dag;
}

Levensloop& Levensloop::pip(Date dagtekening, std::string_view leerroute, std::optional<std::string> niveau) {
  Pip plan;
  plan.gemeentecode = gemeente();
  plan.datumDagtekeningInitieel = plan.datumDagtekening = dagtekening;
  plan.datumRegistratieInitieel = plan.datumRegistratie = registered(dagtekening, vandaag_);
  plan.leerroute = leerroute;
  plan.niveau = std::move(niveau);
  plan.alfabetisering = "NVT";
  if (dossier_.plicht.asielstatushouder() && leerroute == "B") plan.geschatteUrenIntensiteit = 600;
  const Date definitief = plan.datumRegistratie.plusDays(kDefinitiefNaDagen);
  prepend(dossier_.pips, std::move(plan));
  if (definitief <= vandaag_) {
    setTermijn(dagtekening.plusDays(1), dagtekening.plusYears(3), definitief, "TermijnGestart");
  }
  return *this;
}

Levensloop& Levensloop::gewijzigdPip(Date dagtekening, std::string_view leerroute,
                                     std::optional<std::string> niveau) {
  Pip plan = dossier_.pips.front();
  plan.gemeentecode = gemeente();
  plan.datumDagtekening = dagtekening;
  plan.datumRegistratie = registered(dagtekening, vandaag_);
  plan.leerroute = leerroute;
  plan.niveau = std::move(niveau);
  if (leerroute != "B") plan.geschatteUrenIntensiteit.reset();
  prepend(dossier_.pips, std::move(plan));
  return *this;
}

Levensloop& Levensloop::aanbod(const std::string& instellingsnummer, Date inschrijving,
                               std::optional<Date> start, std::optional<Date> einde) {
  const auto& instelling = instellingMet(instellingsnummer);
  Aanbod offer;
  offer.aanbodId = "A" + dossier_.personalia.bsn.value().substr(4) + "." +
                   std::to_string(dossier_.aanbiedingen.size() + 1);
  offer.gemeentecode = gemeente();
  offer.instellingsnummer = instellingsnummer;
  offer.instellingsnaam = instelling.naam;
  offer.soortInstelling = instelling.tstKeurmerk ? "TST" : "BOW";
  offer.datumInschrijving = inschrijving;
  offer.startdatumOpleiding = start;
  offer.einddatumOpleiding = einde;
  offer.alfabetisering = dossier_.pips.front().alfabetisering;
  offer.datumRegistratie = registered(inschrijving, vandaag_);
  prepend(dossier_.aanbiedingen, std::move(offer));
  return *this;
}

Levensloop& Levensloop::verlengd(Date dag, std::string_view grond, int maanden, std::string_view reden) {
  const auto before = *dossier_.plicht.termijn;
  setTermijn(*before.startdatum, before.einddatum->plusMonths(maanden), dag, reden);
  dossier_.plicht.termijn->verlengingsgrond = grond;
  return *this;
}

Levensloop& Levensloop::uren(std::string_view soort, int aantal, Date tot) {
  UrenGemeente row;
  row.gemeentecode = gemeente();
  row.soort = soort;
  row.aantalUren = aantal;
  row.datumTotaal = tot;
  row.datumRegistratie = registered(tot, vandaag_);
  dossier_.urenGemeente.push_back(std::move(row));
  return *this;
}

Levensloop& Levensloop::urenBij(const std::string& instellingsnummer, int taalles, int geoorloofd,
                                int ongeoorloofd, Date tot) {
  UrenInstelling row;
  row.gemeentecode = gemeente();
  row.instellingsnummer = instellingsnummer;
  row.instellingsnaam = instellingMet(instellingsnummer).naam;
  row.urenTaallesKnm = taalles;
  row.urenGeoorloofdVerzuim = geoorloofd;
  row.urenOngeoorloofdVerzuim = ongeoorloofd;
  row.datumTotaal = tot;
  row.datumRegistratie = registered(tot, vandaag_);
  dossier_.urenInstelling.push_back(std::move(row));
  return *this;
}

Levensloop& Levensloop::examen(std::string_view onderdeel, std::optional<std::string> niveau, Date dag,
                               std::string_view status) {
  Examen attempt{std::string(onderdeel), std::move(niveau), dag, std::string(status), std::nullopt};
  if (status == "GeenResultaatVerwijtbaar") attempt.redenGeenResultaat = "NietVerschenen";
  if (status == "GeenResultaatNietVerwijtbaar") attempt.redenGeenResultaat = "Computerstoring";
  prepend(dossier_.examens, std::move(attempt));
  return *this;
}

Levensloop& Levensloop::map(Date dag, bool voldaan, std::optional<std::string> verwijtbaarheid) {
  Map row;
  row.gemeentecode = gemeente();
  if (voldaan) row.datumEindgesprek = dag;
  row.voldaan = voldaan;
  row.verwijtbaarheid = std::move(verwijtbaarheid);
  row.datumRegistratie = registered(dag, vandaag_);
  dossier_.map = std::move(row);
  return *this;
}

Levensloop& Levensloop::pvt(Date dag, bool voldaan, std::optional<std::string> verwijtbaarheid) {
  Pvt row;
  row.gemeentecode = gemeente();
  if (voldaan) row.datumOndertekening = dag;
  row.voldaan = voldaan;
  row.verwijtbaarheid = std::move(verwijtbaarheid);
  row.datumRegistratie = registered(dag, vandaag_);
  dossier_.pvt = std::move(row);
  return *this;
}

Levensloop& Levensloop::aanvraag(std::string_view type, std::string_view soort, std::string_view status,
                                 Date ontvangst, std::optional<Date> besluit) {
  Aanvraag row;
  row.typeVerzoek = type;
  row.toelichting = soort;
  row.status = status;
  row.datumOntvangst = ontvangst;
  row.datumBesluit = besluit;
  prepend(dossier_.aanvragen, std::move(row));
  return *this;
}

Levensloop& Levensloop::eindgesprek(Date dag, Date registratie) {
  Eindgesprek talk;
  talk.gemeentecode = gemeente();
  talk.datumEindgesprek = dag;
  talk.urenTaallesKnm = 812;
  talk.datumRegistratie = registratie;
  dossier_.eindgesprek = std::move(talk);
  return *this;
}

Levensloop& Levensloop::beeindigd(Date dag, std::string_view reden) {
  auto& plicht = dossier_.plicht;
  plicht.eerderePerioden = {{true, plicht.begindatum, dag, plicht.datumVaststelling, std::nullopt}};
  plicht.inburgeringsplichtig = false;
  plicht.einddatum = plicht.wijzigingsdatum = dag;
  plicht.redenBeeindiging = reden;
  plicht.redenWijziging = "TermijnBeeindigd";
  return *this;
}

Levensloop& Levensloop::overleden(Date dag) {
  dossier_.personalia.datumOverlijden = dag;
  return beeindigd(dag, "Overlijden");
}

Levensloop& Levensloop::signaal(std::string_view code, Date datum, isi::Signaalstatus status,
                                const Gemeentecode& where) {
  signalen_.push_back({std::string(code), datum, status, where});
  return *this;
}

Levensloop& Levensloop::signaal(std::string_view code, Date datum, isi::Signaalstatus status) {
  return signaal(code, datum, status, gemeente());
}

void Levensloop::save(Session& writer) {
  wi2021::save(writer, dossier_, vandaag_);
  for (const auto& event : signalen_) {
    if (!zichtVan(dossier_, event.gemeente, vandaag_)) continue;
    NewSignaal signaal;
    signaal.gemeente = event.gemeente;
    signaal.bsn = dossier_.personalia.bsn;
    signaal.code = event.code;
    signaal.status = event.status;
    signaal.datum = event.datum;
    // Settled lately, or it would have been cleaned up.
    signaal.afgehandeldOp = std::max(event.datum, vandaag_.plusDays(-3));
    signaal.achternaam = dossier_.personalia.achternaam;
    signaal.geboortedatum = dossier_.personalia.geboortedatum;
    signaal.doelgroep = dossier_.plicht.doelgroep.indeling;
    if (const auto* koppeling = dossier_.koppeling(event.gemeente)) {
      if (auto contact = findContactpersoon(writer, event.gemeente, koppeling->contactpersoonId)) {
        signaal.contactpersoonId = contact->contactpersoonId;
        signaal.contactpersoonNaam = contact->naam;
      }
    }
    placeSignaal(writer, Wet::wi2021, signaal);
  }
}

}  // namespace cvsgw::store::wi2021
